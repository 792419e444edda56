"""A name where a list of names belongs: the list that is meant, with the names as they exist."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.unseen import as_read
from kansrijk_cli.model.registry import is_year, kind_of
from kansrijk_cli.workspace.meant import name_meant, names_meant
from kansrijk_cli.workspace.names import NAMINGS, Scope
from kansrijk_cli.workspace.walk import reference_in_list
from kansrijk_cli.workspace.workspace import Workspace

WRONG_TYPE = "KR022"

_PLAIN = re.compile(r"[^\W\d][\w .()-]*")


def with_names(problems: Iterable[Diagnostic], workspace: Workspace) -> Iterator[Diagnostic]:
    """The same problems; of a text where a list of names belongs with what would be that list."""
    for problem in problems:
        kind = kind_of(problem.place.file)
        value = problem.params.get("value")
        is_no_list = problem.code == WRONG_TYPE and problem.params.get("expected") == "list"
        refers_to = reference_in_list(kind.model, problem.place.route) if kind else None
        if is_no_list and refers_to and isinstance(value, str):
            found = _names(value, refers_to, _scope(workspace, problem))
            listed = {"meant": f"[{', '.join(map(_written, found))}]"} if found else {}
            yield replace(problem, params={**problem.params, **listed})
        else:
            yield problem


def _scope(workspace: Workspace, problem: Diagnostic) -> Scope:
    """Where the problem is, as far as that could be read."""
    folder, *parts = problem.place.file.split("/")
    region = workspace.regions.get(parts[0]) if folder == "regions" else None
    year = region.years.get(int(parts[1])) if region and is_year(parts[1]) else None
    return Scope(workspace, region, year, None, problem.place)


def _names(text: str, refers_to: str, scope: Scope) -> tuple[str, ...]:
    names = NAMINGS[refers_to].names(scope)
    known = {as_read(name).casefold(): stands_for for name, stands_for in names.items()}
    exact = known.get(as_read(text).casefold())
    if exact:
        return (exact,)
    own = scope.region.municipalities if scope.region else ()
    elsewhere = frozenset(scope.workspace.register.writings).difference(own)
    several = names_meant(text, names)
    near = None if several else name_meant(text, names, frozenset(names) - elsewhere)
    return several or ((names[near],) if near else ())


def _written(name: str) -> str:
    """A name as an item between brackets."""
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
