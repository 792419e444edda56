"""The observed numbers of one subject as cells, and which of them add up to which.

Two figures about the same subject, programme, place and days are one cell. What is taken for a
sum may be none, such as a stand that is measured twice; `disclosure.py` drops what does not fit the
numbers, and hides too much rather than too little for the rest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from kansrijk_cli.compute.privacy.sums import Relation
from kansrijk_cli.compute.privacy.territory import Family, Territory
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.results import Figure, Target

DAY = timedelta(days=1)
BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Span:
    """The days a figure speaks of; `None` is open or not told. `text` tells loose parts apart."""

    start: date | None
    end: date | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One observed number. `whole` is the number of persons that it is a part of (`of`)."""

    subject: str
    programme: str | None
    place: str
    span: Span
    whole: bool = False


def span_of(period: Period | None, year: int) -> Span:
    """The days of a period; a quarter without a year is of the year of the folder.

    What has no period is of no known day, but not of the same one as in the folder of another year.
    """
    if period is None:
        return Span(None, None, str(year))
    text = period.text if len(period.spans) > 1 else ""
    return Span(period.start(year), period.end(year), text)


def cell_of(figure: Figure, subject: str, territory: Territory, year: int) -> Cell:
    """The cell that a figure fills."""
    place = territory.official(figure.place)
    return Cell(subject, figure.programme, place, span_of(figure.period, year))


def baseline_cell(target: Target, subject: str, territory: Territory, year: int) -> Cell:
    """The cell of the stand that a target begins with: that of all its places, before its year."""
    span = Span(None, date(year, 1, 1) - DAY, BASELINE)
    return Cell(subject, None, territory.together(target.places), span)


def whole_of(cell: Cell) -> Cell:
    """The cell of the number that a figure is a part of."""
    return replace(cell, whole=True)


def with_sums(cells: Iterable[Cell], territory: Territory) -> frozenset[Cell]:
    """The cells, and those that nobody wrote down but that others lie in, or that lie in them."""
    found = set(cells)
    left = list(found)
    while left:
        cell = left.pop()
        places = (*territory.around(cell.place), *territory.within(cell.place))
        near = {replace(cell, place=place) for place in places}
        left += near - found
        found |= near
    return frozenset(found)


def relations(
    cells: Iterable[Cell], shown: dict[Cell, Decimal], territory: Territory, *, newest: bool
) -> Iterator[Relation]:
    """What adds up among the cells of one subject: places, periods, programmes, wholes, baselines.

    With `newest` a total is also compared with earlier figures of its parts, as targets do.
    """
    known = sorted(cells, key=repr)
    for whole in (False, True):
        kind = [cell for cell in known if cell.whole is whole]
        for total in kind:
            alike = [c for c in kind if c.programme == total.programme]
            yield from _of_places(total, alike, shown, territory, newest)
            there = [c for c in alike if c.place == total.place]
            yield from _of_periods(total, there)
            yield from _of_baselines(total, there)
            yield from _of_programmes(total, kind)
    for cell in known:
        if cell.whole and (part := replace(cell, whole=False)) in known:
            yield Relation(cell, (part,), complete=False)


def _of_places(
    total: Cell,
    cells: list[Cell],
    shown: dict[Cell, Decimal],
    territory: Territory,
    newest: bool,
) -> Iterator[Relation]:
    """Smaller places within a place; when they are more than it holds, it may be their average."""
    of_place: dict[str, list[Cell]] = {}
    for cell in cells:
        of_place.setdefault(cell.place, []).append(cell)
    for family in territory.families(total.place, tuple(of_place)):
        parts = [_at(total.span, of_place[place], newest) for place in family.places]
        found = tuple(part for part in parts if part)
        if found:
            yield from _sums(total, found, family, shown)


def _sums(
    total: Cell, parts: tuple[Cell, ...], family: Family, shown: dict[Cell, Decimal]
) -> Iterator[Relation]:
    complete = family.covers and len(parts) == len(family.places)
    together = sum((shown[part] for part in parts if part in shown), Decimal(0))
    guess = any(part.span != total.span for part in parts)
    if complete and total in shown and together > shown[total]:
        yield Relation(total, parts, times=len(parts), guess=guess)
        return
    yield Relation(total, parts, complete, guess=guess)
    if not complete and not family.covers and family.inside_one:
        # Nobody knows whether these are all; a reader may well think so.
        yield Relation(total, parts, guess=True)


def _at(span: Span, cells: list[Cell], newest: bool) -> Cell | None:
    """The figure of a part that belongs to a total: of the same days, else up to the same day."""
    same = [cell for cell in cells if cell.span == span]
    if same:
        return same[0]
    last = span.end or date.max
    ends = ((cell.span.end or span.end or date.min, repr(cell), cell) for cell in cells)
    fitting = [e for e in ends if e[0] == last or (e[0] < last and (newest or not span.end))]
    return max(fitting)[2] if fitting else None


def _of_periods(total: Cell, cells: list[Cell]) -> Iterator[Relation]:
    """Periods that follow on each other and together make another, in large and small steps."""
    start, end = total.span.start, total.span.end
    if not (start and end) or total.span.text:
        return
    inside = [(c.span.start, c.span.end, c) for c in cells if c != total and not c.span.text]
    known = [(s, e, c) for s, e, c in inside if s and e and start <= s and e <= end]
    for sign in (1, -1):
        parts: list[Cell] = []
        day = start
        for first, last, cell in sorted(known, key=lambda k: (k[0], sign * (k[1] - k[0]).days)):
            if first == day:
                parts.append(cell)
                day = last + DAY
        if day == end + DAY and len(parts) > 1:
            yield Relation(total, tuple(parts))


def _of_baselines(baseline: Cell, cells: list[Cell]) -> Iterator[Relation]:
    """A baseline may be what was last observed in the year before it."""
    end = baseline.span.end
    if baseline.span.text != BASELINE or end is None:
        return
    before = [
        (c.span.end, repr(c), c)
        for c in cells
        if c != baseline and c.span.end and c.span.end.year == end.year
    ]
    if before:
        yield Relation(baseline, (max(before)[2],), guess=True)


def _of_programmes(total: Cell, cells: list[Cell]) -> Iterator[Relation]:
    if total.programme is None:
        parts = tuple(
            c for c in cells if c.programme and c.place == total.place and c.span == total.span
        )
        if parts:
            yield Relation(total, parts, complete=False)
            yield Relation(total, parts, guess=True)
