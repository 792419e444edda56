"""An assumption about a field that the item does not have."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File, Item
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()


def check(workspace: Workspace) -> Iterator[Finding]:
    """The names under `assumed`: a field of the item itself, or of something it holds."""
    for _, _, entry in workspace.entries():
        for visit in entry.visits:
            if isinstance(visit.value, Item) and visit.value.assumed:
                known = {*type(visit.value).model_fields, *_steps_below(entry, visit.place)}
                for name in visit.value.assumed:
                    if name not in known:
                        place = visit.place.at("assumed", name).key()
                        yield finding(place, value=name, meant=nearest(name, known))


def _steps_below(entry: Entry[File], place: Place) -> Iterator[str]:
    depth = len(place.route)
    for visit in entry.visits:
        route = visit.place.route
        if route[:depth] == place.route and "assumed" not in route[depth:]:
            yield from (step for step in route[depth:] if isinstance(step, str))
