"""Budgets and sources of money of which more is planned than there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.budget.funding import Days, Use, at_once, available, planned_columns, uses
from kansrijk_cli.compute.budget.tables import value_in
from kansrijk_cli.compute.dates import year_end
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget, BudgetLine, Budgets, Funding
from kansrijk_cli.workspace.entry import Entry, each


@dataclass(frozen=True, slots=True)
class Overrun:
    """More than there is, in euros: of one source, or (`source` is `None`) of a whole budget.

    `budgets` take from it, `lines` are the ids of their lines. `days` is the period; `None` is all
    that the money is for. `several` says that there are more periods, which may fit.
    """

    source: Funding | None
    budgets: tuple[Budget, ...]
    lines: tuple[str, ...]
    place: Place
    cost: Decimal
    money: Decimal
    days: Days | None
    several: bool

    @property
    def over(self) -> Decimal:
        """How much there is too little."""
        return self.cost - self.money

    @property
    def year(self) -> int | None:
        """The calendar year that the period is, if it is one."""
        start, end = self.days or (None, None)
        is_year = start and start == date(start.year, 1, 1) and end == year_end(start.year)
        return start.year if start and is_year else None


def overruns(entry: Entry[Budgets], year: int) -> Iterator[Overrun]:
    """Every budget over all its sources together, and every source over what it gives.

    A source needs no word when all that it pays for is over by itself and has no other.
    """
    whole = [
        found
        for place, budget in each(entry.place.at("budgets"), entry.content.budgets)
        for found in _of_budget(entry.content, budget, place, year)
    ]
    yield from whole
    told = {(budget.id, found.days) for found in whole for budget in found.budgets}
    for use in uses(entry, year):
        names = {budget for budget, _ in use.lines}
        budgets = tuple(budget for budget in entry.content.budgets if budget.id in names)
        only = (use.funding.id,)
        if use.over and not all(b.funding == only and (b.id, use.days) in told for b in budgets):
            yield _of_source(use, budgets)


def _of_source(use: Use, budgets: tuple[Budget, ...]) -> Overrun:
    lines = tuple(dict.fromkeys(line for _, line in use.lines))
    money, place = use.used - use.over, use.place.at("amount")
    return Overrun(use.funding, budgets, lines, place, use.used, money, use.days, use.several)


def _of_budget(content: Budgets, budget: Budget, place: Place, year: int) -> Iterator[Overrun]:
    """A budget over its sources, as far as all of these are known, in each period.

    Only when all of its money is for some years together, all columns are added up.
    """
    sources = [source for source in content.funding if source.id in budget.funding]
    known = [amount for source in sources if (amount := available(source)) is not None]
    if not known or len(known) < len(set(budget.funding)):
        return
    found = [(days, _cost(budget, id_)) for id_, days in planned_columns(budget, year).items()]
    costs: dict[Days | None, Decimal] = {}
    if all(map(at_once, sources)):
        costs = {None: sum((cost for _, cost in found), Decimal(0))}
    else:
        for days, cost in found:
            costs[days] = max(cost, costs.get(days, cost))
    money, lines = sum(known, Decimal(0)), tuple(line.id for line in _top(budget))
    for period, cost in costs.items():
        if cost > money:
            here = place.at("funding")
            yield Overrun(None, (budget,), lines, here, cost, money, period, len(costs) > 1)


def _cost(budget: Budget, column: str) -> Decimal:
    values = (value_in(line, column) for line in _top(budget))
    return sum((v for v in values if v is not None), Decimal(0)) * budget.multiplier


def _top(budget: Budget) -> list[BudgetLine]:
    """The lines that count in nothing else: printed totals if there are, else all costs."""
    top = [line for line in budget.lines if line.under is None and line.per is None]
    return [line for line in top if line.total] or top
