"""The first page: search, the regions on the map, and all lists; and what the site is."""

from itertools import cycle

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import ABOUT, START, region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.beside import PLAN
from kansrijk_cli.output.site.pages.offers import Offer
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.pictures import MapPlace, Part, RegionMap, Shade
from kansrijk_cli.reports.values import Word

# Only to tell regions that lie beside each other apart.
SHADES = (Shade("level-1", None), Shade("level-2", None))


def start_page(site: Site, offers: list[Offer]) -> Page:
    """Where everybody begins."""
    desk = Desk(START)
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
        "map": _map(site),
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


def _map(site: Site) -> RegionMap | None:
    """The regions on the map: each is one place, made of the municipalities that are its alone.

    What several regions share is a place of its own. `None` when nothing is left of a region.
    """
    own = {facts.id: _alone(site, facts) for facts in site.regions}
    if not own or not all(own.values()):
        return None
    shared = Shade("level-4", Word("site", "shared"))
    places = [
        MapPlace(facts.region.name, own[facts.id][0].code, shade, parts=own[facts.id])
        for facts, shade in zip(site.regions, cycle(SHADES), strict=False)
    ]
    names = [name for name, regions in site.belonging.items() if len(regions) > 1]
    codes = [Part(m.name, m.code) for name in names for m in site.workspace.register.find(name)]
    places += (MapPlace(part.name, part.code, shared) for part in codes)
    return RegionMap(label("site", "map"), tuple(places), (shared,))


def _alone(site: Site, facts: RegionFacts) -> tuple[Part, ...]:
    """The municipalities that are in this region only."""
    names = (name for name in facts.table.municipalities if len(site.belonging[name]) == 1)
    register = site.workspace.register
    return tuple(Part(m.name, m.code) for name in names for m in register.find(name))


def about_page(site: Site) -> Page:
    """What the site is, how to read it, and of which version of the data."""
    thresholds = sorted({facts.region.threshold for facts in site.regions})
    return Page(
        Desk(ABOUT), label("site-menu", "about"), "about", {"thresholds": thresholds}, part="about"
    )
