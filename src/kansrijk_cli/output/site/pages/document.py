"""The document of a plan within the site."""

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.html.blocks import inline, notes
from kansrijk_cli.output.site.addresses import region_page, source_page
from kansrijk_cli.output.site.desk import Desk
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page, Step
from kansrijk_cli.output.site.pages.beside import DOWNLOADS, PLAN, beside, region_step
from kansrijk_cli.output.site.pages.origins import origins
from kansrijk_cli.output.site.site import Site


def document_page(
    site: Site, facts: RegionFacts, year: YearFacts, publication: Publication
) -> Page:
    """The whole document, and where its parts stand in the data."""
    desk = Desk(region_page(facts.id, PLAN, year.year), dict(publication.pictures))
    document = publication.tree
    values = {
        "facts": facts,
        "heading": inline(document.title),
        "body": desk.blocks.blocks(document.blocks),
        "noted": notes(document, desk.blocks),
        "origins": origins(site, facts, year),
        "downloads": region_page(facts.id, DOWNLOADS, year.year),
        "files": [
            Step(file.rsplit("/", 1)[-1], source_page(file)) for file in _files(site, facts, year)
        ],
    }
    return Page(
        desk,
        tree.plain(document.title),
        "document",
        values,
        part="regions",
        trail=(region_step(facts),),
        about=facts.region.name,
        nav=beside(facts, year),
    )


def _files(site: Site, facts: RegionFacts, year: YearFacts) -> list[str]:
    """The files that hold the data of the plan."""
    own = (f"regions/{facts.id}/", f"regions/{facts.id}/{year.year}/")
    return [file for file in site.lines.files if f"{file.rpartition('/')[0]}/" in own]
