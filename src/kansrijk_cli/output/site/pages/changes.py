"""What changed since the plan before, in plain Dutch."""

from kansrijk_cli.compute.changes.compare import compare_years
from kansrijk_cli.compute.changes.versions import Version
from kansrijk_cli.output.change_lines import overview
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Desk
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.beside import CHANGES, beside, region_step
from kansrijk_cli.output.site.site import Site


def changes_page(site: Site, facts: RegionFacts, year: YearFacts) -> Page:
    """This plan beside the one before it."""
    before = facts.before(year) or year
    now = Version(site.workspace, frozenset(site.material.texts))
    found = compare_years(now, [facts.folder], before.year, year.year)
    values = {
        "facts": facts,
        "year": year.year,
        "before": before.year,
        "overview": overview(found, str(before.year), str(year.year)),
        "source": lambda place: site.lines.address(facts.place_by_names(place)) if place else None,
    }
    return Page(
        Desk(region_page(facts.id, CHANGES, year.year)),
        f"{label('site-page', CHANGES)} {year.year}",
        "changes",
        values,
        part="regions",
        trail=(region_step(facts),),
        about=facts.region.name,
        nav=beside(facts, year),
    )
