"""Two items of one list with the same id, or two municipalities with the same code."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
IDENTITIES = ("id", "code")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Every list of items that have an identity."""
    for _, _, entry in workspace.entries():
        for place, items in entry.lists:
            for field in IDENTITIES:
                yield from _duplicates(place, items, field)


def _duplicates(place: Place, items: tuple[object, ...], field: str) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for index, item in enumerate(items):
        value = getattr(item, field, None)
        if value is None:
            continue
        here = place.at(index, field)
        if value in first:
            yield finding(here, first[value], value=str(value))
        first.setdefault(value, here)
