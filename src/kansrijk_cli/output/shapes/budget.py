"""`kansrijk/budget/1`. Amounts are in euros, whatever the unit of the table."""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

from kansrijk_cli.compute.budget.funding import first_column
from kansrijk_cli.compute.budget.tables import BudgetTable, amount_in, value_in
from kansrijk_cli.model.budgets import Amount, Budget, BudgetLine, SharedAmounts
from kansrijk_cli.output.shapes.base import Number, Part, Shape, State
from kansrijk_cli.output.shapes.budget_depth import (
    ComparedShape,
    OverShape,
    RatesShape,
    SumShape,
    compared_shapes,
    over_shapes,
    rates_shapes,
    sum_shapes,
)


class FundedShape(Part):
    """Welk deel van een regel een geldbron betaalt; onbekend is `null`."""

    funding: str
    column: str
    amount: Number | None


class SharedAmountsShape(Part):
    """Wat een project van meer regio's in een kolom kost, met het deel van elke regio."""

    total: Number | None
    regions: dict[str, Number | None]


class SharedShape(Part):
    """Een project van meer regio's, met het deel van elke regio; `columns` is per kolom."""

    project: str
    total: Number | None
    regions: dict[str, Number | None]
    columns: dict[str, SharedAmountsShape]


class LineShape(Part):
    """Een regel; een bedrag dat geen getal is, is `null`, met het woord bij `amounts_state`."""

    id: str
    title: str | None
    under: str | None
    total: bool
    fte: Number | None
    scale: Number | None
    amounts: dict[str, Number | None]
    amounts_state: dict[str, State]
    conditions: dict[str, str]
    funding: str | None
    funded: list[FundedShape]
    shared: SharedShape | None


class TotalShape(Part):
    """Een gedrukt totaal naast de som van de regels."""

    line: str
    column: str
    stated: Number | None
    computed: Number
    difference: Number | None


class BudgetShape(Part):
    """Een begroting."""

    id: str
    title: str
    multiplier: int
    columns: list[str]
    lines: list[LineShape]
    totals: list[TotalShape]
    fte: Number | None
    by_municipality: dict[str, dict[str, Number]]
    sums: list[SumShape]
    compared: list[ComparedShape]
    over: list[OverShape]
    rates: list[RatesShape]


class BudgetsShape(Shape):
    """De uitkomst van `kansrijk budget`."""

    name: ClassVar = "budget"

    region: str
    year: int
    budgets: list[BudgetShape]


def budgets_shape(region: str, year: int, tables: Iterable[BudgetTable]) -> BudgetsShape:
    """The budgets in their published shape, sorted by id; lines keep the order of the table."""
    shapes = [_budget(table, year) for table in sorted(tables, key=lambda table: table.budget.id)]
    return BudgetsShape(region=region, year=year, budgets=shapes)


def _budget(table: BudgetTable, year: int) -> BudgetShape:
    budget = table.budget
    return BudgetShape(
        id=budget.id,
        title=budget.title,
        multiplier=budget.multiplier,
        columns=list(table.columns),
        lines=[_line(budget, line, table.columns) for line in budget.lines],
        totals=[
            TotalShape(
                line=total.line,
                column=total.column,
                stated=_euros(total.stated, budget),
                computed=total.computed * budget.multiplier,
                difference=_euros(total.difference, budget),
            )
            for total in table.totals
        ],
        fte=table.fte,
        by_municipality={name: dict(row) for name, row in table.by_municipality.items()},
        sums=list(sum_shapes(table)),
        compared=list(compared_shapes(table, year)),
        over=list(over_shapes(table, year)),
        rates=list(rates_shapes(table)),
    )


def _line(budget: Budget, line: BudgetLine, columns: tuple[str, ...]) -> LineShape:
    values = {column: _euros(value_in(line, column), budget) for column in columns}
    return LineShape(
        id=line.id,
        title=line.title,
        under=line.under,
        total=line.total,
        fte=line.fte,
        scale=line.scale,
        amounts=values,
        amounts_state={c: _state(budget, line, c) for c, value in values.items() if value is None},
        conditions={
            column: amount.condition
            for column in columns
            if (amount := amount_in(line, column)) and amount.condition
        },
        funding=line.funding,
        funded=[
            FundedShape(
                funding=part.funding,
                column=part.column or first_column(budget),
                amount=_of(part.amount, budget),
            )
            for part in line.funded
        ],
        shared=_shared(line, budget),
    )


def _shared(line: BudgetLine, budget: Budget) -> SharedShape | None:
    shared = line.shared
    if shared is None:
        return None
    return SharedShape(
        project=shared.project,
        total=_of(shared.total, budget),
        regions=_regions(shared, budget),
        columns={
            name: SharedAmountsShape(
                total=_of(amounts.total, budget), regions=_regions(amounts, budget)
            )
            for name, amounts in sorted(shared.columns.items())
        },
    )


def _regions(shared: SharedAmounts, budget: Budget) -> dict[str, Decimal | None]:
    return {name: _of(amount, budget) for name, amount in sorted(shared.regions.items())}


def _of(amount: Amount | None, budget: Budget) -> Decimal | None:
    value = amount.value if amount else None
    return _euros(value if isinstance(value, Decimal) else None, budget)


def _euros(value: Decimal | None, budget: Budget) -> Decimal | None:
    return None if value is None else value * budget.multiplier


def _state(budget: Budget, line: BudgetLine, column: str) -> State:
    amount = amount_in(line, column)
    if amount is None:
        return budget.empty
    words: dict[str, State] = {"PM": "pm", "ntb": "ntb", "nvt": "nvt"}
    return words[str(amount.value)]
