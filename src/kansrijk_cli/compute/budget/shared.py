"""Projects that several regions pay together: do the parts fit, and do the regions agree?"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from kansrijk_cli.compute.budget.funding import first_column
from kansrijk_cli.compute.budget.tables import value_in
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Amount, BudgetLine, Budgets
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

Why = Literal["parts", "own", "total", "share", "absent"]


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A line that is one region's part of a project, with amounts in euros."""

    region: str
    year: int
    line: BudgetLine
    place: Place
    project: str
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
    """Every line that is part of a project of more regions."""
    return tuple(
        _shared(region.id, year.year, budget.multiplier, first_column(budget), here, line)
        for region, year in workspace.years()
        if (entry := year.files.get(Budgets))
        for place, budget in each(entry.place.at("budgets"), entry.content.budgets)
        for here, line in each(place.at("lines"), budget.lines)
        if line.shared
    )


def clashes(workspace: Workspace) -> Iterator[Clash]:
    """What does not fit: within a line, between regions, and a region that says nothing of it.

    Projects are the same when their name and year are. Of a region that is not in the workspace,
    or has no budgets of that year, nothing can be said.
    """
    lines = shared_lines(workspace)
    for line in lines:
        yield from _within(line)
        yield from _absent(workspace, line, lines)
    for one, two in combinations(lines, 2):
        if (one.project.casefold(), one.year) == (two.project.casefold(), two.year):
            yield from _between(one, two)


def _within(line: SharedLine) -> Iterator[Clash]:
    known = [share for share in line.shares.values() if share is not None]
    total = sum(known, Decimal(0))
    here = line.place.at("shared")
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
            here = line.place.at("shared", "regions", name)
            yield Clash("absent", line, here.key(), region=name)


def _between(one: SharedLine, two: SharedLine) -> Iterator[Clash]:
    """The second is reported, with the first beside it."""
    here = two.place.at("shared")
    if one.region == two.region:
        return
    if one.total is not None and two.total is not None and one.total != two.total:
        yield Clash("total", two, here.at("total"), two.total, one.total, other=one)
    for name, share in two.shares.items():
        theirs = one.shares.get(name)
        if share is not None and theirs is not None and share != theirs:
            yield Clash("share", two, here.at("regions", name), share, theirs, name, one)


def _shared(
    region: str, year: int, multiplier: int, column: str, place: Place, line: BudgetLine
) -> SharedLine:
    shared = line.shared
    assert shared is not None  # noqa: S101 - only called for such lines
    own = value_in(line, column)
    return SharedLine(
        region,
        year,
        line,
        place,
        shared.project,
        None if own is None else own * multiplier,
        _euros(shared.total, multiplier),
        {name: _euros(share, multiplier) for name, share in shared.regions.items()},
    )


def _euros(amount: Amount | None, multiplier: int) -> Decimal | None:
    if amount is None or not isinstance(amount.value, Decimal):
        return None
    return amount.value * multiplier
