"""A workspace as it may be published: what is marked as draft is not in it at all."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from kansrijk_cli.core.place import Route, Step
from kansrijk_cli.model.base import Item
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace, YearFolder

M = TypeVar("M", bound=BaseModel)


def without_drafts(workspace: Workspace) -> Workspace:
    """The same workspace without drafts, so that nothing is computed from them either.

    A plan that is a draft takes its whole year with it, and a `region.yaml` its whole region: the
    other files say what these say.
    """
    regions = {
        name: replace(
            region,
            files=_published_files(region.files),
            years={
                number: replace(year, files=_published_files(year.files))
                for number, year in region.years.items()
                if not is_draft_year(year)
            },
        )
        for name, region in workspace.regions.items()
        if not is_draft_region(region)
    }
    return replace(workspace, regions=regions)


def is_draft_region(region: RegionFolder) -> bool:
    """Whether a region as a whole is a draft."""
    return region.region is not None and region.region.draft


def is_draft_year(year: YearFolder) -> bool:
    """Whether the plan of a year, or its document, is a draft."""
    plan = year.files.content(Plan)
    return plan is not None and (plan.draft or plan.document.draft)


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
        kind: Entry(entry.place, _published(entry.content))
        for kind, entry in files.entries.items()
        if not entry.content.draft
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
