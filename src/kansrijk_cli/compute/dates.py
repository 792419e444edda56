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


def stated_date(year: YearFolder) -> date | None:
    """The day the plan's document names itself: adopted, else published (its last day)."""
    plan = year.files.content(Plan)
    if plan is None:
        return None
    published = plan.document.published
    return plan.document.adopted or (published.end(year.year) if published else None)


def document_date(year: YearFolder) -> date:
    """The day the plan speaks of: the one it names, else the end of its year."""
    return stated_date(year) or year_end(year.year)


def newest_state(region: RegionFolder) -> date | None:
    """The last day that the data of a region names: of an inventory, or of a plan's document.

    When nothing names a day it is the end of the last year with a plan.
    """
    stated = [day for day in map(stated_date, region.years.values()) if day]
    named = [*_inventory_days(region), *stated]
    return max(named or [year_end(year) for year in region.years], default=None)


def _inventory_days(region: RegionFolder) -> Iterator[date]:
    for content in (region.files.content(Coalitions), region.files.content(Interventions)):
        if content and content.inventory and content.inventory.on:
            yield content.inventory.on
