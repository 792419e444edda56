"""What the newest plans say of an intervention: targets, money and agreements."""

from collections.abc import Iterator

from kansrijk_cli.compute.explain.targets import observed_places, stated_places
from kansrijk_cli.model.agreements import Agreements
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.pages.beside import TARGETS
from kansrijk_cli.output.site.pages.contacts import Contacts
from kansrijk_cli.output.site.pages.costs import lines_where
from kansrijk_cli.output.site.pages.offers import Offer
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.standing_targets import target_rows
from kansrijk_cli.workspace.entry import each

Row = tuple[object, ...]


def _plans(offer: Offer) -> Iterator[tuple[RegionFacts, YearFacts]]:
    return ((facts, facts.newest) for facts in offer.regions if facts.newest)


def targets(site: Site, offer: Offer) -> Iterator[Row]:
    """What the plans want to reach with it: title, plan, asked, reached and how it stands."""
    for facts, year in _plans(offer):
        rows = zip(year.standing.targets, target_rows(year.standing), strict=True)
        for item, (title, asked, reached, _, _, status) in rows:
            target, state = item.state.target, item.state
            if target.intervention == offer.id:
                seen = observed_places(facts.folder, year.folder, target)
                yield (
                    Linked(title, region_page(facts.id, TARGETS, year.year)),
                    Linked(f"{facts.region.name} {year.year}", region_page(facts.id)),
                    Linked(asked, site.lines.address(stated_places(target, state.place)[0])),
                    Linked(reached, site.lines.address(seen[0]) if seen else None),
                    status,
                )


def lines(site: Site, offer: Offer) -> Iterator[Row]:
    """What the newest budgets have for it."""
    for facts in offer.regions:
        year = facts.newest_money
        if year:
            yield from lines_where(site, facts, year, lambda line: line.intervention == offer.id)


def agreements(site: Site, offer: Offer, contacts: Contacts) -> Iterator[Row]:
    """What is agreed about it: title, region, agreement and who."""
    for facts in offer.regions:
        entry = facts.folder.files.get(Agreements)
        items = each(entry.place.at("agreements"), entry.content.agreements) if entry else ()
        for place, item in items:
            if item.intervention == offer.id:
                contacts.add(facts, facts.owners(item.owners), item.title)
                yield (
                    Linked(marked(item, item.title, "title"), site.lines.address(place)),
                    Linked(facts.region.name, region_page(facts.id)),
                    item.regional or item.local,
                    facts.owners(item.owners),
                )
