"""`kansrijk targets`."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.explaining import with_explanation
from kansrijk_cli.cli.options import Explained, OnDay, PlanYear, RegionName, TableFormat
from kansrijk_cli.cli.session import data_folder, find_region, find_year, load_data
from kansrijk_cli.cli.terminal import out
from kansrijk_cli.output.formats import TABLES, renderer

if TYPE_CHECKING:
    from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


def targets(
    region: RegionName,
    year: PlanYear,
    *,
    on: OnDay = None,
    check: Annotated[
        bool, typer.Option("--check", help="Mislukt als een doel niet gehaald is of niet kan.")
    ] = False,
    norms: Annotated[
        bool, typer.Option("--norms", help="Toon de landelijke normen, en wat er ontbreekt.")
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
    if norms:
        text, unmet = _norms(workspace, folder, files, on, explain, format)
        out(text)
        raise typer.Exit(FINDINGS if check and unmet else CLEAN)
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


def _norms(
    workspace: "Workspace",
    region: "RegionFolder",
    year: "YearFolder",
    on: date | None,
    explain: bool,
    format: str,
) -> tuple[str, bool]:
    """The national norms in a format, and whether one is known not to be met."""
    from kansrijk_cli.compute.explain.norms import explain_norm
    from kansrijk_cli.compute.norms import norm_states
    from kansrijk_cli.output.norms import norms_table
    from kansrijk_cli.output.shapes.norms import norms_shape

    states = list(norm_states(workspace, region, year, on))
    shape = norms_shape(region.id, year.year, states)
    result = shape if format == "json" else norms_table(states, region.name, year.year)
    text = renderer(TABLES, format)(result)
    if explain:
        found = (how for state in states for how in explain_norm(region, year, state, on))
        text = with_explanation(text, "targets", region.id, found, format)
    unmet = any(state.short or (state.lacking and state.known.complete) for state in states)
    return text, unmet
