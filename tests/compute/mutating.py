"""A workspace changed at random: other values, items that come, go, move and get another id."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any

from pydantic import BaseModel

from kansrijk_cli.compute.changes.steps import keyed
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.plan import TextBlock
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace

# How many of the models of a file are changed, and how often a file is gone.
SITES, GONE = 0.06, 0.05

# For each field of each model the values that it has anywhere: any of them may be put elsewhere.
Donors = Mapping[tuple[type[BaseModel], str], list[Any]]


def donors(workspace: Workspace) -> Donors:
    """The values of every field of a workspace, and nothing where that is allowed."""
    found: dict[tuple[type[BaseModel], str], list[Any]] = {}
    for _, _, entry in workspace.entries():
        for model in _models(entry.content):
            for name, field in type(model).model_fields.items():
                known = found.setdefault((type(model), name), [])
                if name in model.model_fields_set:
                    known.append(getattr(model, name))
                elif not field.is_required():
                    known.append(field.get_default())
    return found


def _models(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _models(getattr(value, name))
    elif isinstance(value, tuple | Mapping):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _models(item)


def mutated(random: Random, workspace: Workspace, values: Donors) -> Workspace:
    """Another version of a workspace; now and then a folder has another name."""
    regions: dict[str, RegionFolder] = {}
    for id_, region in workspace.regions.items():
        now = f"{id_}-nieuw" if random.random() < GONE else id_
        years = {
            number: replace(
                year, files=_files(random, year.files, f"regions/{now}/{number}", values)
            )
            for number, year in region.years.items()
            if random.random() > GONE
        }
        files = _files(random, region.files, f"regions/{now}", values)
        regions[now] = RegionFolder(now, files, years)
    return replace(workspace, regions=regions)


def _files(random: Random, files: Files, folder: str, values: Donors) -> Files:
    return Files(
        {
            kind: Entry(
                Place(f"{folder}/{kind.path.rpartition('/')[2]}"),
                _value(random, entry.content, values),
            )
            for kind, entry in files.entries.items()
            if random.random() > GONE
        }
    )


def _value(random: Random, value: Any, values: Donors) -> Any:
    """The same value with here and there something else in it."""
    if isinstance(value, BaseModel):
        return _model(random, value, values)
    if isinstance(value, tuple):
        return _list(random, tuple(_value(random, item, values) for item in value))
    if isinstance(value, Mapping):
        items = [(key, _value(random, item, values)) for key, item in value.items()]
        return dict(_list(random, tuple(items)))
    return value


def _model(random: Random, model: BaseModel, values: Donors) -> BaseModel:
    names = type(model).model_fields
    update = {name: _value(random, getattr(model, name), values) for name in names}
    if random.random() < SITES:
        name = random.choice(list(names))
        update[name] = random.choice(values[type(model), name])
    if random.random() < SITES / 3 and isinstance(update.get("id"), str):
        update["id"] = f"{update['id']}-anders"
    return model.model_copy(update=update)


def _list(random: Random, items: tuple[Any, ...]) -> tuple[Any, ...]:
    found = list(items)
    if found and random.random() < SITES:
        found.remove(random.choice(found))
    if found and random.random() < SITES:
        found.insert(random.randrange(len(found)), random.choice(found))
    if random.random() < SITES:
        random.shuffle(found)
    return tuple(found)


def shuffled(random: Random, workspace: Workspace) -> Workspace:
    """The same workspace with every list and mapping in another order, except texts."""
    return replace(
        workspace,
        regions={
            id_: RegionFolder(
                id_,
                _shuffled_files(random, region.files),
                {
                    number: replace(year, files=_shuffled_files(random, year.files))
                    for number, year in region.years.items()
                },
            )
            for id_, region in workspace.regions.items()
        },
    )


def _shuffled_files(random: Random, files: Files) -> Files:
    entries = files.entries.items()
    return Files({k: Entry(e.place, _shuffle(random, e.content)) for k, e in entries})


def _shuffle(random: Random, value: Any) -> Any:
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        update = {name: _shuffle(random, getattr(value, name)) for name in names}
        return value.model_copy(update=update)
    if isinstance(value, Mapping):
        items = list(value.items())
        random.shuffle(items)
        return {key: _shuffle(random, item) for key, item in items}
    if isinstance(value, tuple):
        found = [_shuffle(random, item) for item in value]
        if not any(isinstance(item, TextBlock) for item in found) and _are_unique(found):
            random.shuffle(found)
        return tuple(found)
    return value


def _are_unique(items: list[Any]) -> bool:
    """Whether no two items have the same name: of those the order tells which is which."""
    return len(keyed(items, str)) == len({key.split(" (")[0] for key in keyed(items, str)})
