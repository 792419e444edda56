"""Projects that several regions pay together: do the parts fit, and do the regions agree?"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from kansrijk_cli.compute.budget.funding import first_column
from kansrijk_cli.compute.budget.tables import value_in
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Amount, Budget, BudgetLine, Budgets, Column
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

Why = Literal["parts", "own", "total", "share", "absent"]


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A line that is one region's part of a project in one column, with amounts in euros.

    `place` is where it is told what is shared. `column` is that of the budget, of which the kind
    and days tell which of another region is the same; `is_first` also when it has no columns.
    """

    region: str
    year: int
    place: Place
    project: str
    column: Column | None
    is_first: bool
    own: Decimal | None
    total: Decimal | None
    shares: dict[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two amounts of a shared project that should be equal; `other` is at another place."""

    why: Why
    shared: SharedLine
    place: Place
    one: Decimal | None = None
    two: Decimal | None = None
    region: str | None = None
    other: SharedLine | None = None


def shared_lines(workspace: Workspace) -> tuple[SharedLine, ...]:
    """Every line that is part of a project of more regions, once for each column."""
    return tuple(
        shared
        for region, year in workspace.years()
        if (entry := year.files.get(Budgets))
        for place, budget in each(entry.place.at("budgets"), entry.content.budgets)
        for here, line in each(place.at("lines"), budget.lines)
        for shared in _shared(region.id, year.year, budget, here.at("shared"), line)
    )


def clashes(workspace: Workspace) -> Iterator[Clash]:
    """What does not fit: within a line, between regions, and a region that says nothing of it.

    Projects are the same when their name and year are, and what they share when the columns are.
    Of a region that is not in the workspace, or has no budgets of that year, nothing can be said.
    """
    lines = shared_lines(workspace)
    told: set[tuple[str, str, str | None]] = set()
    for line in lines:
        yield from _within(line)
        for clash in _absent(workspace, line, lines):
            # Of several columns of a project the first that names the region says it.
            if (missing := (line.region, line.project, clash.region)) not in told:
                told.add(missing)
                yield clash
    for one, two in combinations(lines, 2):
        is_same = (one.project.casefold(), one.year) == (two.project.casefold(), two.year)
        if is_same and _are_alike(one, two):
            yield from _between(one, two)


def _are_alike(one: SharedLine, two: SharedLine) -> bool:
    """Whether two columns are about the same: as the first of both, or by kind and days."""
    if one.column and two.column:
        days = [(c.kind, c.period.start(y), c.period.end(y)) for c, y in _columns(one, two)]
        return days[0] == days[1]
    return one.is_first and two.is_first


def _columns(*lines: SharedLine) -> list[tuple[Column, int]]:
    return [(line.column, line.year) for line in lines if line.column]


def _within(line: SharedLine) -> Iterator[Clash]:
    known = [share for share in line.shares.values() if share is not None]
    total = sum(known, Decimal(0))
    here = line.place
    is_whole = len(known) == len(line.shares)
    is_over = line.total is not None and total > line.total
    if line.total is not None and known and (is_over or (is_whole and total != line.total)):
        yield Clash("parts", line, here.at("regions"), total, line.total)
    own = line.shares.get(line.region)
    if own is not None and line.own is not None and own != line.own:
        yield Clash("own", line, here.at("regions", line.region), own, line.own)


def _absent(
    workspace: Workspace, line: SharedLine, lines: tuple[SharedLine, ...]
) -> Iterator[Clash]:
    there = {
        other.region
        for other in lines
        if (other.project.casefold(), other.year) == (line.project.casefold(), line.year)
    }
    for name in line.shares:
        region = workspace.regions.get(name)
        year = region.years.get(line.year) if region else None
        if year and year.files.get(Budgets) and name not in there:
            here = line.place.at("regions", name)
            yield Clash("absent", line, here.key(), region=name)


def _between(one: SharedLine, two: SharedLine) -> Iterator[Clash]:
    """The second is reported, with the first beside it."""
    here = two.place
    if one.region == two.region:
        return
    if one.total is not None and two.total is not None and one.total != two.total:
        yield Clash("total", two, here.at("total"), two.total, one.total, other=one)
    for name, share in two.shares.items():
        theirs = one.shares.get(name)
        if share is not None and theirs is not None and share != theirs:
            yield Clash("share", two, here.at("regions", name), share, theirs, name, one)


def _shared(
    region: str, year: int, budget: Budget, place: Place, line: BudgetLine
) -> Iterator[SharedLine]:
    if line.shared is None:
        return
    first, multiplier = first_column(budget), budget.multiplier
    columns = {column.id: column for column in budget.columns}
    for name, amounts in line.shared.by_column(first).items():
        own = value_in(line, name)
        yield SharedLine(
            region,
            year,
            place if amounts is line.shared else place.at("columns", name),
            line.shared.project,
            columns.get(name),
            name == first,
            None if own is None else own * multiplier,
            _euros(amounts.total, multiplier),
            {region: _euros(share, multiplier) for region, share in amounts.regions.items()},
        )


def _euros(amount: Amount | None, multiplier: int) -> Decimal | None:
    if amount is None or not isinstance(amount.value, Decimal):
        return None
    return amount.value * multiplier
