"""One municipality, across all regions it belongs to. Nothing of regions is added up."""

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import MUNICIPALITIES, region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.contacts import Contacts
from kansrijk_cli.output.site.pages.costs import contributed, own_lines
from kansrijk_cli.output.site.pages.local import Local
from kansrijk_cli.output.site.pages.local_offer import asked, spots, told
from kansrijk_cli.output.site.pages.local_plans import activities, coalitions, targets, turn
from kansrijk_cli.output.site.pages.people import people
from kansrijk_cli.output.site.pages.totals import costs
from kansrijk_cli.output.site.site import Site

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
    values = {
        "name": name,
        "regions": [Linked(f.region.name, region_page(f.id)) for f in local.regions],
        "people": people(site, name),
        "contradicted": list(told(local, "contradicted", contacts)),
        "there": list(told(local, "there", contacts)),
        "regional": list(spots(local, contacts, is_regional=True)),
        "elsewhere": list(spots(local, contacts, is_regional=False)),
        "absent": list(asked(local, "absent")),
        "unknown": list(asked(local, "unknown")),
        "targets": list(targets(local)),
        "own_lines": [row for plan in local.budgeted for row in own_lines(local, *plan)],
        "contributed": [row for plan in local.budgeted for row in contributed(local, *plan)],
        "costs": [cost for plan in local.budgeted for cost in costs(local, *plan)],
        "without_budget": [f.region.name for f in local.regions if not f.newest_money],
        "coalitions": list(coalitions(local, contacts)),
        "activities": list(activities(local, contacts)),
        "turn": list(turn(local)),
        "contacts": contacts.rows(),
    }
    address = site.directory.municipality(name) or MUNICIPALITIES
    return Page(Desk(address), name, "municipality", values, part="municipalities")
