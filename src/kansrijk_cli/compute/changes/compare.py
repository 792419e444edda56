"""What changed between two versions of the data, or between two years of a region.

A `Change` is safe to show: an observed number of persons that is too small in either version is
`suppressed` in both, and amounts are in euros.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kansrijk_cli.compute.budget.overruns import Overrun
from kansrijk_cli.compute.changes.about import about, section
from kansrijk_cli.compute.changes.breaking import breaking
from kansrijk_cli.compute.changes.days import ON_DAYS
from kansrijk_cli.compute.changes.money import new_overruns
from kansrijk_cli.compute.changes.sides import Pair
from kansrijk_cli.compute.changes.steps import Edit, Kind
from kansrijk_cli.compute.changes.values import Told, details, told
from kansrijk_cli.compute.changes.versions import (
    Version,
    pairs_of_versions,
    pairs_of_years,
    unusable,
)
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.period import Period
from kansrijk_cli.workspace.workspace import RegionFolder

WHEN = frozenset(("when", "period", "by", "review_by"))


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, with what is needed to tell it.

    `place` has the keys of items instead of their numbers. `section` is the part of a document it
    belongs to, `subject` the kind of entity, `names` what that is called, from the outside in, and
    `trail` the titles of the field in it. With `is_element` one value of a list came or went.
    `later` says that a period moved to a later time. `details` are the main facts of an item that
    came or went.
    """

    kind: Kind
    place: Place
    section: str
    subject: str
    names: tuple[object, ...]
    trail: tuple[str, ...]
    old: Told
    new: Told
    is_element: bool = False
    later: bool = False
    breaking: str | None = None
    details: tuple[tuple[str, Told], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The changes of one region and year. `region` is `None` for what is national.

    Of two years `days` are those on which their documents speak: what runs on is read on each.
    """

    region: str | None
    name: str | None
    year: int | None
    changes: tuple[Change, ...]
    overruns: tuple[Overrun, ...] = ()
    days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All parts with a difference, and the files that could not be used in either version."""

    parts: tuple[Part, ...] = ()
    broken_before: tuple[str, ...] = ()
    broken_after: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many changes there are; a budget that is over its funding is one as well."""
        return sum(len(part.changes) + len(part.overruns) for part in self.parts)

    @property
    def breaking(self) -> int:
        """How many of them break a promise, together with the budgets over their funding."""
        promises = sum(bool(c.breaking) for part in self.parts for c in part.changes)
        return promises + sum(len(part.overruns) for part in self.parts)


def compare(before: Version, after: Version, region: str | None = None) -> Comparison:
    """What changed, in everything or in one region."""
    unused = unusable(before, after)
    pairs = [
        pair
        for pair in pairs_of_versions(before, after)
        if pair.file not in unused and (region is None or _is_of(pair, region))
    ]
    broken = before.broken | after.broken
    left = {file for file in broken if region is None or file.startswith(f"regions/{region}/")}
    return Comparison(
        tuple(_parts(pairs)),
        tuple(sorted(before.broken & left)),
        tuple(sorted(after.broken & left)),
    )


def compare_years(now: Version, regions: Iterable[RegionFolder], old: int, new: int) -> Comparison:
    """What is another in a later year of each region.

    In its plan, budgets and results, and in what the day of its document makes of what runs on.
    """
    pairs: list[Pair] = []
    left: list[set[str]] = [set(), set()]
    for region in regions:
        pairs += pairs_of_years(now, region, old, new)
        for year, found in zip((old, new), left, strict=True):
            under = f"regions/{region.id}/{year}/"
            found |= {file for file in now.broken if file.startswith(under)}
        left[1] |= now.broken & {kind.path.format(region=region.id) for kind in ON_DAYS}
    before, after = (tuple(sorted(found)) for found in left)
    return Comparison(tuple(_parts(pairs)), before, after)


def _is_of(pair: Pair, region: str) -> bool:
    return pair.region is not None and pair.region.id == region


def _parts(pairs: Iterable[Pair]) -> Iterator[Part]:
    """The changes by region and year; what is national comes last."""

    def key(pair: Pair) -> tuple[bool, str, int]:
        region, year = pair.region, pair.year
        return region is None, region.id if region else "", year.year if year else 0

    for (national, region, year), group in groupby(sorted(pairs, key=key), key):
        here = list(group)
        changes = [_change(edit, pair) for pair in here for edit in pair.edits()]
        overruns = [o for pair in here for o in _overruns(pair)]
        if changes or overruns:
            named = here[0].region
            yield Part(
                None if national else region,
                named.name if named else None,
                year or None,
                tuple(changes),
                tuple(overruns),
                here[0].days,
            )


def _overruns(pair: Pair) -> tuple[Overrun, ...]:
    if not isinstance(pair.old or pair.new, Budgets):
        return ()
    return new_overruns(pair.before.year, pair.after.year)


def _change(edit: Edit, pair: Pair) -> Change:
    subject, names, trail = about(edit, pair)
    old, new = told(edit, pair)
    item = edit.new if edit.kind == "added" else edit.old
    has_details = edit.kind in ("added", "removed")
    return Change(
        edit.kind,
        edit.place,
        section(edit),
        subject,
        names,
        trail,
        old,
        new,
        has_details and bool(edit.steps) and edit.steps[-1].owner is not None,
        _is_later(edit, pair),
        breaking(edit, pair),
        details(item, edit, pair) if has_details else (),
    )


def _is_later(edit: Edit, pair: Pair) -> bool:
    """Whether a period moved back. Of two years everything did, so that says nothing."""
    is_when = edit.steps and edit.steps[-1].key in WHEN and pair.days is None
    if not is_when or not isinstance(edit.old, Period) or not isinstance(edit.new, Period):
        return False
    year = pair.year.year if pair.year else 1
    ends = edit.old.end(year), edit.new.end(year)
    starts = edit.old.start(year), edit.new.start(year)
    return _is_after(ends) or (ends[0] == ends[1] and _is_after(starts))


def _is_after(days: tuple[date | None, date | None]) -> bool:
    """Whether the second day is later, when both are known."""
    first, second = days
    return first is not None and second is not None and second > first
