"""The first page: search, the regions on the map, and all lists; and what the site is."""

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import ABOUT, START, region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.beside import PLAN
from kansrijk_cli.output.site.pages.offers import Offer
from kansrijk_cli.output.site.pages.regions_map import map_told, regions_map
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.values import Word


def start_page(site: Site, offers: list[Offer]) -> Page:
    """Where everybody begins."""
    desk, found = Desk(START), regions_map(site)
    values = {
        "cards": [
            {
                "link": Linked(facts.region.name, region_page(facts.id)),
                "kinds": tuple(Word("region-kind", kind) for kind in facts.region.kinds),
                "number": len(facts.table.municipalities),
                "plans": [
                    Linked(_title(year), region_page(facts.id, PLAN, year.year))
                    for year in facts.years[:1]
                ],
            }
            for facts in site.regions
        ],
        "map": found,
        "map_told": map_told(site),
        "municipalities": [
            Linked(name, site.directory.municipality(name)) for name in site.belonging
        ],
        "interventions": [Linked(offer.item.name, offer.address) for offer in offers],
    }
    return Page(desk, "", "start", values, part="start")


def _title(year: YearFacts) -> str:
    """The title of a document, with its year if that does not tell."""
    title = year.context.plan.document.title
    return title if str(year.year) in title else f"{title} ({year.year})"


def about_page(site: Site) -> Page:
    """What the site is, how to read it, and of which version of the data."""
    thresholds = sorted({facts.region.threshold for facts in site.regions})
    return Page(
        Desk(ABOUT), label("site-menu", "about"), "about", {"thresholds": thresholds}, part="about"
    )
