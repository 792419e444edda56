"""What `budget` prints."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.compute.dividing.requests import Where
from kansrijk_cli.output.budget_tables import depth_tables, payer_tables
from kansrijk_cli.output.formats import TABLES, renderer
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.overviews import budget_table
from kansrijk_cli.output.shapes.budget import budgets_shape
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.values import rows_in_thousands


def budgets_text(
    tables: Sequence[BudgetTable],
    region: str,
    year: int,
    format: str,
    where: Where | None = None,
    thousands: bool = False,
) -> str:
    """The budgets of a year in a format; a spreadsheet gets the lines only: one kind of rows.

    With `where` it is also told who pays. `thousands` is for tables that people read.
    """
    render = renderer(TABLES, format)
    if format == "json":
        return render(budgets_shape(region, year, tables))
    found = _tables(tables, year, where) if format != "csv" else map(budget_table, tables)
    return "\n".join(render(_in_thousands(table) if thousands else table) for table in found)


def _tables(tables: Sequence[BudgetTable], year: int, where: Where | None) -> Iterator[Table]:
    for table in tables:
        yield budget_table(table)
        if where:
            yield from payer_tables(table, where)
        yield from depth_tables(table, year)


def _in_thousands(table: Table) -> Table:
    title = label("title", "thousands").format(title=table.title)
    return replace(table, title=title, rows=rows_in_thousands(table.rows))
