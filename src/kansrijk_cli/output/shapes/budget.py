"""`kansrijk/budget/1`. Amounts are in euros, whatever the unit of the table."""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

from kansrijk_cli.compute.budget import BudgetTable, amount_in, value_in
from kansrijk_cli.model.budgets import Budget, BudgetLine
from kansrijk_cli.output.shapes.base import Number, Part, Shape, State


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


class BudgetsShape(Shape):
    """De uitkomst van `kansrijk budget`."""

    name: ClassVar = "budget"

    region: str
    year: int
    budgets: list[BudgetShape]


def budgets_shape(region: str, year: int, tables: Iterable[BudgetTable]) -> BudgetsShape:
    """The budgets in their published shape, sorted by id; lines keep the order of the table."""
    shapes = [_budget(table) for table in sorted(tables, key=lambda table: table.budget.id)]
    return BudgetsShape(region=region, year=year, budgets=shapes)


def _budget(table: BudgetTable) -> BudgetShape:
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
    )


def _euros(value: Decimal | None, budget: Budget) -> Decimal | None:
    return None if value is None else value * budget.multiplier


def _state(budget: Budget, line: BudgetLine, column: str) -> State:
    amount = amount_in(line, column)
    if amount is None:
        return budget.empty
    words: dict[str, State] = {"PM": "pm", "ntb": "ntb", "nvt": "nvt"}
    return words[str(amount.value)]
