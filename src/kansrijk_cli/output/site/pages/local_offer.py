"""What is there in a municipality, what lacks and what nobody knows: each thing told once."""

from collections.abc import Iterable, Iterator

from kansrijk_cli.compute.coverage.cells import ABSENT, COMING
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.pages.contacts import Contacts
from kansrijk_cli.output.site.pages.coverage import cell_link, deployment_link
from kansrijk_cli.output.site.pages.local import Local, Said, Spot
from kansrijk_cli.reports.values import Remarked, Word

Row = tuple[object, ...]


def told(local: Local, group: str, contacts: Contacts) -> Iterator[Row]:
    """Intervention, region, status, when, who, and what else is said of it."""
    for page, said in local.group(group):
        for one in said:
            deployment = one.cell.deployment
            owners = one.facts.owners(deployment.owners) if deployment else ()
            contacts.add(one.facts, owners, one.item.name)
            extra = (deployment.name, _place(local, one), deployment.note) if deployment else ()
            yield (
                Linked(one.item.name, page),
                local.region_link(one.facts),
                cell_link(local.site, one.facts, local.name, one.item.id, "status"),
                deployment.period if deployment else None,
                owners,
                tuple(filter(None, extra)),
            )


def _place(local: Local, one: Said) -> str | None:
    """Where the data say it, if that is not the municipality as such."""
    at = one.facts.place_of(one.cell)
    place = str(at.route[-2]) if at else local.name
    return None if one.facts.official(place) == local.name else place


def spots(local: Local, contacts: Contacts, *, is_regional: bool) -> Iterator[Row]:
    """What there is for the whole region, or in a part of it that the municipality has to do with.

    Intervention, place, region, status, when, who, and what else is said of it.
    """
    for one in local.spots:
        if one.found.status not in COMING or one.is_regional != is_regional:
            continue
        deployment = one.found.deployment
        owners = one.facts.owners(deployment.owners)
        contacts.add(one.facts, owners, one.item.name)
        yield (
            Linked(deployment.name or one.item.name, one.page),
            None if is_regional else one.found.place,
            local.region_link(one.facts),
            deployment_link(local.site, one.found),
            deployment.period,
            owners,
            deployment.note,
        )


def asked(local: Local, group: str) -> Iterator[Row]:
    """Intervention, region, status, and who does have it."""
    here = local.coming
    for page, said in local.group(group):
        # What runs nearby is told already; that nobody filled it in here is no news beside it.
        if group == "unknown" and page in here:
            continue
        for one in said:
            yield (
                Linked(one.item.name, page),
                local.region_link(one.facts),
                cell_link(local.site, one.facts, local.name, one.item.id, "status"),
                _at(here[page]) if page in here else _nearest(local, one),
            )
    wanted = ABSENT if group == "absent" else {"unknown"}
    for spot in local.spots:
        if spot.found.status in wanted:
            yield (
                Remarked(Linked(spot.item.name, spot.page), spot.found.place),
                local.region_link(spot.facts),
                deployment_link(local.site, spot.found),
                None,
            )


def _at(spots: Iterable[Spot]) -> object:
    """Places in or around the municipality that have it."""
    names = dict.fromkeys(spot.found.place for spot in spots)
    return Remarked(tuple(names), label("near", "here"))


def _nearest(local: Local, one: Said) -> object:
    ask = local.site.nearby.ask(one.facts.id, local.name, one.item.id)
    if ask is None:
        return Word("near", "nobody")
    near = ask.near
    distance = show(round(near.distance)) if near.distance is not None else ""
    said = label("near", near.relation).format(distance=distance)
    other = local.site.by_id[ask.region].region.name if ask.region else None
    link = Linked(near.municipality, local.site.directory.municipality(near.municipality))
    return Remarked(link, ", ".join(filter(None, (said, other))))
