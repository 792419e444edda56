"""The list of interventions, and a page of each: what it is, where it is, and whom to ask."""

from kansrijk_cli.compute.coverage.matrix import STATUSES
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import INTERVENTIONS, region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.contacts import Contacts
from kansrijk_cli.output.site.pages.coverage import count_address
from kansrijk_cli.output.site.pages.offer_plans import agreements, lines, targets
from kansrijk_cli.output.site.pages.offers import Offer, cells, counts, elsewhere, has, unknown
from kansrijk_cli.output.site.pages.regions import web
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.values import Word

Row = tuple[object, ...]


def intervention_list(found: list[Offer]) -> Page:
    """All interventions, with the regions that have them in their matrix."""
    rows = [
        (
            Linked(offer.item.name, offer.address),
            Word("intervention", offer.item.kind),
            _recognised(offer),
            tuple(Linked(f.region.name, count_address(f, offer.id)) for f in has(offer)),
        )
        for offer in found
    ]
    values, title = {"rows": rows}, label("site-menu", "interventions")
    return Page(Desk(INTERVENTIONS), title, "interventions", values, part="interventions")


def _recognised(offer: Offer) -> Word | None:
    found = offer.item.recognition
    return Word("recognition", found.status) if found else None


def intervention_page(site: Site, offer: Offer) -> Page:
    """What it is, where it is, what is wanted with it, what it costs, and whom to ask."""
    contacts = Contacts()
    values = {
        "offer": offer,
        "item": offer.item,
        "line": site.lines.address(offer.place),
        "facts_of": list(_facts(site, offer)),
        "described": _described(site, offer),
        "statuses": [label("status", status) for status in STATUSES],
        "counts": list(counts(offer)),
        "cells": list(cells(site, offer, contacts)),
        "unknown": list(unknown(site, offer)),
        "elsewhere": list(elsewhere(site, offer, contacts)),
        "targets": list(targets(site, offer)),
        "lines": list(lines(site, offer)),
        "agreements": list(agreements(site, offer, contacts)),
        "contacts": contacts.rows(),
    }
    return Page(Desk(offer.address), offer.item.name, "intervention", values, part="interventions")


def _facts(site: Site, offer: Offer) -> list[Row]:
    """What it is, each with the line that says it."""
    item, address = offer.item, site.lines.address
    own, place = item.recognition, offer.place.at("recognition")
    found: list[tuple[str, object, str | None]] = [
        ("kind", Word("intervention", item.kind), address(offer.place.at("kind"))),
        ("public-name", item.public_name, address(offer.place.at("public_name"))),
        ("aliases", item.aliases, address(offer.place.at("aliases"))),
        ("target-group", marked(item, item.target_group, "target_group"), None),
        ("phases", tuple(Word("phase", p) for p in item.phases), address(offer.place.at("phases"))),
        (
            "prevention",
            tuple(Word("prevention", p) for p in item.prevention),
            address(offer.place.at("prevention")),
        ),
        ("since", item.since, address(offer.place.at("since"))),
    ]
    if own:
        found += [
            ("recognition", Word("recognition", own.status), address(place.at("status"))),
            ("recognised-by", own.by, address(place.at("by"))),
            ("recognised-on", own.on, address(place.at("on"))),
            ("recognised-until", own.until, address(place.at("until"))),
            ("address", web(own.address), None),
        ]
    return [
        (label("site-fact", word), Linked(value, line) if line else value)
        for word, value, line in found
        if value
    ]


def _described(site: Site, offer: Offer) -> list[tuple[Linked, str | None]]:
    """How regions describe it themselves, instead of the catalogue."""
    return [
        (Linked(facts.region.name, region_page(facts.id)), own.text)
        for facts in offer.regions
        if (own := facts.interventions.get(offer.id)) is not None
        and own is not offer.item
        and own.text != offer.item.text
        and offer.id in site.directory.shared
    ]
