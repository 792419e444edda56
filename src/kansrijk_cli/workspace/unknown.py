"""References to what does not exist, with what was probably meant."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from kansrijk_cli.core.diagnostic import Finding, Value, finding
from kansrijk_cli.core.place import Place, Route
from kansrijk_cli.model.base import File
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.meant import name_meant, names_meant
from kansrijk_cli.workspace.names import NAMINGS, Scope, municipalities, name_in, reach
from kansrijk_cli.workspace.renamed import Unknown, is_doubtful, renamed
from kansrijk_cli.workspace.walk import Visit
from kansrijk_cli.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids that may be written somewhere, every other way to write one, and the likely ones."""

    scope: Scope
    ids: frozenset[str]
    names: Mapping[str, str]
    own: frozenset[str]


def unknown_names(workspace: Workspace, *kinds: str) -> Iterator[Finding]:
    """References of these kinds to something that does not exist, with the nearest that does.

    When it is the definition that changed, that is told instead, once. A name that stands in
    several places is no slip of one: then a name that has references of its own is not meant.
    """
    unknown = tuple(_all_unknown(workspace, kinds))
    told: set[Place] = set()
    for found in renamed(workspace, unknown):
        told.update(found.related)
        yield found
    left = [found for found in unknown if found.finding.place not in told]
    times = Counter(map(_same, left))
    for one in left:
        doubtful = times[_same(one)] > 1 and is_doubtful(workspace, one)
        yield _without_meant(one.finding) if doubtful else one.finding


def _same(one: Unknown) -> Hashable:
    """What references to the same unknown name have in common."""
    return one.name, one.kind, reach(one.kind, one.finding.place)


def _without_meant(found: Finding) -> Finding:
    return replace(found, params={**found.params, "meant": None})


def _all_unknown(workspace: Workspace, kinds: tuple[str, ...]) -> Iterator[Unknown]:
    for region, year, entry in workspace.entries():
        known: dict[tuple[str, Route], _Known] = {}
        unknown: list[tuple[Visit, _Known]] = []
        for visit in entry.references:
            if visit.refers_to in kinds:
                naming = NAMINGS[visit.refers_to]
                key = (visit.refers_to, visit.place.route[: naming.steps])
                if key not in known:
                    scope = Scope(workspace, region, year, entry, visit.place)
                    known[key] = _known(scope, naming.names(scope))
                if name_in(visit) not in known[key].ids:
                    unknown.append((visit, known[key]))
        # A name with a comma that became two is one mistake, and told by another rule.
        split = split_names(workspace, entry) if unknown else ()
        halves = {half for pair, _ in split for half in pair}
        for visit, there in unknown:
            if visit.place not in halves:
                yield Unknown(_unknown(visit, there), there.scope)


def _known(scope: Scope, names: Mapping[str, str]) -> _Known:
    """What may be written in a scope; a municipality of another region is not likely there."""
    here = scope.region.municipalities if scope.region else ()
    elsewhere = frozenset(municipalities(scope)).difference(here)
    return _Known(scope, frozenset(names.values()), names, frozenset(names) - elsewhere)


def split_names(
    workspace: Workspace, entry: Entry[File]
) -> Iterator[tuple[tuple[Place, Place], str]]:
    """Neighbours in a list that together, with a comma, are the name of one municipality."""
    for place, items in entry.lists:
        for index, (first, second) in enumerate(pairwise(items)):
            if isinstance(first, str) and f"{first}, {second}" in workspace.register.writings:
                yield (place.at(index), place.at(index + 1)), f"{first}, {second}"


def _unknown(visit: Visit, known: _Known) -> Finding:
    name = name_in(visit)
    about: dict[str, Value] = {"value": name, "kind": visit.refers_to}
    if visit.refers_to == "source" and "://" in name:
        return finding(visit.place, **about, address=name)
    several = names_meant(name, known.names)
    if several:
        return finding(visit.place, **about, several=several, count=len(several))
    # A code is exact: of one that is only like it nobody can tell which is meant.
    coded = known.scope.workspace.register.by_code.get(name)
    if coded and coded.name in known.names:
        return finding(visit.place, **about, single=name, meant=coded.name)
    near = name_meant(name, known.names, known.own)
    return finding(visit.place, **about, single=name, meant=known.names[near] if near else None)
