"""A plan that is about other years than the folder it is in.

That is the first year of the plan, or the year before it, in which the plan is made and adopted.
"""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()


def check(workspace: Workspace) -> Iterator[Finding]:
    """Plans of which no day of the period is in the year of their folder or the next."""
    for _, year in workspace.years():
        entry = year.files.get(Plan)
        period = entry.content.document.period if entry else None
        if entry and period and not _is_about(period, year.year):
            place = entry.place.at("document", "period")
            yield finding(place, period=period.text, year=str(year.year))


def _is_about(period: Period, year: int) -> bool:
    """An open side, and a quarter without a year, fit every year."""
    return any(
        (span.start is None or span.start.year is None or span.start.year <= year + 1)
        and (span.end is None or span.end.year is None or year <= span.end.year)
        for span in period.spans
    )
