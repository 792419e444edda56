"""How much of each source of money is used, and lines that several sources pay for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.budget.tables import SINGLE_COLUMN, parts_of, value_in
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget, BudgetLine, Budgets, Funding
from kansrijk_cli.workspace.entry import Entry, each

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Use:
    """What is planned from one source, in euros, in one period or in all that the money is for.

    `available` is `None` when it is not known; `lines` are (budget, line) in order. `days` is the
    period, `None` for all; `several` says that there are more.
    """

    funding: Funding
    place: Place
    used: Decimal
    available: Decimal | None
    lines: tuple[tuple[str, str], ...]
    days: Days | None
    several: bool

    @property
    def over(self) -> Decimal:
        """How much more is planned than there is, 0 when it fits or is not known."""
        if self.available is None:
            return Decimal(0)
        return max(self.used - self.available, Decimal(0))


@dataclass(frozen=True, slots=True)
class Split:
    """A line in a column with the parts that sources pay, in the unit of the budget.

    `parts` adds up what is known; `whole` says whether every part is.
    """

    line: BudgetLine
    place: Place
    column: str
    amount: Decimal
    parts: Decimal
    whole: bool

    @property
    def difference(self) -> Decimal:
        """The amount less what the sources pay; parts that are not known may still fill it."""
        short = self.amount - self.parts
        return short if self.whole or short < 0 else Decimal(0)


@dataclass(frozen=True, slots=True)
class _Cost:
    days: Days
    budget: str
    line: str
    euros: Decimal


def uses(entry: Entry[Budgets], year: int) -> Iterator[Use]:
    """Per source and period what is planned from it, over all budgets of the year's file.

    Money for some years is for all columns together; other money is held against each period by
    itself, because it may be for each.
    """
    budgets = entry.content.budgets
    for place, funding in each(entry.place.at("funding"), entry.content.funding):
        costs = [cost for budget in budgets for cost in _costs(budget, funding.id, year)]
        groups: dict[Days | None, list[_Cost]] = {}
        for cost in costs:
            groups.setdefault(None if at_once(funding) else cost.days, []).append(cost)
        for days, group in groups.items():
            yield Use(
                funding,
                place,
                sum((cost.euros for cost in group), Decimal(0)),
                available(funding),
                tuple(dict.fromkeys((cost.budget, cost.line) for cost in group)),
                days,
                len(groups) > 1,
            )


def at_once(funding: Funding) -> bool:
    """Whether money is for some years together, and not for every year."""
    return funding.period is not None and not funding.structural


def splits(budget: Budget, place: Place) -> Iterator[Split]:
    """Every amount with parts per source of money, where the amount itself is a number."""
    for here, line in each(place.at("lines"), budget.lines):
        columns = dict.fromkeys(part.column or first_column(budget) for part in line.funded)
        for column in columns:
            amount = value_in(line, column)
            if amount is None:
                continue
            parts = _parts(budget, line, column)
            known = [part for part in parts if part is not None]
            total = sum(known, Decimal(0))
            whole = len(known) == len(parts)
            yield Split(line, here.at("funded"), column, amount, total, whole)


def first_column(budget: Budget) -> str:
    """The column of an amount that names none."""
    return budget.columns[0].id if budget.columns else SINGLE_COLUMN


def _parts(budget: Budget, line: BudgetLine, column: str) -> list[Decimal | None]:
    found: list[Decimal | None] = []
    for part in line.funded:
        if (part.column or first_column(budget)) == column:
            value = part.amount.value if part.amount else None
            is_none = value == "nvt"
            found.append(value if isinstance(value, Decimal) else Decimal(0) if is_none else None)
    return found


def _costs(budget: Budget, source: str, year: int) -> Iterator[_Cost]:
    """What the lines of a budget take from a source in the columns with a plan."""
    for column, days in planned_columns(budget, year).items():
        for line in budget.lines:
            # The lines of a total are counted, and not the total itself once more.
            if line.per is None and not (line.total and parts_of(budget, line.id)):
                value = _paid(budget, line, column, source)
                if value is not None:
                    yield _Cost(days, budget.id, line.id, value * budget.multiplier)


def _paid(budget: Budget, line: BudgetLine, column: str, source: str) -> Decimal | None:
    if not line.funded:
        return value_in(line, column) if line.funding == source else None
    values = [
        part.amount.value
        for part in line.funded
        if part.funding == source and (part.column or first_column(budget)) == column
        if part.amount and isinstance(part.amount.value, Decimal)
    ]
    return sum(values, Decimal(0)) if values else None


def planned_columns(budget: Budget, year: int) -> dict[str, Days]:
    """The columns with what is planned and their days; a single amount is of the whole year."""
    if not budget.columns:
        return {SINGLE_COLUMN: (date(year, 1, 1), date(year, 12, 31))}
    return {
        column.id: (column.period.start(year), column.period.end(year))
        for column in budget.columns
        if column.kind == "budget"
    }


def available(funding: Funding) -> Decimal | None:
    """What a source gives at most, `None` when that is not known."""
    amount = funding.amount
    if amount is None or amount.bound == "at-least" or not isinstance(amount.value, Decimal):
        return None
    return amount.value
