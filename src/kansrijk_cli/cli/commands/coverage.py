"""`kansrijk coverage`."""

from typing import Annotated

from kansrijk_cli.cli.options import OnDay, RegionName, TableFormat, choice
from kansrijk_cli.cli.session import data_folder, find_region, load_data
from kansrijk_cli.cli.terminal import out
from kansrijk_cli.output.formats import TABLES, renderer


def coverage(
    region: RegionName,
    on: OnDay = None,
    by: Annotated[
        str, choice("--by", ("intervention", "municipality"), "Wat op de regels staat.")
    ] = "intervention",
    format: TableFormat = "table",
) -> None:
    """Toon welke interventie in welke gemeente is."""
    from kansrijk_cli.compute.coverage import coverage as compute
    from kansrijk_cli.output.overviews import coverage_table
    from kansrijk_cli.output.shapes.coverage import coverage_shape

    workspace = load_data(data_folder()).value.workspace
    folder = find_region(workspace, region)
    table = compute(workspace, folder, on)
    result = coverage_shape(table) if format == "json" else coverage_table(table, by, folder.name)
    out(renderer(TABLES, format)(result))
