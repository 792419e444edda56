"""What can be taken along: the document in every format, and the figures for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass

from kansrijk_cli.compute.coverage.nearby import SharedDepth
from kansrijk_cli.output.budgets import budgets_text
from kansrijk_cli.output.coverage_tables import municipality_matrix
from kansrijk_cli.output.documents.publication import Files
from kansrijk_cli.output.formats import TABLES, renderer
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.overviews import targets_table
from kansrijk_cli.output.shapes.coverage import coverage_shape
from kansrijk_cli.output.shapes.targets import targets_shape
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.pages.beside import (
    BUDGET,
    COVERAGE,
    DOWNLOADS,
    TARGETS,
    beside,
    has_coverage,
    region_step,
)
from kansrijk_cli.output.site.site import Site

KILOBYTE = 1024
# Excel takes a file for UTF-8 only when it begins with the mark of that.
EXCEL = "utf-8-sig"

# Files by their names in a folder.
Made = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Downloads:
    """What there is to take along: documents by format, and figures of the region and the plan."""

    documents: Mapping[str, Files]
    of_region: Made
    of_year: Made


def downloads_page(facts: RegionFacts, year: YearFacts, files: Downloads) -> Page:
    """The way to all files of a plan."""
    folder = files_at(facts, year)
    values = {
        "facts": facts,
        "title": year.context.plan.document.title,
        "documents": [
            (
                Linked(label("site-file", format_), files_at(facts, year) + name),
                format_,
                _size(made),
            )
            for format_, found in files.documents.items()
            for name, made in list(found.items())[:1]
        ],
        "figures": [
            (Linked(_title(name), at + name), name.rsplit(".", 1)[-1], _size(made))
            for at, found in (
                (files_at(facts), files.of_region),
                (folder, files.of_year),
            )
            for name, made in found.items()
        ],
    }
    return Page(
        Desk(region_page(facts.id, DOWNLOADS, year.year)),
        f"{label('site-page', DOWNLOADS)} {year.year}",
        "downloads",
        values,
        part="regions",
        trail=(region_step(facts),),
        about=facts.region.name,
        nav=beside(facts, year),
    )


def coverage_files(site: Site, facts: RegionFacts) -> Made:
    """The matrix: for a spreadsheet, and for a program."""
    if not has_coverage(facts):
        return {}
    depth = SharedDepth(site.workspace, facts.folder, facts.table, site.nearby)
    csv, json = renderer(TABLES, "csv"), renderer(TABLES, "json")
    return {
        f"{COVERAGE}.csv": csv(municipality_matrix(depth)).encode(EXCEL),
        f"{COVERAGE}.json": json(coverage_shape(depth)).encode(),
    }


def year_files(facts: RegionFacts, year: YearFacts) -> Made:
    """The targets and budgets of a plan: for a spreadsheet, and for a program."""
    found: dict[str, bytes] = {}
    csv, json = renderer(TABLES, "csv"), renderer(TABLES, "json")
    states = [item.state for item in year.standing.targets]
    states += [item.target for item in year.standing.frequencies]
    if states:
        table = targets_table(states, facts.region.name, year.year)
        found[f"{TARGETS}.csv"] = csv(table).encode(EXCEL)
        found[f"{TARGETS}.json"] = json(targets_shape(facts.id, year.year, states)).encode()
    for format_, encoding in (("csv", EXCEL), ("json", "utf-8")) if year.budgets else ():
        text = budgets_text(year.budgets, facts.id, year.year, format_)
        found[f"{BUDGET}.{format_}"] = text.encode(encoding)
    return found


def files_at(facts: RegionFacts, year: YearFacts | None = None) -> str:
    """The folder of files of a region, or of one of its plans."""
    return f"regio/{facts.id}/{f'{year.year}/' if year else ''}bestanden/"


def _title(name: str) -> str:
    return label("site-page", name.rsplit(".", 1)[0])


def _size(content: bytes) -> str:
    return label("site", "size").format(number=max(round(len(content) / KILOBYTE), 1))
