"""`kansrijk budget`."""

from kansrijk_cli.cli.options import PlanYear, RegionName, TableFormat
from kansrijk_cli.cli.session import UseError, data_folder, find_region, find_year, load_data
from kansrijk_cli.cli.terminal import out
from kansrijk_cli.output.formats import TABLES, renderer


def budget(region: RegionName, year: PlanYear, format: TableFormat = "table") -> None:
    """Toon de begrotingen en reken de gedrukte totalen na."""
    from kansrijk_cli.compute.budget import budget_tables
    from kansrijk_cli.output.overviews import budget_table
    from kansrijk_cli.output.shapes.budget import budgets_shape

    workspace = load_data(data_folder()).value.workspace
    folder = find_region(workspace, region)
    tables = list(budget_tables(workspace, folder, find_year(folder, year)))
    render = renderer(TABLES, format)
    if format == "json":
        out(render(budgets_shape(folder.id, year, tables)))
        return
    if not tables:
        raise UseError("no-budget", region=folder.id, year=year)
    out("\n".join(render(budget_table(table)) for table in tables))
