"""One municipality, across all regions it belongs to. Nothing of regions is added up."""

from collections.abc import Iterator

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.site.addresses import MUNICIPALITIES, region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.beside import BUDGET
from kansrijk_cli.output.site.pages.contacts import Contacts
from kansrijk_cli.output.site.pages.costs import contributed, own_lines
from kansrijk_cli.output.site.pages.coverage import cell_link, deployment_link
from kansrijk_cli.output.site.pages.local import Local, Said
from kansrijk_cli.output.site.pages.local_plans import activities, coalitions, targets, turn
from kansrijk_cli.output.site.pages.people import people
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.values import Remarked, Word

Row = tuple[object, ...]


def municipality_list(site: Site) -> Page:
    """All municipalities with their regions."""
    rows = [
        (
            Linked(name, site.directory.municipality(name)),
            tuple(Linked(f.region.name, region_page(f.id)) for f in belonging),
        )
        for name, belonging in site.belonging.items()
    ]
    title = label("site-menu", "municipalities")
    values = {"rows": rows}
    return Page(Desk(MUNICIPALITIES), title, "municipalities", values, part="municipalities")


def municipality_page(site: Site, name: str) -> Page:
    """What is there, what lacks, what it costs us, and whom to ask."""
    local, contacts = Local(site, name), Contacts()
    for facts in local.regions:
        contacts.add_roles(facts)
    parts = {id(facts): list(contributed(local, facts, year)) for facts, year in local.budgeted}
    values = {
        "name": name,
        "regions": [Linked(f.region.name, region_page(f.id)) for f in local.regions],
        "people": people(site, name),
        "contradicted": list(_told(local, "contradicted", contacts)),
        "there": list(_told(local, "there", contacts)),
        "absent": list(_asked(local, "absent")),
        "unknown": list(_asked(local, "unknown")),
        "elsewhere": list(_elsewhere(local, contacts)),
        "targets": list(targets(local)),
        "own_lines": [row for plan in local.budgeted for row in own_lines(local, *plan)],
        "contributed": [row for rows in parts.values() for row in rows],
        "undivided": [
            Linked(f"{facts.region.name} {year.year}", region_page(facts.id, BUDGET, year.year))
            for facts, year in local.budgeted
            if not parts[id(facts)]
        ],
        "coalitions": list(coalitions(local, contacts)),
        "activities": list(activities(local, contacts)),
        "turn": list(turn(local)),
        "contacts": contacts.rows(),
    }
    address = site.directory.municipality(name) or MUNICIPALITIES
    return Page(Desk(address), name, "municipality", values, part="municipalities")


def _told(local: Local, group: str, contacts: Contacts) -> Iterator[Row]:
    """Intervention, region, status, when, who, and what else is said of it."""
    for page, said in local.group(group):
        for one in said:
            deployment = one.cell.deployment
            owners = one.facts.owners(deployment.owners) if deployment else ()
            contacts.add(one.facts, owners, one.item.name)
            extra = tuple(filter(None, (deployment.name, deployment.note))) if deployment else ()
            yield (
                Linked(one.item.name, page),
                local.region_link(one.facts),
                cell_link(local.site, one.facts, local.name, one.item.id, "status"),
                deployment.period if deployment else None,
                owners,
                extra,
            )


def _asked(local: Local, group: str) -> Iterator[Row]:
    """Intervention, region, status, and the nearest municipality that has it."""
    for page, said in local.group(group):
        for one in said:
            yield (
                Linked(one.item.name, page),
                local.region_link(one.facts),
                cell_link(local.site, one.facts, local.name, one.item.id, "status"),
                _nearest(local, one),
            )


def _nearest(local: Local, one: Said) -> object:
    ask = local.site.nearby.ask(one.facts.id, local.name, one.item.id)
    if ask is None:
        return Word("near", "nobody")
    near = ask.near
    distance = show(round(near.distance)) if near.distance is not None else ""
    told = label("near", near.relation).format(distance=distance)
    other = local.site.by_id[ask.region].region.name if ask.region else None
    link = Linked(near.municipality, local.site.directory.municipality(near.municipality))
    return Remarked(link, ", ".join(filter(None, (told, other))))


def _elsewhere(local: Local, contacts: Contacts) -> Iterator[Row]:
    """What runs in a district, school or practice there, or in a wider part of the region."""
    for facts in local.regions:
        for found in facts.deployed:
            item, deployment = facts.interventions.get(found.intervention), found.deployment
            is_place = facts.official(found.place) not in facts.table.municipalities
            if item is None or not is_place or local.name not in facts.inside(found.place):
                continue
            owners = facts.owners(deployment.owners)
            contacts.add(facts, owners, item.name)
            page = local.site.directory.intervention(item.id, facts.id)
            yield (
                Linked(deployment.name or item.name, page),
                found.place,
                local.region_link(facts),
                deployment_link(local.site, found),
                deployment.period,
                owners,
                deployment.note,
            )
