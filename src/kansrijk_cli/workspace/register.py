"""Municipalities by any of their names, and which existed on a date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kansrijk_cli.model.municipalities import Municipality

FIRST_DAY, LAST_DAY = date.min, date.max


@dataclass(frozen=True)
class Register:
    """The register of municipalities."""

    municipalities: tuple[Municipality, ...]

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Municipality, ...]]:
        """Every official name and alias, case-folded, with the municipalities that it may mean."""
        index: dict[str, list[Municipality]] = {}
        for municipality in self.municipalities:
            for name in dict.fromkeys((municipality.name, *municipality.aliases)):
                index.setdefault(name.casefold(), []).append(municipality)
        return {name: tuple(found) for name, found in index.items()}

    @cached_property
    def by_code(self) -> Mapping[str, Municipality]:
        """Every municipality by its code."""
        return {municipality.code: municipality for municipality in self.municipalities}

    @cached_property
    def made_of(self) -> Mapping[str, tuple[Municipality, ...]]:
        """By name of a municipality those that became part of it, and of no other."""
        index: dict[str, list[Municipality]] = {}
        for municipality in self.municipalities:
            whole = [self.by_code[c] for c in municipality.successors if c in self.by_code]
            if len(whole) == len(municipality.successors) == 1:
                index.setdefault(whole[0].name, []).append(municipality)
        return {name: tuple(found) for name, found in index.items()}

    @cached_property
    def writings(self) -> Mapping[str, str]:
        """Every official name and alias, as one may write it."""
        found = [name for m in self.municipalities for name in (m.name, *m.aliases)]
        return {name: name for name in found}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All official names."""
        return tuple(sorted({municipality.name for municipality in self.municipalities}))

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The names of the provinces."""
        return frozenset(municipality.province for municipality in self.municipalities)

    def find(self, name: str, among: Iterable[str] = ()) -> tuple[Municipality, ...]:
        """The municipalities that a name may mean: the official one, else those of `among`."""
        found = self.by_name.get(name.casefold(), ())
        wanted = {other.casefold() for other in among}
        exact = [m for m in found if m.name.casefold() == name.casefold()]
        nearby = [m for m in found if m.name.casefold() in wanted]
        return tuple(exact or nearby or found)

    def official(self, name: str, among: Iterable[str] = ()) -> str:
        """The official name behind a name or alias; the name itself when it is not known."""
        found = self.find(name, among)
        return found[0].name if len(found) == 1 else name

    def existed(self, municipality: Municipality, day: date) -> bool:
        """Whether a municipality existed on a day (`until` is its last day)."""
        return (municipality.since or FIRST_DAY) <= day <= (municipality.until or LAST_DAY)
