"""A data file that is still right, with everything that a mutation may want to know of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_origin

from pydantic import BaseModel

from kansrijk_cli.core.place import Part, Route
from kansrijk_cli.model.base import File
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.walk import Visit
from tests.mutations.spots import Pair, Spot, Spots, spots_of

# Names of these kinds are written out, and stand for an item by its `name`; others by its `id`.
BY_NAME = frozenset({"municipality", "place", "owner"})


@dataclass(frozen=True)
class Original:
    """One file, and the other files of its region and the catalogue."""

    file: str
    text: str
    entries: Mapping[str, Entry[File]]

    @cached_property
    def entry(self) -> Entry[File]:
        """The file as its kind has it."""
        return self.entries[self.file]

    @cached_property
    def spots(self) -> Spots:
        """Where everything stands."""
        return spots_of(self.text)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, without what ends them."""
        return tuple(self.text.split("\n"))

    @cached_property
    def by_route(self) -> Mapping[Route, Pair]:
        """The keys of all mappings with their values."""
        return {pair.key.route: pair for pair in self.spots.pairs}

    @cached_property
    def free_keys(self) -> frozenset[Route]:
        """Keys that are no field: names of places, years, columns and so on."""
        return frozenset(v.place.route for v in self.entry.visits if v.place.part is Part.KEY)

    @cached_property
    def fields(self) -> tuple[Pair, ...]:
        """The keys that are fields of a model, with their values."""
        return tuple(p for p in self.spots.pairs if p.key.route not in self.free_keys)

    @cached_property
    def lone(self) -> tuple[Pair, ...]:
        """Fields that have a line for themselves: the key in front, one value behind it."""
        return tuple(pair for pair in self.fields if self._is_lone(pair))

    def _is_lone(self, pair: Pair) -> bool:
        start = self.text.rfind("\n", 0, pair.key.start) + 1
        return (
            not pair.key.flow
            and self.text[start : pair.key.start].strip() == ""
            and pair.value.kind not in ("mapping", "list", "|", ">")
            and "\n" not in self.text[pair.key.start : pair.value.end]
        )

    @cached_property
    def references(self) -> tuple[tuple[Visit, Spot], ...]:
        """What refers to something else, with where it stands."""
        values = {spot.route: spot for spot in self.spots.values}
        keys = {route: pair.key for route, pair in self.by_route.items()}
        found: list[tuple[Visit, Spot]] = []
        for visit in self.entry.references:
            spots = keys if visit.place.part is Part.KEY else values
            spot = spots.get(visit.place.route)
            if spot and spot.kind in ("", "'", '"') and spot.value == visit.value:
                found.append((visit, spot))
        return tuple(found)

    @cached_property
    def models(self) -> tuple[tuple[Route, BaseModel], ...]:
        """Every item with its route."""
        return tuple(
            (visit.place.route, visit.value)
            for visit in self.entry.visits
            if isinstance(visit.value, BaseModel)
        )

    def values_of(self, *kinds: object) -> Iterator[Spot]:
        """Values whose field is one of some kinds, such as `Literal`, on one line."""
        for route, model in self.models:
            for name in model.model_fields_set:
                pair = self.by_route.get((*route, name))
                kind = type(model).model_fields[name].annotation
                if pair and pair.value.kind in ("", "'", '"') and _is_of(kind, kinds):
                    yield pair.value

    @cached_property
    def defined(self) -> Counter[tuple[str, str]]:
        """How often an item of a list has an id or name, here and in the catalogue."""
        found: Counter[tuple[str, str]] = Counter()
        near = (self.file.rpartition("/")[0], "catalog")
        for entry in self.entries.values():
            folder = entry.place.file.rpartition("/")[0]
            for place, items in entry.lists if folder in near or near[0] == "catalog" else ():
                found.update((str(place.route[-1]), name) for i in items for name in _names(i))
        return found


def _is_of(annotation: object, kinds: tuple[object, ...]) -> bool:
    arguments = getattr(annotation, "__args__", ())
    inner = next((a for a in arguments if a is not type(None)), annotation)
    found = inner if get_origin(annotation) not in (Literal, tuple) else annotation
    return found in kinds or get_origin(found) in kinds


def _names(item: object) -> set[str]:
    names = (getattr(item, field, None) for field in ("id", "name"))
    return {name for name in names if isinstance(name, str)}
