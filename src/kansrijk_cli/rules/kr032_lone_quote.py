"""A text with a quotation mark that has no partner."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
QUOTE = '"'


def check(workspace: Workspace) -> Iterator[Finding]:
    """Only the double one: the single one is also an apostrophe."""
    for _, _, entry in workspace.entries():
        for visit in entry.visits:
            if isinstance(visit.value, str) and visit.value.count(QUOTE) % 2:
                yield finding(visit.place)
