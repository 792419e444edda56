"""What is where in a region: the matrix, with a link from every cell to its line."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from kansrijk_cli.compute.coverage.matrix import STATUSES
from kansrijk_cli.compute.explain.coverage import explain_coverage
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.types import Status
from kansrijk_cli.output.coverage_tables import counting_sentences
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import Deployed, RegionFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.notes import Notes, note_anchor
from kansrijk_cli.output.site.pages.beside import COVERAGE, beside, region_step
from kansrijk_cli.output.site.pages.regions import coalition_line, municipality_link
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.values import Word

Row = tuple[object, ...]


def coverage_page(site: Site, facts: RegionFacts) -> Page:
    """The matrix on the day of the newest plan, or later, and what it counts to."""
    explained = chain(
        explain_coverage(facts.depth, "intervention"), explain_coverage(facts.depth, "municipality")
    )
    notes = Notes(explained, site.lines)
    content = facts.folder.files.content(Interventions)
    inventory = content.inventory if content else None
    used = [s for s in STATUSES if any(c.status == s for c in facts.table.cells.values())]
    values = {
        "facts": facts,
        "planned": _day_of_plan(facts),
        "noted": inventory.on if inventory and inventory.on != facts.table.on else None,
        "shown": [s for s in STATUSES if s in used or s in facts.table.coalitions.values()],
        "heads": [_head(site, facts, i.id, i.name) for i in facts.table.interventions],
        "rows": list(_rows(site, facts)),
        "statuses": [label("status", status) for status in used],
        "counts": list(_counts(site, facts, notes, used)),
        "elsewhere": list(_elsewhere(site, facts)),
        "inventory": inventory,
        "remarks": list(counting_sentences(facts.depth)),
        "notes": notes,
    }
    return Page(
        Desk(region_page(facts.id, COVERAGE)),
        label("site-page", COVERAGE),
        "coverage",
        values,
        part="regions",
        trail=(region_step(facts),),
        about=facts.region.name,
        nav=beside(facts, facts.newest),
    )


def _day_of_plan(facts: RegionFacts) -> date | None:
    """The day of the newest plan, when the matrix is of another day."""
    day = facts.newest.context.on if facts.newest else None
    return day if day != facts.table.on else None


def _head(site: Site, facts: RegionFacts, id_: str, name: str) -> Linked:
    return Linked(name, site.directory.intervention(id_, facts.id))


def _rows(site: Site, facts: RegionFacts) -> Iterator[Row]:
    table = facts.table
    for name in table.municipalities:
        coalition = Word("matrix", table.coalitions[name])
        yield (
            Linked(name, site.directory.municipality(name)),
            Linked(coalition, coalition_line(site, facts, name)),
            *(cell_link(site, facts, name, i.id) for i in table.interventions),
        )


def cell_link(
    site: Site, facts: RegionFacts, municipality: str, intervention: str, group: str = "matrix"
) -> Linked:
    """The status of a cell, with the line that says it; of an empty cell nothing says it."""
    cell = facts.table.cells[municipality, intervention]
    word = Word(group, cell.status)
    shown = marked(cell.deployment, word, "status") if cell.deployment else word
    return Linked(shown, site.lines.address(facts.place_of(cell)))


def deployment_link(site: Site, found: Deployed) -> Linked:
    """The status of an intervention at a place, with the line that says it."""
    status = Word("status", found.status)
    return Linked(marked(found.deployment, status, "status"), site.lines.address(found.at))


def count_address(facts: RegionFacts, intervention: str) -> str:
    """Where the counts of an intervention are explained; see `_counts`."""
    ids = [item.id for item in facts.table.interventions]
    return f"{region_page(facts.id, COVERAGE)}#{note_anchor(ids.index(intervention) + 1)}"


def _counts(site: Site, facts: RegionFacts, notes: Notes, used: list[Status]) -> Iterator[Row]:
    for item in facts.table.interventions:
        counted = facts.table.by_intervention[item.id]
        why = notes.address("coverage", item.name)
        yield (
            _head(site, facts, item.id, item.name),
            *(Linked(counted[status], why) for status in used),
            Linked(counted["of"], why),
        )


def _elsewhere(site: Site, facts: RegionFacts) -> Iterator[Row]:
    """What runs at places that are no municipality of the region."""
    for found in facts.deployed:
        item = facts.interventions.get(found.intervention)
        if item and facts.official(found.place) not in facts.table.municipalities:
            yield (
                municipality_link(site, facts, found.place),
                _head(site, facts, item.id, found.deployment.name or item.name),
                deployment_link(site, found),
                found.deployment.period,
                facts.owners(found.deployment.owners),
                found.deployment.note,
            )
