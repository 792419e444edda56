"""The parts of `kansrijk/budget/1` that are computed from the lines. Amounts are in euros."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.budget.columns import compared
from kansrijk_cli.compute.budget.rates import rates
from kansrijk_cli.compute.budget.sums import Sum, over_columns, sum_of, together
from kansrijk_cli.compute.budget.sureness import Sureness
from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.output.shapes.base import Number, Part


class SumShape(Part):
    """Opgetelde regels. `bound` zegt of het minstens, hoogstens of ongeveer zo veel is.

    Dat komt door grenzen bij regels en door wat nog `open` is. Een gedrukt totaal boven zijn
    bekende regels heeft daar ruimte voor, en is `about`. Bij `unknown` kan het meer en minder zijn.
    `at_least` is hetzelfde als `bound: at-least`.
    """

    line: str | None
    column: str
    value: Number
    conditional: Number
    unconditional: Number
    at_least: bool
    bound: Sureness
    open: list[str]


class ComparedShape(Part):
    """Realisatie of prognose naast de begroting; `left` is wat overblijft.

    `left_bound` en `share_bound` zeggen of dat getal minstens, hoogstens of ongeveer zo veel is,
    omdat er nog iets open staat. Bij `unknown` kan het meer en minder zijn.
    """

    line: str
    column: str
    against: str
    budget: Number
    amount: Number
    left: Number
    left_bound: Sureness
    share: Number | None
    share_bound: Sureness


class OverShape(Part):
    """Kolommen van een soort opgeteld: van een jaar, of van alles (`year` is `null`)."""

    line: str
    kind: str
    year: int | None
    columns: list[str]
    value: Number
    conditional: Number
    at_least: bool
    bound: Sureness
    open: list[str]


class RatesShape(Part):
    """Wat een fte kost op regels van dezelfde schaal; `spread` en `tolerance` zijn procenten."""

    scale: Number
    column: str
    lines: dict[str, Number]
    spread: Number
    tolerance: Number
    equal: bool


def sum_shapes(table: BudgetTable) -> Iterator[SumShape]:
    """Every total in every column, and all lines together (`line` is `null`)."""
    budget = table.budget
    for line in budget.lines:
        for column in table.columns:
            if line.total and line.per is None:
                yield _sum(line.id, column, sum_of(budget, line, column))
    for column in table.columns:
        yield _sum(None, column, together(budget, column))


def compared_shapes(table: BudgetTable, year: int) -> Iterator[ComparedShape]:
    """What was spent or is expected beside the budget."""
    for found in compared(table, year):
        yield ComparedShape(
            line=found.line,
            column=found.column,
            against=found.against,
            budget=found.budget,
            amount=found.amount,
            left=found.left,
            left_bound=found.sure,
            share=None if found.share is None else _decimal(found.share, 4),
            share_bound=None if found.share is None else found.share_sure,
        )


def over_shapes(table: BudgetTable, year: int) -> Iterator[OverShape]:
    """Columns of one kind added up."""
    for over in over_columns(table, year):
        yield OverShape(
            line=over.line,
            kind=over.kind,
            year=over.year,
            columns=list(over.columns),
            value=over.sum.value,
            conditional=over.sum.conditional,
            at_least=over.sum.at_least,
            bound=over.sum.sure,
            open=sorted(over.sum.open),
        )


def rates_shapes(table: BudgetTable) -> Iterator[RatesShape]:
    """What an fte costs per scale."""
    for group in rates(table.budget):
        yield RatesShape(
            scale=group.scale,
            column=group.column,
            lines={r.line: _decimal(r.value, 2) for r in sorted(group.rates, key=lambda r: r.line)},
            spread=_decimal(group.spread, 2),
            tolerance=group.tolerance,
            equal=group.is_equal,
        )


def _sum(line: str | None, column: str, found: Sum) -> SumShape:
    return SumShape(
        line=line,
        column=column,
        value=found.value,
        conditional=found.conditional,
        unconditional=found.certain,
        at_least=found.at_least,
        bound=found.sure,
        open=sorted(found.open),
    )


def _decimal(value: Fraction, places: int) -> Decimal:
    return Decimal(round(value * 10**places)).scaleb(-places)
