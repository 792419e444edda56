"""The list of regions, and the first page of each."""

from collections.abc import Iterator

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.coalitions import Coalition, Coalitions
from kansrijk_cli.model.region import Region
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import REGIONS, region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.beside import PLAN, beside, has_coverage
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.region_maps import region_map
from kansrijk_cli.reports.values import Word
from kansrijk_cli.workspace.entry import each

Row = tuple[object, ...]


def regions(site: Site) -> Page:
    """All regions."""
    rows = [
        (
            Linked(facts.region.name, region_page(facts.id)),
            _kinds(facts.region),
            Linked(len(facts.table.municipalities), _members(site, facts)),
            tuple(_plan_link(facts, year) for year in facts.years),
        )
        for facts in site.regions
    ]
    return Page(
        Desk(REGIONS), label("site-menu", "regions"), "regions", {"rows": rows}, part="regions"
    )


def region(site: Site, facts: RegionFacts) -> Page:
    """What a region is, and the way to all that is known of it."""
    values = {
        "facts": facts,
        "region": facts.region,
        "kinds": _kinds(facts.region),
        "members": Linked(len(facts.table.municipalities), _members(site, facts)),
        "municipalities": _municipalities(site, facts),
        "why": facts.region.assumed.get("municipalities"),
        "map": region_map(facts.newest.context) if facts.newest else None,
        "plans": [_plan(facts, year) for year in facts.years],
        "coalitions": list(_coalitions(site, facts)),
        "told": [coalition for _, coalition in coalitions_of(facts) if coalition.text],
        "has_coverage": has_coverage(facts),
        "sources": list(_sources(site, facts)),
    }
    return Page(
        Desk(region_page(facts.id)),
        facts.region.name,
        "region",
        values,
        part="regions",
        about=facts.region.name,
        nav=beside(facts, facts.newest),
    )


def _kinds(region: Region) -> tuple[Word, ...]:
    return tuple(Word("region-kind", kind) for kind in region.kinds)


def _members(site: Site, facts: RegionFacts) -> str | None:
    """Where the data name the municipalities."""
    entry = facts.folder.files.get(Region)
    return site.lines.address(entry.place.at("municipalities")) if entry else None


def _municipalities(site: Site, facts: RegionFacts) -> list[Row]:
    """Per municipality its coalition, and a way to its page."""
    return [
        (
            Linked(name, site.directory.municipality(name)),
            Linked(Word("status", facts.table.coalitions[name]), coalition_line(site, facts, name)),
        )
        for name in facts.table.municipalities
    ]


def coalition_line(site: Site, facts: RegionFacts, municipality: str) -> str | None:
    """Where the data say how far the coalition of a municipality is."""
    for place, coalition in coalitions_of(facts):
        official = {facts.official(name) for name in coalition.municipalities}
        if coalition.level == "local" and municipality in official:
            return site.lines.address(place.at("status"))
    return None


def coalitions_of(facts: RegionFacts) -> Iterator[tuple[Place, Coalition]]:
    """The coalitions of a region with their places."""
    entry = facts.folder.files.get(Coalitions)
    return each(entry.place.at("coalitions"), entry.content.coalitions) if entry else iter(())


def _coalitions(site: Site, facts: RegionFacts) -> Iterator[Row]:
    for place, coalition in coalitions_of(facts):
        yield (
            marked(coalition, coalition.name, "name"),
            Word("coalition-level", coalition.level),
            tuple(municipality_link(site, facts, name) for name in coalition.municipalities),
            Linked(
                marked(coalition, Word("status", coalition.status), "status"),
                site.lines.address(place.at("status")),
            ),
            coalition.period,
            facts.owners([coalition.lead]) if coalition.lead else None,
            facts.owners(coalition.partners),
        )


def municipality_link(site: Site, facts: RegionFacts, name: str) -> Linked:
    """A municipality as a region writes it, with the way to its page."""
    return Linked(name, site.directory.municipality(facts.official(name)))


def _plan_link(facts: RegionFacts, year: YearFacts) -> Linked:
    title = year.context.plan.document.title
    return Linked(title, region_page(facts.id, PLAN, year.year))


def _plan(facts: RegionFacts, year: YearFacts) -> dict[str, object]:
    document = year.context.plan.document
    return {
        "year": year.year,
        "document": document,
        "link": Linked(
            marked(document, document.title, "title"), region_page(facts.id, PLAN, year.year)
        ),
        "period": marked(document, document.period, "period"),
        "roles": [(role, year.context.owner(owner)) for role, owner in document.roles.items()],
        "pages": [s for s in beside(facts, year) if f"/{year.year}/" in s.address],
        "programmes": year.context.programmes(),
    }


def _sources(site: Site, facts: RegionFacts) -> Iterator[Row]:
    """The documents that facts come from."""
    entry = facts.folder.files.get(Region)
    for place, source in each(entry.place.at("sources"), entry.content.sources) if entry else ():
        yield (
            Linked(marked(source, source.title, "title"), site.lines.address(place)),
            marked(source, source.publisher, "publisher"),
            marked(source, source.date, "date"),
            Linked(source.version, site.lines.address(place.at("version"))),
            web(source.address),
        )


def web(address: str | None) -> object:
    """A web address that can be followed; anything else stays text."""
    is_web = address is not None and address.startswith(("https://", "http://"))
    return Linked(address, address) if is_web else address
