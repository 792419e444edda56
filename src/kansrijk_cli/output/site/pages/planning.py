"""What happens when and by whom, what is still open, and who is to act."""

from collections.abc import Iterator
from datetime import date

from kansrijk_cli.compute.explain.status import explain_status
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.notes import Notes
from kansrijk_cli.output.site.pages.beside import PLANNING, beside, region_step
from kansrijk_cli.output.site.pages.rows import initiative_row, open_row
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.standing import URGENCY
from kansrijk_cli.reports.timelines import timeline

Row = tuple[object, ...]


def planning_page(site: Site, facts: RegionFacts, year: YearFacts) -> Page:
    """The activities of a plan and its open points, on the day of its document."""
    c = year.context
    notes = Notes(explain_status(c.workspace, c.folder, c.year, year.standing, c.on), site.lines)
    values = {
        "facts": facts,
        "on": c.on,
        "timeline": timeline(c, c.plan.activities),
        "rows": list(_activities(site, year, notes)),
        "open": list(_open(site, year)),
        "notes": notes,
    }
    return Page(
        Desk(region_page(facts.id, PLANNING, year.year)),
        f"{label('site-page', PLANNING)} {year.year}",
        "planning",
        values,
        part="regions",
        trail=(region_step(facts),),
        about=facts.region.name,
        nav=beside(facts, year),
    )


def _activities(site: Site, year: YearFacts, notes: Notes) -> Iterator[Row]:
    """Title, a mark in each quarter, when, state and who; the first to end first."""
    ordered = sorted(
        year.standing.initiatives, key=lambda i: (i.days.end or date.max, i.days.start or date.max)
    )
    for found in ordered:
        title, *quarters, when, state, who = initiative_row(year, found, quarters=True)
        line = site.lines.address(found.place)
        told = notes.link(state, "initiative", found.activity.title)
        yield (Linked(title, line), *quarters, Linked(when, line), told, who)


def _open(site: Site, year: YearFacts) -> Iterator[Row]:
    """What is open or unknown, the urgent first."""
    ordered = sorted(
        year.standing.open_items, key=lambda i: (URGENCY.get(i.state, 2), i.by or date.max)
    )
    for item in ordered:
        title, *rest = open_row(year, item)
        yield (Linked(title, site.lines.address(year.place_of(item.about))), *rest)
