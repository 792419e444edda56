"""Budgets that cost more than the money that there is for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kansrijk_cli.compute.budget import SINGLE_COLUMN, value_in
from kansrijk_cli.model.budgets import Budget, BudgetLine, Budgets, Funding


@dataclass(frozen=True, slots=True)
class Overrun:
    """A budget and its funding, in euros. `source` is the one source of money, `None` for all."""

    budget: str
    title: str
    source: str | None
    cost: Decimal
    funding: Decimal


def new_overruns(before: Budgets | None, after: Budgets | None) -> tuple[Overrun, ...]:
    """The budgets that are over their funding, and were not before."""
    known = {(found.budget, found.source) for found in _overruns(before)}
    return tuple(o for o in _overruns(after) if (o.budget, o.source) not in known)


def _overruns(content: Budgets | None) -> Iterator[Overrun]:
    """Every budget over its funding, as far as both are known.

    Each column stands by itself, because a source of money may be for one year or for all.
    """
    sources = {source.id: source for source in content.funding} if content else {}
    for budget in content.budgets if content else ():
        money = [_amount(sources.get(name)) for name in budget.funding]
        known = [amount for amount in money if amount is not None]
        if known and len(known) == len(money):
            yield from _over(budget, None, _top(budget), sum(known, Decimal(0)))
        for name, source in sources.items():
            amount = _amount(source)
            lines = [line for line in _costs(budget) if line.funding == name]
            if amount is not None and budget.funding != (name,):
                yield from _over(budget, source.title, lines, amount)


def _over(
    budget: Budget, source: str | None, lines: list[BudgetLine], money: Decimal
) -> Iterator[Overrun]:
    costs = [_sum(lines, column) * budget.multiplier for column in _columns(budget)]
    highest = max(costs, default=Decimal(0))
    if highest > money:
        yield Overrun(budget.id, budget.title, source, highest, money)


def _amount(source: Funding | None) -> Decimal | None:
    """What a source of money gives at most, `None` when that is not known."""
    amount = source.amount if source else None
    if amount is None or amount.bound == "at-least" or not isinstance(amount.value, Decimal):
        return None
    return amount.value


def _columns(budget: Budget) -> list[str]:
    """The columns with what is planned; what was really spent is no plan."""
    planned = [column.id for column in budget.columns if column.kind == "budget"]
    return planned if budget.columns else [SINGLE_COLUMN]


def _top(budget: Budget) -> list[BudgetLine]:
    """The lines that count in nothing else: printed totals if there are, else all costs."""
    top = [line for line in budget.lines if line.under is None and line.per is None]
    return [line for line in top if line.total] or top


def _costs(budget: Budget) -> list[BudgetLine]:
    return [line for line in budget.lines if not line.total and line.per is None]


def _sum(lines: list[BudgetLine], column: str) -> Decimal:
    values = (value_in(line, column) for line in lines)
    return sum((value for value in values if value is not None), Decimal(0))
