"""What a plan wants to reach, how far it is, and who still needs what."""

from collections.abc import Iterator
from typing import cast

from kansrijk_cli.compute.explain.status import explain_status
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.notes import Notes
from kansrijk_cli.output.site.pages.beside import TARGETS, beside, region_step
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.goals import goals
from kansrijk_cli.reports.sections.figures import build as build_figures
from kansrijk_cli.reports.standing import frequency_rows
from kansrijk_cli.reports.standing_targets import need_rows, target_rows
from kansrijk_cli.workspace.entry import each

Row = tuple[object, ...]

# What, where and when come first in the row of a figure; then what is observed.
ABOUT = 3


def targets_page(site: Site, facts: RegionFacts, year: YearFacts) -> Page:
    """The targets of a plan on the day of its document, and its figures."""
    c = year.context
    found = explain_status(c.workspace, c.folder, c.year, year.standing, c.on)
    notes = Notes(found, site.lines)
    achieved = [t.state.achieved for t in year.standing.targets if t.state.achieved]
    figures, trends, is_hidden = _figures(site, year)
    values = {
        "facts": facts,
        "on": c.on,
        "rows": list(_targets(site, year, notes)),
        "needs": list(_needs(year, notes)),
        "frequencies": list(_frequencies(site, year, notes)),
        "figures": figures,
        "trends": trends,
        "is_hidden": is_hidden or any(a.total_hidden or a.hidden for a in achieved),
        "threshold": facts.region.threshold,
        "told": [t.state.target for t in year.standing.targets if _is_told(t.state.target)],
        "goals": goals(item.state for item in year.standing.targets),
        "notes": notes,
    }
    return Page(
        Desk(region_page(facts.id, TARGETS, year.year)),
        f"{label('site-page', TARGETS)} {year.year}",
        "targets",
        values,
        part="regions",
        trail=(region_step(facts),),
        about=facts.region.name,
        nav=beside(facts, year),
    )


def _is_told(target: Target) -> bool:
    """Whether there is more to say of a target than its numbers."""
    return bool(target.text or target.condition or target.deviation or target.note)


def _targets(site: Site, year: YearFacts, notes: Notes) -> Iterator[Row]:
    """Title, asked, reached, needed, trend, status, and until when."""
    for item, row in zip(year.standing.targets, target_rows(year.standing), strict=True):
        name = item.state.target.title
        title, asked, reached, needed, trend, status = row
        yield (
            Linked(title, site.lines.address(item.state.place)),
            notes.link(asked, "required", name),
            notes.link(reached, "achieved", name),
            notes.link(needed, "needed", name),
            notes.link(trend, "trend", name),
            notes.link(status, "status", name),
            item.state.due,
        )


def _needs(year: YearFacts, notes: Notes) -> Iterator[Row]:
    """Who needs what still: the numbers lead to how they came about, the other names do not."""
    asking = [item for item in year.standing.targets if item.needs.parts]
    for item, row in zip(asking, need_rows(year.context, year.standing), strict=True):
        name = item.state.target.title
        title, each_asked, short, *names = row
        asked, still = (notes.link(v, "needed", name) for v in (each_asked, short))
        yield (title, asked, still, *names)


def _frequencies(site: Site, year: YearFacts, notes: Notes) -> Iterator[Row]:
    found = zip(year.standing.frequencies, frequency_rows(year.standing), strict=True)
    for item, (title, agreed, period, *numbers) in found:
        line = site.lines.address(item.target.place)
        name = item.target.target.title
        told = (notes.link(number, "frequency", name) for number in numbers)
        yield (Linked(title, line), Linked(agreed, line), period, *told)


def _figures(site: Site, year: YearFacts) -> tuple[list[Row], object, bool]:
    """The observations with their lines, their trends, and whether one is too small to show."""
    c, entry = year.context, year.folder.files.get(Results)
    data = build_figures(Context(c.workspace, c.folder, c.year, c.region, c.plan))
    if data is None or entry is None:
        return [], (), False
    places = (place for place, _ in each(entry.place.at("figures"), entry.content.figures))
    shown = cast("list[Row]", data["rows"])
    rows: list[Row] = []
    for place, row in zip(places, shown, strict=True):
        line = site.lines.address(place)
        rows.append((*row[:ABOUT], *(Linked(value, line) for value in row[ABOUT:])))
    return rows, data["trends"], data["threshold"] is not None
