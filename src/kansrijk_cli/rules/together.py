"""Findings with one cause as one finding, at the first place of it, with the others related.

This comes after everything that looks at findings one by one: what a comment ignores, what a change
brought, what can be mended.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.rules.kr601_figure_without_source import files_without
from kansrijk_cli.workspace.names import reach
from kansrijk_cli.workspace.workspace import Workspace

NO_SOURCE, OF_SEVERAL_KINDS = "KR601", "KR106"
UNKNOWN = frozenset(f"KR10{number}" for number in range(1, 7))


def together(diagnostics: Iterable[Diagnostic], workspace: Workspace) -> Iterator[Diagnostic]:
    """The same findings; those of one cause as one, that says in how many `places` it is."""
    sourceless = files_without(workspace)
    groups: dict[Hashable, list[Diagnostic]] = {}
    for number, diagnostic in enumerate(diagnostics):
        cause = _cause(diagnostic, sourceless)
        groups.setdefault(number if cause is None else cause, []).append(diagnostic)
    for first, *others in groups.values():
        places = (other.place for other in others)
        params: dict[str, Value] = {**first.params, "places": len(others) + 1}
        yield replace(first, params=params, related=tuple(places)) if others else first


def _cause(diagnostic: Diagnostic, sourceless: frozenset[str]) -> Hashable | None:
    """What findings of one cause have in common; `None` for one that stands alone."""
    code, file, params = diagnostic.code, diagnostic.place.file, diagnostic.params
    if code == NO_SOURCE and file in sourceless:
        return code, file
    if code in UNKNOWN and "value" in params:
        kind = str(params["kind"])
        # The other codes say the same of all their kinds, such as a party and an owner.
        named = kind if code == OF_SEVERAL_KINDS else None
        return code, named, reach(kind, diagnostic.place), params["value"]
    return None
