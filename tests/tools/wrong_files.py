"""Files with one mistake each, made from the case that uses every field of every model."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, TypeAlias

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kansrijk_cli.core.place import Place, Route, Step
from kansrijk_cli.model.base import File
from kansrijk_cli.model.registry import FileKind, kind_of
from kansrijk_cli.source.tree import parse
from kansrijk_cli.workspace.walk import walk
from tests.workspaces import ROOT

CASE = ROOT / "tests" / "cases" / "all-fields" / "input"
ODD: tuple[Any, ...] = (
    *(True, -1, 7, 2.5, "", "paars", "Twee woorden", "twee\nregels", " rand", "25"),
    *("mei 2024", "2024-13-01", "2024-05-28", "2025 +", [], {}, [7]),
)
WRONG_ANYWHERE = [[1]]
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Sample:
    """A field of a model with a value, in a file that is right."""

    kind: FileKind
    file: str
    model: type[BaseModel]
    name: str
    route: Route

    @property
    def field(self) -> FieldInfo:
        """What the model says of the field."""
        return self.model.model_fields[self.name]


@dataclass(frozen=True)
class WrongFile:
    """The text of a file with one change, and what was changed."""

    change: str
    file: str
    text: str


def texts() -> dict[str, str]:
    """Every file of the case, by its path in the data folder."""
    return {
        path.relative_to(CASE).as_posix(): path.read_text("utf-8")
        for path in sorted(CASE.rglob("*.yaml"))
    }


@cache
def samples() -> tuple[Sample, ...]:
    """Each field of each model of each kind of file once."""
    found: dict[tuple[str, type[BaseModel], str], Sample] = {}
    for file in texts():
        kind = kind_of(file)
        assert kind is not None
        content: File = kind.model.model_validate(_parsed(file))
        for visit in walk(content, Place(file)):
            item, route = visit.value, visit.place.route
            if isinstance(item, BaseModel) and isinstance(_at(_parsed(file), route), dict):
                for name in type(item).model_fields:
                    if name in item.model_fields_set:
                        sample = Sample(kind, file, type(item), name, (*route, name))
                        found.setdefault((kind.name, type(item), name), sample)
    return tuple(found.values())


def wrong_files() -> Iterator[WrongFile]:
    """Each field misspelt, missing and of a wrong type; each type of value with odd ones."""
    types: set[str] = set()
    for sample in samples():
        yield _changed(sample, sample.route, "misspelt", _misspell)
        yield _changed(sample, sample.route, "missing", _remove)
        yield _changed(sample, sample.route, "wrong type", partial(_put, WRONG_ANYWHERE))
        value_type = f"{sample.field.annotation} {sample.field.metadata}"
        if value_type not in types:
            types.add(value_type)
            yield from _odd(sample, sample.route)


def _odd(sample: Sample, route: Route) -> Iterator[WrongFile]:
    """Odd values for a field, and for the first thing in it that is no mapping with fields."""
    for odd in ODD:
        yield _changed(sample, route, repr(odd), partial(_put, odd))
    value = _at(_parsed(sample.file), route)
    if isinstance(value, list) and not isinstance(value[0], dict):
        yield from _odd(sample, (*route, 0))
    if isinstance(value, dict) and route not in _routes_of_models(sample.file):
        yield from _odd(sample, (*route, next(iter(value))))


Edit: TypeAlias = Callable[[Any, Step], None]


def _changed(sample: Sample, route: Route, change: str, edit: Edit) -> WrongFile:
    required = {
        name for name, field in sample.kind.model.model_fields.items() if field.is_required()
    }
    file = _parsed(sample.file)
    data = deepcopy({key: file[key] for key in file if key in {*required, route[0]}})
    *above, last = _alone(data, route)
    edit(_at(data, above), last)
    text = yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False)
    steps = "/".join(map(str, route))
    return WrongFile(f"{sample.kind.name} {steps}: {change}", sample.file, text)


def _alone(data: Any, route: Route) -> Route:
    """Keep of every list on the way only the one item, so that files stay small."""
    steps: list[Step] = []
    for step in route:
        if isinstance(data, list):
            data[:] = [data[int(step)]]
            steps.append(0)
        else:
            steps.append(str(step))
        data = data[steps[-1]]
    return tuple(steps)


def _misspell(holder: Any, name: Step) -> None:
    renamed = {f"{key}x" if key == name else key: value for key, value in holder.items()}
    holder.clear()
    holder.update(renamed)


def _remove(holder: Any, name: Step) -> None:
    del holder[name]


def _put(value: Any, holder: Any, name: Step) -> None:
    holder[name] = value


def _at(data: Any, route: Sequence[Step]) -> Any:
    for step in route:
        # A year is a number to the model and a text in the file.
        data = data[step if isinstance(data, list) else str(step)]
    return data


@cache
def _parsed(file: str) -> Any:
    return parse((CASE / file).read_text("utf-8"), file).value


@cache
def _routes_of_models(file: str) -> frozenset[Route]:
    kind = kind_of(file)
    assert kind is not None
    visits = walk(kind.model.model_validate(_parsed(file)), Place(file))
    return frozenset(visit.place.route for visit in visits if isinstance(visit.value, BaseModel))
