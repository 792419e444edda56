"""`kansrijk budget`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.dividing import (
    KeyDay,
    KeyName,
    MethodName,
    Without,
    contributed,
    official_names,
    where_to_divide,
)
from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.explaining import with_explanation
from kansrijk_cli.cli.options import Explained, PlanYear, RegionName, TableFormat
from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.terminal import out

# Programs, and whoever counts to the cent, get whole euros.
READ = ("table", "markdown")


def budget(
    region: RegionName,
    year: PlanYear,
    *,
    key: KeyName = None,
    method: MethodName = None,
    without: Without = None,
    on: KeyDay = None,
    thousands: Annotated[
        bool, typer.Option("--thousands", help="Toon de tabellen in duizenden euro's.")
    ] = False,
    explain: Explained = False,
    format: TableFormat = "table",
) -> None:
    """Toon de begrotingen, reken de totalen na, en verdeel de kosten met een sleutel."""
    from kansrijk_cli.compute.budget.tables import budget_tables
    from kansrijk_cli.compute.dividing.requests import Wishes
    from kansrijk_cli.compute.explain.budget import explain_budget
    from kansrijk_cli.output.budgets import budgets_text

    where = where_to_divide(region, year)
    tables = list(budget_tables(where.workspace, where.region, where.year))
    if not tables and format != "json":
        raise UseError("no-budget", region=where.region.id, year=year)
    if thousands and (key is not None or format not in READ):
        raise UseError("thousands")
    if key is not None:
        wishes = Wishes(key, method, on, without=official_names(where, without))
        text, whole = contributed(where, tables, wishes, format, explain)
        out(text)
        raise typer.Exit(CLEAN if whole else FINDINGS)
    text = budgets_text(tables, where.region.id, year, format, where, thousands)
    if explain:
        register = where.workspace.register
        found = (how for table in tables for how in explain_budget(table, year, register))
        text = with_explanation(text, "budget", where.region.id, found, format)
    out(text)
