"""The files of the data, line by line: what every figure leads to."""

from collections.abc import Sequence
from itertools import groupby

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.site.addresses import SOURCES, line_anchor, region_page, source_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.frame import Page, Step
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.output.visible import visible
from kansrijk_cli.source.shown import shown_lines

# Its anchor, its text if it may be read, and how many lines are left out from here.
Line = tuple[str, str | None, int]


def sources_page(site: Site) -> Page:
    """All files."""
    rows = [(Linked(file, source_page(file)), _about(site, file)) for file in site.lines.files]
    title = label("site-page", "sources")
    return Page(Desk(SOURCES), title, "sources", {"rows": rows}, part="about")


def source_file(site: Site, file: str) -> Page:
    """One file. Lines that must not be read are left out, and say so."""
    hidden = site.material.published.hidden.get(file, ())
    lines = shown_lines(site.material.texts[file], hidden)
    values = {"file": file, "lines": _lines(lines), "has_hidden": None in lines}
    step = Step(label("site-page", "sources"), SOURCES)
    return Page(Desk(source_page(file)), file, "source", values, part="about", trail=(step,))


def _lines(lines: Sequence[str | None]) -> list[Line]:
    """Each line with its anchor and text; the first of those left out says how many there are."""
    if lines and lines[-1] == "":
        lines = lines[:-1]
    found: list[Line] = []
    for _, group in groupby(enumerate(lines, start=1), key=lambda pair: pair[1] is None):
        run = list(group)
        for place, (number, text) in enumerate(run):
            shown = None if text is None else visible(text)
            found.append((line_anchor(number), shown, 0 if place else len(run)))
    return found


def _about(site: Site, file: str) -> object:
    """The region that a file is of."""
    top, _, rest = file.partition("/")
    facts = site.by_id.get(rest.partition("/")[0]) if top == "regions" else None
    return Linked(facts.region.name, region_page(facts.id)) if facts else None
