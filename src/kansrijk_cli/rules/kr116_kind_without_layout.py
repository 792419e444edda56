"""A kind of document without a layout, that is written almost like one that has a layout."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.nearest import lone_nearest
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()


def check(workspace: Workspace) -> Iterator[Finding]:
    """A region may have kinds of its own: only what is like that of a layout is told."""
    for region, year in workspace.years():
        entry = year.files.get(Plan)
        kind = entry.content.document.kind if entry else None
        if entry and kind and kind not in region.layouts:
            meant = lone_nearest(kind, region.layouts)
            if meant:
                yield finding(entry.place.at("document", "kind"), value=kind, meant=meant)
