"""What `budget` prints."""

from collections.abc import Iterator, Sequence

from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.output.budget_tables import depth_tables
from kansrijk_cli.output.formats import TABLES, renderer
from kansrijk_cli.output.overviews import budget_table
from kansrijk_cli.output.shapes.budget import budgets_shape
from kansrijk_cli.output.table import Table


def budgets_text(tables: Sequence[BudgetTable], region: str, year: int, format: str) -> str:
    """The budgets of a year in a format; a spreadsheet gets the lines only: one kind of rows."""
    render = renderer(TABLES, format)
    if format == "json":
        return render(budgets_shape(region, year, tables))
    return "\n".join(render(table) for table in _tables(tables, year, format != "csv"))


def _tables(tables: Sequence[BudgetTable], year: int, is_deep: bool) -> Iterator[Table]:
    for table in tables:
        yield budget_table(table)
        if is_deep:
            yield from depth_tables(table, year)
