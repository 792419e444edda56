"""Which observed numbers of persons are too small to show."""

from decimal import Decimal

from kansrijk_cli.model.catalog import Indicators
from kansrijk_cli.model.results import Figure, Results
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


def counts_persons(workspace: Workspace, year: YearFolder, figure: Figure) -> bool:
    """Whether a figure counts persons: it says so, or its indicator or target's indicator does."""
    results = year.files.content(Results)
    targets = {target.id: target.indicator for target in results.targets} if results else {}
    wanted = {figure.indicator, targets.get(figure.target or "")}
    entries = workspace.catalog_entries(Indicators)
    indicators = (indicator for entry in entries for indicator in entry.content.indicators)
    return figure.persons or any(i.persons for i in indicators if i.id in wanted)


def is_too_small(
    workspace: Workspace, region: RegionFolder, year: YearFolder, figure: Figure
) -> bool:
    """Whether a figure counts persons and is under the region's threshold, but not zero."""
    threshold = region.region.threshold if region.region else 0
    small = isinstance(figure.value, Decimal) and 0 < figure.value < threshold
    return small and counts_persons(workspace, year, figure)
