"""What a full-time worker costs, per salary scale within one budget."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.budget.tables import SINGLE_COLUMN, amount_in
from kansrijk_cli.model.budgets import Budget, BudgetLine

# In percent. Fte are printed with two decimals: 0,33 may be anything from 0,325 to 0,335, which
# alone moves a rate by 1,5% either way. One percent between two printed lines is then rounding.
TOLERANCE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Rate:
    """What one fte of a line costs in a column, in euros."""

    line: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of lines of equal scale in one column, lowest first; `tolerance` in percent."""

    scale: Decimal
    column: str
    rates: tuple[Rate, ...]
    tolerance: Decimal

    @property
    def spread(self) -> Fraction:
        """How much the highest is above the lowest, in percent."""
        low, high = self.rates[0].value, self.rates[-1].value
        return (high - low) / low * 100

    @property
    def is_equal(self) -> bool:
        """Whether they differ no more than the tolerance."""
        return self.spread <= Fraction(self.tolerance)


def rates(budget: Budget) -> Iterator[Rates]:
    """The rates per scale, for every column with a plan.

    Only exact amounts count: no total, no tariff, nothing "at least" or "about", nothing on a
    condition, and nothing without a scale, because then nobody says that they should be equal.
    """
    planned = [column.id for column in budget.columns if column.kind == "budget"]
    tolerance = TOLERANCE if budget.tolerance is None else budget.tolerance
    for column in planned if budget.columns else [SINGLE_COLUMN]:
        found: dict[Decimal, list[Rate]] = {}
        for line in budget.lines:
            rate = _rate(budget, line, column)
            if rate is not None and line.scale is not None:
                found.setdefault(line.scale, []).append(rate)
        for scale, known in sorted(found.items()):
            ordered = tuple(sorted(known, key=lambda rate: (rate.value, rate.line)))
            yield Rates(scale, column, ordered, tolerance)


def _rate(budget: Budget, line: BudgetLine, column: str) -> Rate | None:
    amount = amount_in(line, column)
    if line.total or line.per or line.bound or not line.fte or amount is None:
        return None
    value = amount.value
    if not isinstance(value, Decimal) or value <= 0 or line.fte <= 0:
        return None
    if amount.bound or amount.condition:
        return None
    return Rate(line.id, Fraction(value) * budget.multiplier / Fraction(line.fte))
