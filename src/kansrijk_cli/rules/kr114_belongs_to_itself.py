"""Items that belong to themselves, directly or in a circle, and so have no place of their own."""

from collections.abc import Iterator, Mapping

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
# The lists in which an item names the one above it, and the field in which it does.
ABOVE = (
    (Plan, "components", "part_of"),
    (Parties, "parties", "reports_to"),
    (Parties, "parties", "replaces"),
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each circle once, at the first of its items."""
    for _, _, entry in workspace.entries():
        for kind, items, field in ABOVE:
            if isinstance(entry.content, kind):
                yield from _circles(entry.place.at(items), getattr(entry.content, items), field)


def _circles(place: Place, items: tuple[object, ...], field: str) -> Iterator[Finding]:
    ids = [getattr(item, "id", "") for item in items]
    above = dict(zip(ids, (getattr(item, field) for item in items), strict=True))
    told: set[str] = set()
    for index, start in enumerate(ids):
        circle = _circle(above, start)
        if circle and start not in told:
            told.update(circle)
            yield finding(place.at(index, field), value=start, others=circle[1:] or None)


def _circle(above: Mapping[str, str | None], start: str) -> tuple[str, ...]:
    """The ids from `start` upwards until it comes again; none when it does not."""
    seen: list[str] = []
    here: str | None = start
    while here is not None and here not in seen:
        seen.append(here)
        here = above.get(here)
    return tuple(seen) if here == start else ()
