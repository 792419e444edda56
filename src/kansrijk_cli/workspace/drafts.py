"""A workspace as it may be published: items marked as draft are not in it at all."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from kansrijk_cli.core.place import Route, Step
from kansrijk_cli.model.base import Item
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Files, Workspace

M = TypeVar("M", bound=BaseModel)


def without_drafts(workspace: Workspace) -> Workspace:
    """The same workspace without draft items, so that nothing is computed from them either."""
    regions = {
        name: replace(
            region,
            files=_published_files(region.files),
            years={
                number: replace(year, files=_published_files(year.files))
                for number, year in region.years.items()
            },
        )
        for name, region in workspace.regions.items()
    }
    return replace(workspace, regions=regions)


def route_with_drafts(content: object, route: Route) -> Route:
    """Where something stands in the file, by its route in the content without drafts.

    `content` is what the file holds with its drafts.
    """
    found: list[Step] = []
    here = content
    for step in route:
        if isinstance(here, tuple) and isinstance(step, int):
            kept = [index for index, item in enumerate(here) if not _is_draft(item)]
            found.append(kept[step])
            here = here[kept[step]]
        else:
            found.append(step)
            here = here.get(step) if isinstance(here, Mapping) else getattr(here, str(step), None)
    return tuple(found)


def _published_files(files: Files) -> Files:
    entries = {
        kind: Entry(entry.place, _published(entry.content)) for kind, entry in files.entries.items()
    }
    return replace(files, entries=entries)


def _published(model: M) -> M:
    """A model without the drafts in it; itself when there are none."""
    changed: dict[str, object] = {}
    for name in model.model_fields_set:
        value = getattr(model, name)
        kept = _kept(value)
        if kept is not value:
            changed[name] = kept
    return model.model_copy(update=changed) if changed else model


def _kept(value: object) -> object:
    if isinstance(value, Item) and value.draft:
        return None
    if isinstance(value, BaseModel):
        return _published(value)
    if isinstance(value, tuple):
        items = tuple(_kept(item) for item in value if not _is_draft(item))
        same = len(items) == len(value) and all(a is b for a, b in zip(items, value, strict=True))
        return value if same else items
    if isinstance(value, Mapping):
        kept = {key: _kept(item) for key, item in value.items() if not _is_draft(item)}
        same = len(kept) == len(value) and all(kept[key] is value[key] for key in kept)
        return value if same else kept
    return value


def _is_draft(value: object) -> bool:
    return isinstance(value, Item) and value.draft
