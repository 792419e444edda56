"""The interventions that have a page, and what the regions say of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from kansrijk_cli.compute.coverage.matrix import STATUSES
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.interventions import Intervention, Interventions
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import RegionFacts
from kansrijk_cli.output.site.pages.beside import COVERAGE
from kansrijk_cli.output.site.pages.contacts import Contacts
from kansrijk_cli.output.site.pages.coverage import cell_link, count_address, deployment_link
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.workspace.entry import each

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """An intervention with where it is described, and the regions that may mean it by its id."""

    id: str
    item: Intervention
    place: Place
    address: str
    regions: tuple[RegionFacts, ...]


def offers(site: Site) -> list[Offer]:
    """Every intervention that has a page, by name.

    In a site of some regions only, an intervention that they do not name is not about them.
    """
    named = {id_ for facts in site.regions for id_ in facts.named}
    found = [
        Offer(id_, item, place, site.directory.intervention(id_), site.regions)
        for id_, (place, item) in site.catalog.items()
        if id_ in named or not site.material.partial
    ]
    for facts in site.regions:
        entry = facts.folder.files.get(Interventions)
        own = each(entry.place.at("interventions"), entry.content.interventions) if entry else ()
        found += (
            Offer(i.id, i, place, site.directory.intervention(i.id, facts.id), (facts,))
            for place, i in own
            if i.id not in site.directory.shared
        )
    return sorted(found, key=lambda offer: (offer.item.name.casefold(), offer.address))


def has(offer: Offer) -> Iterator[RegionFacts]:
    """The regions that have it in their matrix."""
    return (f for f in offer.regions if offer.id in f.table.by_intervention)


def counts(offer: Offer) -> Iterator[Row]:
    """Per region in how many municipalities it has each status."""
    for facts in has(offer):
        counted = facts.table.by_intervention[offer.id]
        why = count_address(facts, offer.id)
        yield (
            Linked(facts.region.name, region_page(facts.id, COVERAGE)),
            *(Linked(counted[status] or None, why) for status in STATUSES),
            Linked(counted["of"], why),
        )


def cells(site: Site, offer: Offer, contacts: Contacts) -> Iterator[Row]:
    """Where something is known of it: municipality, region, status, when, who, remark."""
    for facts in has(offer):
        for name in facts.table.municipalities:
            cell = facts.table.cells[name, offer.id]
            if cell.status == "unknown":
                continue
            deployment = cell.deployment
            owners = facts.owners(deployment.owners) if deployment else ()
            contacts.add(facts, owners, name)
            yield (
                Linked(name, site.directory.municipality(name)),
                Linked(facts.region.name, region_page(facts.id)),
                cell_link(site, facts, name, offer.id, "status"),
                deployment.period if deployment else None,
                owners,
                tuple(filter(None, (deployment.name, deployment.note))) if deployment else None,
            )


def unknown(site: Site, offer: Offer) -> Iterator[Row]:
    """Per region the municipalities of which nothing is known."""
    for facts in has(offer):
        names = tuple(
            Linked(name, site.directory.municipality(name))
            for name in facts.table.municipalities
            if facts.table.cells[name, offer.id].status == "unknown"
        )
        if names:
            yield Linked(facts.region.name, region_page(facts.id)), names


def elsewhere(site: Site, offer: Offer, contacts: Contacts) -> Iterator[Row]:
    """At which other places it runs, such as a practice or the region as a whole."""
    for facts in offer.regions:
        for found in facts.deployed:
            is_place = facts.official(found.place) not in facts.table.municipalities
            if found.intervention != offer.id or not is_place:
                continue
            owners = facts.owners(found.deployment.owners)
            contacts.add(facts, owners, found.place)
            yield (
                found.place,
                Linked(facts.region.name, region_page(facts.id)),
                deployment_link(site, found),
                found.deployment.period,
                owners,
                found.deployment.note,
            )
