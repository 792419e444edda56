"""Definitions that have another id or name than what refers to them still says.

One changed id makes many references wrong. That is one mistake, and told where the id stands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.nearest import alike, lone_nearest, nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.core.unseen import as_read
from kansrijk_cli.model.base import File
from kansrijk_cli.model.region import Place as OwnPlace
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.types import is_id
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.names import NAMINGS, Named, Scope, name_in, other_names
from kansrijk_cli.workspace.workspace import Workspace

FEWEST = 2
# So much alike are `ggdd` and `ggd`; `mura-2024` and `mura-vgv-2024` are less.
SLIP = 0.85
PLACES = ("place", "owner")


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is to be told of one reference to a name that does not exist."""

    finding: Finding
    scope: Scope

    @property
    def kind(self) -> str:
        """What it must refer to."""
        return str(self.finding.params["kind"])

    @property
    def name(self) -> str:
        """The name that does not exist."""
        return str(self.finding.params["value"])


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that is referred to by its id, or a place of the region by its name."""

    item: Named | OwnPlace
    writings: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.item.name if isinstance(self.item, OwnPlace) else self.item.id


def renamed(workspace: Workspace, unknown: Iterable[Unknown]) -> Iterator[Finding]:
    """A finding for each id that nothing refers to, where several refer to one other like it.

    Of the ids like that other one it is the nearest, and all the rest are in use. `related` holds
    the references.
    """
    groups: dict[tuple[str, Place], list[Unknown]] = {}
    for one in unknown:
        thing = _meant(one)
        place = _place(thing, one) if thing else None
        if thing and place:
            groups.setdefault((one.name, place), []).append(one)
    for (before, place), group in groups.items():
        # Much of a catalogue is used nowhere, so in one file it may also be the same slip twice.
        is_of_region = place.file.startswith("regions/")
        seen = [one.finding.place if is_of_region else one.finding.place.file for one in group]
        if len(set(seen)) < FEWEST:
            continue
        near = _likely(group[0])
        unused = [near[n] for n in alike(before, near) if not _is_used(workspace, near[n])]
        if len(unused) == 1 and _place(unused[0], group[0]) == place:
            places = (one.finding.place for one in group)
            now = "now_place" if isinstance(unused[0].item, OwnPlace) else "now"
            about = {now: unused[0].name, "before": before, "kind": group[0].kind}
            yield finding(place, *places, times=len(group), **about)


def is_doubtful(workspace: Workspace, one: Unknown) -> bool:
    """Whether the name that seems to be meant has references of its own, or is one of several.

    A name that only differs in capitals, signs or a single letter is meant all the same.
    """
    meant = one.finding.params.get("meant")
    if isinstance(meant, str) and alike(one.name, [meant], SLIP):
        return False
    named = next((thing for thing in _things(one) if thing.name == meant), None)
    if named is None or _letters(one.name) in map(_letters, named.writings):
        return False
    near = _likely(one)
    others = (near[n] for n in alike(one.name, near) if near[n].name != meant)
    return _is_used(workspace, named) or any(not _is_used(workspace, other) for other in others)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", as_read(name)).casefold()


def _meant(one: Unknown) -> _Thing | None:
    """The thing whose name is most like the unknown one, when that can have been its name."""
    meant = one.finding.params.get("meant")
    if meant is None:
        return None
    likely = _likely(one)
    thing = likely.get(lone_nearest(one.name, likely) or "")
    can_be = thing and (isinstance(thing.item, OwnPlace) or is_id(one.name))
    return thing if thing and can_be and thing.name == meant else None


def _likely(one: Unknown) -> Mapping[str, _Thing]:
    """The things that may be referred to, each by what it is called that is most like the name."""
    found: dict[str, _Thing] = {}
    for thing in _things(one):
        writing = nearest(one.name, thing.writings)
        if writing:
            found.setdefault(writing, thing)
    return found


def _things(one: Unknown) -> Iterator[_Thing]:
    for item in NAMINGS[one.kind].items(one.scope):
        yield _Thing(item, (item.id, *other_names(item)))
    region = one.scope.of_region(Region) if one.kind in PLACES else None
    for place in region.places if region else ():
        yield _Thing(place, (place.name,))


def _place(thing: _Thing, one: Unknown) -> Place | None:
    """Where the id or name of a thing stands; `None` in what comes with the program."""
    field = "name" if isinstance(thing.item, OwnPlace) else "id"
    visits = (visit for entry in _files(one) for visit in entry.visits)
    return next((visit.place.at(field) for visit in visits if visit.value is thing.item), None)


def _files(one: Unknown) -> Iterator[Entry[File]]:
    """The files of the data folder in which names of the kind live."""
    region, year = one.scope.region, one.scope.year
    for kind in NAMINGS[one.kind].lives_in:
        folders = (f for f in (region, year) if f)
        found = (folder.files.get(kind) for folder in folders)
        yield from (entry for entry in found if entry)
        if kind in one.scope.workspace.own_catalog:
            yield from one.scope.workspace.catalog_entries(kind)[:1]


def _is_used(workspace: Workspace, thing: _Thing) -> bool:
    """Whether something refers to a thing by its id or name."""
    if isinstance(thing.item, OwnPlace):
        return any(
            region
            and region.region
            and any(place is thing.item for place in region.region.places)
            and any(visit.value == thing.name for visit in entry.references)
            for region, _, entry in workspace.entries()
        )
    return any(
        name_in(visit) == thing.name
        and any(
            known is thing.item
            for known in NAMINGS[str(visit.refers_to)].items(
                Scope(workspace, region, year, entry, visit.place)
            )
        )
        for region, year, entry in workspace.entries()
        for visit in entry.references
    )
