"""Budgets that cost more than the money that there is for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kansrijk_cli.compute.budget.funding import Use, available, planned_columns, uses
from kansrijk_cli.compute.budget.tables import value_in
from kansrijk_cli.model.budgets import Budget, BudgetLine, Budgets
from kansrijk_cli.workspace.workspace import YearFolder

# What is over: a budget, or a source of money.
_Key = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Overrun:
    """A budget and its funding, in euros. `source` is the one source of money, `None` for all.

    More budgets may take from one source: `budget` is the first of them, and `title` names all.
    """

    budget: str
    title: str
    source: str | None
    cost: Decimal
    funding: Decimal


def new_overruns(before: YearFolder | None, after: YearFolder | None) -> tuple[Overrun, ...]:
    """The budgets and sources of money that are over, and were not before."""
    budgets, sources = dict(_budgets(after)), dict(_sources(after))
    known = {*dict(_budgets(before)), *dict(_sources(before)), *_told(after, set(budgets))}
    return tuple(o for key, o in {**budgets, **sources}.items() if key not in known)


def _budgets(year: YearFolder | None) -> Iterator[tuple[_Key, Overrun]]:
    """Every budget over all its funding together, as far as both are known.

    Each column stands by itself, because a source of money may be for one year or for all.
    """
    content = year.files.content(Budgets) if year else None
    if year is None or content is None:
        return
    sources = {source.id: available(source) for source in content.funding}
    for budget in content.budgets:
        money = [sources.get(name) for name in budget.funding]
        known = [amount for amount in money if amount is not None]
        total = sum(known, Decimal(0))
        cost = _highest(budget, year.year)
        if known and len(known) == len(money) and cost > total:
            yield (budget.id, None), Overrun(budget.id, budget.title, None, cost, total)


def _sources(year: YearFolder | None) -> Iterator[tuple[_Key, Overrun]]:
    """Every source of money that gives less than the lines take from it, as KR407 counts them."""
    for use, budgets in _over(year):
        titles = ", ".join(budget.title for budget in budgets)
        money = use.used - use.over
        overrun = Overrun(budgets[0].id, titles, use.funding.title, use.used, money)
        yield (None, use.funding.id), overrun


def _told(year: YearFolder | None, over: set[_Key]) -> Iterator[_Key]:
    """The sources that need no word: all that they pay for is over by itself, and has no other."""
    for use, budgets in _over(year):
        if all(b.funding == (use.funding.id,) and (b.id, None) in over for b in budgets):
            yield None, use.funding.id


def _over(year: YearFolder | None) -> Iterator[tuple[Use, list[Budget]]]:
    """The sources of which too much is used, each with the budgets that take from it."""
    entry = year.files.get(Budgets) if year else None
    if year is None or entry is None:
        return
    for use in uses(entry, year.year):
        if use.over:
            names = {budget for budget, _ in use.lines}
            yield use, [budget for budget in entry.content.budgets if budget.id in names]


def _highest(budget: Budget, year: int) -> Decimal:
    """The cost in the column with the most; what was really spent is no plan."""
    top = _top(budget)
    costs = [_sum(top, column) * budget.multiplier for column in planned_columns(budget, year)]
    return max(costs, default=Decimal(0))


def _top(budget: Budget) -> list[BudgetLine]:
    """The lines that count in nothing else: printed totals if there are, else all costs."""
    top = [line for line in budget.lines if line.under is None and line.per is None]
    return [line for line in top if line.total] or top


def _sum(lines: list[BudgetLine], column: str) -> Decimal:
    values = (value_in(line, column) for line in lines)
    return sum((value for value in values if value is not None), Decimal(0))
