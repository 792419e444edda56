"""A key that cannot give a weight to anybody."""

from collections.abc import Iterator

from kansrijk_cli.compute.dividing.keys import flaw
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.catalog import Keys
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Region, Keys)
AFTER = ("KR106",)


def check(workspace: Workspace) -> Iterator[Finding]:
    """The keys of the catalogue and of the regions."""
    for region, _, entry in workspace.entries():
        content = entry.content
        keys = content.keys if isinstance(content, Region | Keys) else ()
        for place, key in each(entry.place.at("keys"), keys):
            wrong = flaw(workspace, region, key)
            if wrong:
                yield finding(place.at("id"), key=key.title, why=wrong.why)
