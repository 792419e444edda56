"""`kansrijk coverage`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.explaining import with_explanation
from kansrijk_cli.cli.options import Explained, OnDay, RegionName, TableFormat, choice
from kansrijk_cli.cli.session import UseError, data_folder, find_region, load_data
from kansrijk_cli.cli.terminal import out
from kansrijk_cli.output.formats import TABLES, renderer

ROWS = ("intervention", "municipality", "phase", "level", "element", "support", "target-group")
MATRICES = ("municipality", "prevention")


def coverage(
    region: RegionName,
    *,
    on: OnDay = None,
    by: Annotated[str | None, choice("--by", ROWS, "Wat op de regels staat.")] = None,
    white_spots: Annotated[
        bool, typer.Option("--white-spots", help="Wie het niet heeft, en wie het wel heeft.")
    ] = False,
    matrix: Annotated[str | None, choice("--matrix", MATRICES, "De hele matrix.")] = None,
    explain: Explained = False,
    format: TableFormat = "table",
) -> None:
    """Toon welke interventie in welke gemeente is."""
    from kansrijk_cli.compute.coverage.depth import Depth
    from kansrijk_cli.compute.coverage.matrix import coverage as compute
    from kansrijk_cli.compute.explain.coverage import explain_coverage
    from kansrijk_cli.output.coverage_tables import chosen
    from kansrijk_cli.output.shapes.coverage import coverage_shape

    if sum((by is not None, white_spots, matrix is not None)) > 1:
        raise UseError("one-view")
    workspace = load_data(data_folder()).value.workspace
    folder = find_region(workspace, region)
    depth = Depth(workspace, folder, compute(workspace, folder, on))
    view = "white-spots" if white_spots else f"{matrix}-matrix" if matrix else by or ROWS[0]
    results = (coverage_shape(depth),) if format == "json" else chosen(depth, view, format)
    text = "\n".join(map(renderer(TABLES, format), results))
    if explain:
        found = explain_coverage(depth, view)
        text = with_explanation(text, "coverage", folder.id, found, format)
    out(text)
