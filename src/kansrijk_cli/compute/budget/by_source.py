"""What is planned from each source of money, line by line, and what no source is named for."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kansrijk_cli.compute.budget.funding import first_column, planned_columns
from kansrijk_cli.compute.budget.sums import bound_of
from kansrijk_cli.compute.budget.tables import amount_in, parts_of
from kansrijk_cli.model.budgets import Amount, Budget, BudgetLine
from kansrijk_cli.model.types import Bound

OPEN = ("PM", "ntb")


@dataclass(frozen=True, slots=True)
class Paid:
    """What a source pays of a line in a column, in euros; `source` is `None` when none is named.

    Without a `value` it is still open; `amount` is what stands there, if anything does.
    """

    source: str | None
    column: str
    line: BudgetLine
    value: Decimal | None
    amount: Amount | None

    @property
    def conditional(self) -> bool:
        """Whether it only comes on a condition."""
        return self.amount is not None and self.amount.condition is not None

    @property
    def bound(self) -> Bound | None:
        """What is open can only add to a sum; else what is said with the amount."""
        return "at-least" if self.value is None else bound_of(self.line, self.amount)


def paid(budget: Budget, year: int) -> Iterator[Paid]:
    """The planned amounts of a budget by the source that pays them.

    A printed total counts by its lines, and a tariff is no cost. A budget that names one source is
    paid by that source where its lines say nothing else.
    """
    for column in planned_columns(budget, year):
        for line in budget.lines:
            if line.per is None and not (line.total and parts_of(budget, line.id)):
                yield from _of_line(budget, line, column)


def _of_line(budget: Budget, line: BudgetLine, column: str) -> Iterator[Paid]:
    parts = [p for p in line.funded if (p.column or first_column(budget)) == column]
    amount = amount_in(line, column)
    for part in parts:
        yield from _one(budget, part.funding, column, line, part.amount)
    if not parts:
        only = budget.funding[0] if len(budget.funding) == 1 else None
        yield from _one(budget, line.funding or only, column, line, amount)
    elif rest := _rest(amount, [part.amount for part in parts]):
        yield Paid(None, column, line, rest * budget.multiplier, None)


def _one(
    budget: Budget, source: str | None, column: str, line: BudgetLine, amount: Amount | None
) -> Iterator[Paid]:
    value = amount.value if amount else None
    if isinstance(value, Decimal):
        yield Paid(source, column, line, value * budget.multiplier, amount)
    elif value in OPEN or (amount is None and budget.empty == "unknown"):
        yield Paid(source, column, line, None, amount)


def _rest(amount: Amount | None, parts: list[Amount | None]) -> Decimal | None:
    """What an amount is more than its parts, as far as all of them are known."""
    values = [part.value if part else None for part in parts]
    known = [value for value in values if isinstance(value, Decimal)]
    if amount is None or not isinstance(amount.value, Decimal) or len(known) < len(values):
        return None
    return max(amount.value - sum(known, Decimal(0)), Decimal(0))
