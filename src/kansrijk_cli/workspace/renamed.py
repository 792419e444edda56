"""Definitions that have another id than what refers to them still says.

One changed id makes many references wrong. That is one mistake, and told where the id stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.nearest import alike, lone_nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.types import is_id
from kansrijk_cli.workspace.names import NAMINGS, Named, Scope, name_in
from kansrijk_cli.workspace.workspace import Workspace

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is to be told of one reference to a name that does not exist."""

    finding: Finding
    scope: Scope


def renamed(workspace: Workspace, unknown: Iterable[Unknown]) -> Iterator[Finding]:
    """A finding for each id that nothing refers to, where several refer to one other like it.

    Of the ids like that other one it is the nearest, and all the rest are in use. `related` holds
    the references.
    """
    groups: dict[tuple[str, Place], list[Unknown]] = {}
    items: dict[Place, Named] = {}
    for one in unknown:
        item = _meant(one)
        place = _place(item, one) if item else None
        if item and place:
            items[place] = item
            groups.setdefault((str(one.finding.params["value"]), place), []).append(one)
    for (before, place), group in groups.items():
        item = items[place]
        if len(group) < FEWEST:
            continue
        near = _items(group[0])
        unused = [near[name] for name in alike(before, near) if not _is_used(workspace, near[name])]
        if unused == [item]:
            places = (one.finding.place for one in group)
            kind = group[0].finding.params["kind"]
            yield finding(place, *places, now=item.id, before=before, times=len(group), kind=kind)


def _meant(one: Unknown) -> Named | None:
    """The item whose id is most like the name, when that can have been its id."""
    params = one.finding.params
    name, meant = str(params["value"]), params.get("meant")
    if meant is None or not is_id(name):
        return None
    items = _items(one)
    return items.get(str(meant)) if lone_nearest(name, items) == meant else None


def _items(one: Unknown) -> dict[str, Named]:
    return {item.id: item for item in NAMINGS[str(one.finding.params["kind"])].items(one.scope)}


def _place(item: Named, one: Unknown) -> Place | None:
    """Where the id of an item stands; `None` in the catalogue, whose ids are the same for all."""
    region = one.scope.region
    if region is None:
        return None
    folders = (region, *((one.scope.year,) if one.scope.year else ()))
    return next(
        (
            visit.place.at("id")
            for kind in NAMINGS[str(one.finding.params["kind"])].lives_in
            for folder in folders
            if (entry := folder.files.get(kind))
            for visit in entry.visits
            if visit.value is item
        ),
        None,
    )


def _is_used(workspace: Workspace, item: Named) -> bool:
    """Whether something refers to an item by its id."""
    return any(
        name_in(visit) == item.id
        and any(
            known is item
            for known in NAMINGS[str(visit.refers_to)].items(
                Scope(workspace, region, year, entry, visit.place)
            )
        )
        for region, year, entry in workspace.entries()
        for visit in entry.references
    )
