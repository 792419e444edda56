"""Which source speaks for a place: its own, else the nearest enclosing one."""

from collections.abc import Mapping

from kansrijk_cli.core.place import Route
from kansrijk_cli.model.base import File, Item
from kansrijk_cli.workspace.entry import Entry


def source_at(entry: Entry[File], route: Route) -> str | None:
    """The source of what stands at a route of a file: `id/location`."""
    found = entry.content.source
    here: object = entry.content
    for step in route:
        here = step_into(here, step)
        if isinstance(here, Item) and here.source:
            found = here.source
    return found


def step_into(here: object, step: str | int) -> object:
    """What stands one key or index deeper in a model."""
    if isinstance(here, Mapping):
        return here.get(step)
    if isinstance(here, tuple) and isinstance(step, int):
        return here[step]
    return getattr(here, str(step), None)
