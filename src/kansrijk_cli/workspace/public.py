"""A workspace as anybody may read it: no drafts, and no plan that is not public."""

from dataclasses import replace

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.drafts import without_drafts
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace, YearFolder


def public(workspace: Workspace) -> Workspace:
    """The same workspace without what must not be published, so nothing is computed from it.

    A document that is not public takes its whole year with it: the budgets and results of a plan
    say what the plan says.
    """
    regions = {
        name: _public(region)
        for name, region in workspace.regions.items()
        if not _is_draft(region.files, Region)
    }
    return without_drafts(replace(workspace, regions=regions))


def _public(region: RegionFolder) -> RegionFolder:
    years = {
        number: replace(year, files=_without_draft_files(year.files))
        for number, year in region.years.items()
        if _is_public(year)
    }
    return replace(region, files=_without_draft_files(region.files), years=years)


def _is_public(year: YearFolder) -> bool:
    plan = year.files.content(Plan)
    if plan is None:
        return True
    return plan.document.public and not (plan.draft or plan.document.draft)


def _is_draft(files: Files, kind: type[Region]) -> bool:
    content = files.content(kind)
    return content is not None and content.draft


def _without_draft_files(files: Files) -> Files:
    kept = {kind: entry for kind, entry in files.entries.items() if not entry.content.draft}
    return replace(files, entries=kept)
