"""All files of the site, step by step."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from kansrijk_cli.output.site import addresses
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page, written
from kansrijk_cli.output.site.house import House, house
from kansrijk_cli.output.site.material import Material
from kansrijk_cli.output.site.pages.beside import (
    BUDGET,
    CHANGES,
    PLANNING,
    TARGETS,
    has_coverage,
    has_page,
)
from kansrijk_cli.output.site.pages.budget import budget_page
from kansrijk_cli.output.site.pages.changes import changes_page
from kansrijk_cli.output.site.pages.coverage import coverage_page
from kansrijk_cli.output.site.pages.document import document_page
from kansrijk_cli.output.site.pages.downloads import (
    Downloads,
    coverage_files,
    downloads_page,
    files_at,
    year_files,
)
from kansrijk_cli.output.site.pages.interventions import intervention_list, intervention_page
from kansrijk_cli.output.site.pages.municipality import municipality_list, municipality_page
from kansrijk_cli.output.site.pages.offers import offers
from kansrijk_cli.output.site.pages.planning import planning_page
from kansrijk_cli.output.site.pages.regions import region, regions
from kansrijk_cli.output.site.pages.sources import source_file, sources_page
from kansrijk_cli.output.site.pages.start import about_page, start_page
from kansrijk_cli.output.site.pages.targets import targets_page
from kansrijk_cli.output.site.searching import search_index
from kansrijk_cli.output.site.site import Site

# A file of the site: its address and its bytes.
Made = tuple[str, bytes]

OF_YEAR_PAGES: Mapping[str, Callable[[Site, RegionFacts, YearFacts], Page]] = {
    TARGETS: targets_page,
    BUDGET: budget_page,
    PLANNING: planning_page,
    CHANGES: changes_page,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the work, and what it is about."""

    about: str
    make: Callable[[], Iterator[Made]]


def steps(material: Material) -> list[Step]:
    """The work in steps. Each makes its files when it is asked to, so that few are held at once."""
    site = Site(material)
    known = offers(site)
    found = [Step(f.region.name, partial(_region, site, f)) for f in site.regions]
    pages: list[tuple[str, Callable[[], Page]]] = [
        *((name, partial(municipality_page, site, name)) for name in site.belonging),
        *((offer.item.name, partial(intervention_page, site, offer)) for offer in known),
        *((file, partial(source_file, site, file)) for file in site.lines.files),
    ]
    found += (Step(about, partial(_later, site, page)) for about, page in pages)

    def rest() -> Iterator[Made]:
        for page in (
            start_page(site, known),
            about_page(site),
            regions(site),
            municipality_list(site),
            intervention_list(known),
            sources_page(site),
        ):
            yield from _one(site, page)
        yield addresses.INDEX, search_index(site, known).encode()
        for address in (addresses.STYLE, addresses.SEARCH, *_live(material)):
            yield address, site.templates.get_template(f"site/{address}").render().encode()

    return [*found, Step("", rest)]


def _live(material: Material) -> tuple[str, ...]:
    return (addresses.RELOAD,) if material.live else ()


def _later(site: Site, page: Callable[[], Page]) -> Iterator[Made]:
    return _one(site, page())


def _one(site: Site, page: Page, look: House | None = None) -> Iterator[Made]:
    yield page.address, written(site, page, look).encode()


def _region(site: Site, facts: RegionFacts) -> Iterator[Made]:
    """All of a region."""
    look = house(facts.id, site.material.style(facts.folder))
    yield from look.files()
    yield from _one(site, region(site, facts), look)
    if has_coverage(facts):
        yield from _one(site, coverage_page(site, facts), look)
    figures = coverage_files(site, facts)
    yield from _in(files_at(facts), figures)
    for year in facts.years:
        yield from _year(site, facts, year, figures, look)


def _year(
    site: Site, facts: RegionFacts, year: YearFacts, figures: Mapping[str, bytes], look: House
) -> Iterator[Made]:
    """All of a plan: its pages where there is something to tell, and its files."""
    is_draft = year.context.plan.document.status == "draft"

    def of_year(page: Page) -> Iterator[Made]:
        return _one(site, replace(page, is_draft=is_draft), look)

    publication = site.material.document(facts.folder, year.folder)
    yield from of_year(document_page(site, facts, year, publication))
    for name, make in OF_YEAR_PAGES.items():
        if has_page(name, facts, year):
            yield from of_year(make(site, facts, year))
    files = Downloads(site.material.write(publication), figures, year_files(facts, year))
    yield from of_year(downloads_page(facts, year, files))
    for made in (*files.documents.values(), files.of_year):
        yield from _in(files_at(facts, year), made)


def _in(folder: str, files: Mapping[str, bytes]) -> Iterator[Made]:
    """Files with their addresses in the site."""
    return ((folder + name, content) for name, content in files.items())
