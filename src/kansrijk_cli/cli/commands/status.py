"""`kansrijk status`."""

from kansrijk_cli.cli.explaining import with_explanation
from kansrijk_cli.cli.options import Explained, OnDay, PlanYear, RegionName, TableFormat
from kansrijk_cli.cli.session import DataError, data_folder, find_region, find_year, load_data
from kansrijk_cli.cli.terminal import out


def status(
    region: RegionName,
    year: PlanYear,
    on: OnDay = None,
    explain: Explained = False,
    format: TableFormat = "table",
) -> None:
    """Toon hoe een plan ervoor staat: initiatieven, doelen, meetmomenten en wie aan zet is."""
    from kansrijk_cli.compute.explain.status import explain_status
    from kansrijk_cli.model.plan import Plan
    from kansrijk_cli.output.standing import standing_text
    from kansrijk_cli.reports.context import Context
    from kansrijk_cli.reports.standing import standing_of

    workspace = load_data(data_folder()).value.workspace
    folder = find_region(workspace, region)
    files = find_year(folder, year)
    plan = files.files.content(Plan)
    if folder.region is None or plan is None:
        raise DataError(folder.id)
    context = Context(workspace, folder, files, folder.region, plan, asked_day=on)
    found = standing_of(context)
    text = standing_text(context, found, format)
    if explain:
        how = explain_status(workspace, folder, files, found, context.on)
        text = with_explanation(text, "status", folder.id, how, format)
    out(text)
