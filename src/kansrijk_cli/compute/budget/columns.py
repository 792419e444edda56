"""What was spent, and what is expected, against what was planned."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.budget.sums import sum_of
from kansrijk_cli.compute.budget.sureness import OPPOSITE, Sureness
from kansrijk_cli.compute.budget.tables import BudgetTable, value_in
from kansrijk_cli.model.budgets import Budget, Column


@dataclass(frozen=True, slots=True)
class Compared:
    """An actual or expected amount of a line next to its budget, in euros.

    `sure` is about what is left, `None` when that is exact: a line that is still open in the budget
    can only make it more, one in the amount only less.
    """

    line: str
    column: str
    against: str
    budget: Decimal
    amount: Decimal
    sure: Sureness = None

    @property
    def left(self) -> Decimal:
        """What is left of the budget; negative when it is over."""
        return self.budget - self.amount

    @property
    def share(self) -> Fraction | None:
        """The part of the budget, `None` of a budget of nothing."""
        return Fraction(self.amount) / Fraction(self.budget) if self.budget else None

    @property
    def share_sure(self) -> Sureness:
        """How sure the part is: the more is left, the less it is. Not so of money that comes in."""
        if self.sure is not None and (self.budget < 0 or self.amount < 0):
            return "unknown"
        return OPPOSITE.get(self.sure, self.sure)


def compared(table: BudgetTable, year: int) -> Iterator[Compared]:
    """Every line with two numbers, in the order of the columns and then of the lines.

    `year` is that of the folder, for quarters without one. A tariff is not compared.
    """
    budget = table.budget
    for column in budget.columns:
        against = budget_column(budget, column, year)
        if against is None:
            continue
        for line in budget.lines:
            planned, amount = value_in(line, against.id), value_in(line, column.id)
            if planned is not None and amount is not None and line.per is None:
                scale = budget.multiplier
                sums = (sum_of(budget, line, one.id) for one in (against, column))
                sure = _left(*(found.sure for found in sums))
                yield Compared(
                    line.id, column.id, against.id, planned * scale, amount * scale, sure
                )


def _left(planned: Sureness, amount: Sureness) -> Sureness:
    """How sure a difference of two amounts is."""
    taken = OPPOSITE.get(amount, amount)
    return planned or taken if None in (planned, taken) or planned == taken else "unknown"


def budget_column(budget: Budget, column: Column, year: int) -> Column | None:
    """The budget that an actual or forecast is held against.

    That is the one of the same period, else the only one that covers it: what was spent in two
    quarters is a part of the budget of the year. `None` when there is no such column, or more.
    """
    if column.kind == "budget":
        return None
    planned = [other for other in budget.columns if other.kind == "budget"]
    same = [other for other in planned if _days(other, year) == _days(column, year)]
    found = same or [other for other in planned if _covers(other, column, year)]
    return found[0] if len(found) == 1 else None


def _days(column: Column, year: int) -> tuple[object, object]:
    return column.period.start(year), column.period.end(year)


def _covers(planned: Column, column: Column, year: int) -> bool:
    """Whether all days of a column are days of the budget."""
    start, end = column.period.start(year), column.period.end(year)
    return bool(
        start
        and end
        and planned.period.contains(start, year)
        and planned.period.contains(end, year)
    )
