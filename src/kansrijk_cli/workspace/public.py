"""A workspace as anybody may read it: no drafts, and no plan that is not public."""

from dataclasses import replace

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.workspace.drafts import without_drafts
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


def public(workspace: Workspace) -> Workspace:
    """The same workspace without what must not be published, so nothing is computed from it.

    A document that is not public takes its whole year with it: the budgets and results of a plan
    say what the plan says.
    """
    regions = {name: _public(region) for name, region in workspace.regions.items()}
    return without_drafts(replace(workspace, regions=regions))


def _public(region: RegionFolder) -> RegionFolder:
    years = {number: year for number, year in region.years.items() if _is_public(year)}
    return replace(region, years=years)


def _is_public(year: YearFolder) -> bool:
    plan = year.files.content(Plan)
    return plan is None or plan.document.public
