"""`kansrijk targets`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.explaining import with_explanation
from kansrijk_cli.cli.options import Explained, OnDay, PlanYear, RegionName, TableFormat
from kansrijk_cli.cli.session import data_folder, find_region, find_year, load_data
from kansrijk_cli.cli.terminal import out
from kansrijk_cli.output.formats import TABLES, renderer


def targets(
    region: RegionName,
    year: PlanYear,
    on: OnDay = None,
    check: Annotated[
        bool, typer.Option("--check", help="Mislukt als een doel niet gehaald is of niet kan.")
    ] = False,
    explain: Explained = False,
    format: TableFormat = "table",
) -> None:
    """Toon wat de doelen vragen en hoe zij ervoor staan."""
    from kansrijk_cli.compute.explain.targets import explain_target
    from kansrijk_cli.compute.targets.states import target_states
    from kansrijk_cli.output.overviews import targets_table
    from kansrijk_cli.output.shapes.targets import targets_shape

    workspace = load_data(data_folder()).value.workspace
    folder = find_region(workspace, region)
    files = find_year(folder, year)
    states = list(target_states(workspace, folder, files, on))
    shape = targets_shape(folder.id, year, states)
    result = shape if format == "json" else targets_table(states, folder.name, year)
    text = renderer(TABLES, format)(result)
    if explain:
        found = (e for s in states for e in explain_target(workspace, folder, files, s, on))
        text = with_explanation(text, "targets", folder.id, found, format)
    out(text)
    unmet = any(state.status in ("missed", "infeasible") for state in states)
    raise typer.Exit(FINDINGS if check and unmet else CLEAN)
