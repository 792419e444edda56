"""The same name, word or item twice in one list."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
# Items with one of these are told apart by it, and have a rule of their own.
IDENTITIES = ("id", "code")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Every list; what is in it twice would count twice."""
    for _, _, entry in workspace.entries():
        for place, items in entry.lists:
            yield from _repeated(place, items)


def _repeated(place: Place, items: tuple[object, ...]) -> Iterator[Finding]:
    if any(hasattr(item, field) for item in items[:1] for field in IDENTITIES):
        return
    first: dict[str, Place] = {}
    for index, item in enumerate(items):
        here = place.at(index)
        # In full, so that two items are the same when everything in them is.
        whole = repr(item)
        if whole in first:
            name = {"value": item} if isinstance(item, str) else {"item": ""}
            yield finding(here, first[whole], **name)
        first.setdefault(whole, here)
