"""Which places lie in which, as far as figures about them may be added up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kansrijk_cli.compute.coverage.mergers import goes_on
from kansrijk_cli.model.region import Place
from kansrijk_cli.workspace.names import COUNTRY
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

# Between the names of places that are counted together.
_AND = " + "


@dataclass(frozen=True, slots=True)
class Family:
    """Places without overlap inside another. `covers` when they are all of it together.

    `inside_one`: some are only a part of a municipality, so that nobody knows whether they cover.
    """

    places: tuple[str, ...]
    covers: bool
    inside_one: bool = False


@dataclass(frozen=True)
class Territory:
    """The places that figures of a region can be about, each with its municipalities."""

    workspace: Workspace
    region: RegionFolder

    def official(self, place: str) -> str:
        """The official name behind the name of a place."""
        return self.workspace.register.official(place, self.region.municipalities)

    def municipality(self, place: str) -> str:
        """The one municipality that a place lies in; the place itself when there is no such."""
        inside = tuple(self._municipalities(place)) if place in self._own else ()
        return inside[0] if len(inside) == 1 else self.official(place)

    def together(self, places: Iterable[str]) -> str:
        """The place that some places are together; the region when they are all of it, or none."""
        names = sorted({self.official(place) for place in places}) or [self.region.name]
        inside = frozenset().union(*(self._municipalities(name) for name in names))
        whole = len(names) > 1 and inside == self._municipalities(self.region.name)
        return self.region.name if whole else _AND.join(names)

    def families(self, place: str, among: Iterable[str]) -> Iterator[Family]:
        """The ways to divide a place into some of the places of `among`."""
        names = [name for name in dict.fromkeys(among) if name != place]
        own = self._own
        inside = self._municipalities(place)
        if place in own and len(inside) < 2:
            # Nothing lies in a part of a municipality.
            return
        yield from self._all_municipalities(place, inside, names)
        yield from self._merged(place, names)
        kinds = dict.fromkeys(own[name].kind for name in names if name in own)
        for kind in kinds:
            parts = [own[name] for name in names if name in own and own[name].kind == kind]
            yield from self._of_kind(place, inside, parts)
        if self._is_wide(place):
            yield from self._around_region(place, inside, names)

    def around(self, place: str) -> Iterator[str]:
        """The municipality or own places that a place lies in."""
        lies_in = self._municipalities(place) if not self._is_wide(place) else frozenset()
        if not lies_in or place == self.region.name:
            return
        if place in self._own and len(lies_in) == 1:
            yield from lies_in
        for name in self._own:
            there = self._municipalities(name)
            if name != place and lies_in <= there and len(there) > len(lies_in):
                yield name

        yield from self._became(place)

    def within(self, place: str) -> Iterator[str]:
        """The municipalities in a place that is more of them, but not all of the region.

        Of a municipality those that became it, when the region still has these.
        """
        inside = self._municipalities(place)
        if len(inside) > 1 and (place in self._own or _AND in place):
            yield from inside - {place}
        olds = {m.name for m in self.workspace.register.made_of.get(place, ())}
        if place not in self._own and olds & self._municipalities(self.region.name):
            yield from olds

    @cached_property
    def _own(self) -> dict[str, Place]:
        return {p.name: p for p in (self.region.region.places if self.region.region else ())}

    def _is_wide(self, place: str) -> bool:
        """Whether a place is wider than the region. Utrecht is also a municipality."""
        if place in self._municipalities(self.region.name):
            return False
        return place == COUNTRY or place in self.workspace.register.provinces

    def _municipalities(self, place: str) -> frozenset[str]:
        """The municipalities of a place; itself when it is one."""
        if place not in self._found:
            self._found[place] = self._find_municipalities(place)
        return self._found[place]

    @cached_property
    def _found(self) -> dict[str, frozenset[str]]:
        return {}

    def _find_municipalities(self, place: str) -> frozenset[str]:
        if place == self.region.name:
            return frozenset(map(self.official, self.region.municipalities))
        if place in self._own:
            return frozenset(map(self.official, self._own[place].municipalities))
        if _AND in place:
            names = place.split(_AND)
            if any(name in self._own and len(self._municipalities(name)) < 2 for name in names):
                # With a part of a municipality it is no sum of municipalities.
                return frozenset((place,))
            return frozenset().union(*map(self._municipalities, names))
        if self._is_wide(place):
            return frozenset(
                m.name
                for m in self.workspace.register.municipalities
                if place in (COUNTRY, m.province)
            )
        return frozenset((place,))

    def _became(self, place: str) -> Iterator[str]:
        """The municipality that all of a place that is no more went to."""
        if place not in self._own and place != self.region.name:
            for old in self.workspace.register.find(place):
                codes = old.successors if len(old.successors) == 1 else ()
                found = (self.workspace.register.by_code.get(code) for code in codes)
                yield from (new.name for new in found if new and new.name != place)

    def _merged(self, place: str, names: list[str]) -> Iterator[Family]:
        """The municipalities that became one: the same people under an older name.

        Together they are all of it, unless it was there before them or got a part of another.
        """
        register = self.workspace.register
        olds = {m.name for m in register.made_of.get(place, ())} - {place}
        found = tuple(name for name in names if name in olds)
        if found and place not in self._own and place != self.region.name:
            codes = {m.code for m in register.find(place) if m.name == place}
            before = {m.name for m in register.municipalities if codes & {*m.successors}}
            new_then = not goes_on(register, place, date.max)
            yield Family(found, covers=new_then and {*found} == before)

    def _all_municipalities(
        self, place: str, inside: frozenset[str], names: list[str]
    ) -> Iterator[Family]:
        found = tuple(name for name in names if name in inside)
        # A place in one municipality is a part of it, not the other way round.
        if found and (place == self.region.name or len(inside) > 1):
            yield Family(found, covers=set(found) == inside)

    def _of_kind(self, place: str, inside: frozenset[str], parts: list[Place]) -> Iterator[Family]:
        """Own places of one kind, large ones first, leaving out what overlaps."""
        chosen: list[str] = []
        taken: set[str] = set()
        inside_one = False
        for part in sorted(parts, key=lambda p: (-len(p.municipalities), p.name)):
            lies_in = self._municipalities(part.name)
            if not lies_in <= inside or lies_in & taken:
                continue
            if not lies_in and place != self.region.name:
                continue
            chosen.append(part.name)
            if len(lies_in) > 1 or (part.kind == "subregion" and lies_in):
                taken |= lies_in
            else:
                inside_one = True
        if chosen:
            yield Family(tuple(chosen), taken == inside and not inside_one, inside_one)

    def _around_region(
        self, place: str, inside: frozenset[str], names: list[str]
    ) -> Iterator[Family]:
        """In a province or the country: the region, and the municipalities that are not in it."""
        own = self._municipalities(self.region.name)
        if self.region.name in names and own <= inside:
            others = tuple(name for name in names if name in inside - own)
            yield Family((self.region.name, *others), own | {*others} == inside)
        if place == COUNTRY:
            provinces = tuple(n for n in names if n in self.workspace.register.provinces)
            if provinces:
                yield Family(provinces, {*provinces} == self.workspace.register.provinces)
