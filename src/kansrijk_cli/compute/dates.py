"""On which day a plan or an inventory speaks. Never today: a document stays what it is."""

from collections.abc import Iterator
from datetime import date

from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.workspace.workspace import RegionFolder, YearFolder


def year_end(year: int) -> date:
    """The last day of a year."""
    return date(year, 12, 31)


def document_date(year: YearFolder) -> date:
    """The day of the plan's document: adopted, else published (last day), else the year's end."""
    plan = year.files.content(Plan)
    if plan is None:
        return year_end(year.year)
    published = plan.document.published.end(year.year) if plan.document.published else None
    return plan.document.adopted or published or year_end(year.year)


def newest_state(region: RegionFolder) -> date | None:
    """The last day that the data of a region speaks of: an inventory, or a plan's document."""
    days = [*_inventory_days(region), *map(document_date, region.years.values())]
    return max(days, default=None)


def _inventory_days(region: RegionFolder) -> Iterator[date]:
    for content in (region.files.content(Coalitions), region.files.content(Interventions)):
        if content and content.inventory and content.inventory.on:
            yield content.inventory.on
