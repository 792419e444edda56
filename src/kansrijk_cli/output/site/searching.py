"""What can be searched: a script with names, so that it works without a server or the network."""

import json
from collections.abc import Iterator

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.pages.beside import beside
from kansrijk_cli.output.site.pages.offers import Offer
from kansrijk_cli.output.site.site import Site

# Title, kind, address from the top of the site, and other words that lead to it.
Entry = tuple[str, str, str, str]


def search_index(site: Site, offers: list[Offer]) -> str:
    """The script that holds the index."""
    found = [*_regions(site), *_municipalities(site), *_interventions(offers)]
    return f"window.kansrijkIndex = {json.dumps(found, separators=(',', ':'))};\n"


def _regions(site: Site) -> Iterator[Entry]:
    for facts in site.regions:
        short = facts.region.short or ""
        yield facts.region.name, label("site-kind", "region"), region_page(facts.id), short
        for step in beside(facts, facts.newest)[1:]:
            name = f"{facts.region.name}: {step.title}"
            yield name, label("site-kind", "page"), step.address, short


def _municipalities(site: Site) -> Iterator[Entry]:
    register = site.workspace.register
    for name, regions in site.belonging.items():
        address = site.directory.municipality(name)
        found = register.find(name)
        former = [old.name for old in register.made_of.get(name, ())]
        words = [*(alias for m in found for alias in m.aliases), *former]
        named = ", ".join(facts.region.name for facts in regions)
        if address:
            kind = label("site-kind", "municipality")
            yield name, kind, address, " ".join((*words, named))


def _interventions(offers: list[Offer]) -> Iterator[Entry]:
    for offer in offers:
        words = (*offer.item.aliases, offer.item.public_name or "")
        yield offer.item.name, label("site-kind", "intervention"), offer.address, " ".join(words)
