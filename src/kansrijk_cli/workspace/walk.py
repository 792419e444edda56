"""Walking a file: every value with its place, and what its field says it refers to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from kansrijk_cli.core.place import Place, Route
from kansrijk_cli.model.references import Ref
from kansrijk_cli.workspace.fields import model_at


@dataclass(frozen=True, slots=True)
class Visit:
    """One value of a file. `refers_to` is the kind of name it must be, if it is a reference."""

    place: Place
    value: object
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an annotation holds, taken apart once."""

    kind: str
    refers_to: str | None = None
    inner: tuple["_Shape", ...] = ()


def walk(model: BaseModel, place: Place) -> Iterator[Visit]:
    """Every value of a model that is set, in order; mappings and lists before what they hold."""
    yield Visit(place, model)
    for name, shape in _fields(type(model)):
        if name in model.model_fields_set:
            yield from _walk(getattr(model, name), shape, place.at(name))


def reference_in_list(model: type[BaseModel], route: Route) -> str | None:
    """What the items of the list at a route refer to, if a list of references belongs there."""
    owner = model_at(model, route[:-1]) if route else None
    shape = dict(_fields(owner)).get(str(route[-1])) if owner else None
    return shape.inner[0].refers_to if shape and shape.kind == "list" else None


def _walk(value: object, shape: _Shape, place: Place) -> Iterator[Visit]:
    if value is None:
        return
    if isinstance(value, BaseModel):
        yield from walk(value, place)
        return
    yield Visit(place, value, shape.refers_to)
    if isinstance(value, tuple) and shape.kind == "list":
        for index, item in enumerate(value):
            yield from _walk(item, shape.inner[0], place.at(index))
    elif isinstance(value, Mapping):
        key_shape, value_shape = shape.inner
        for key, item in value.items():
            here = place.at(key)
            yield Visit(here.key(), key, key_shape.refers_to)
            yield from _walk(item, value_shape, here)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    fields = []
    for name, field in model.model_fields.items():
        shape = _shape(field.annotation)
        refers_to = _reference(field.metadata) or shape.refers_to
        fields.append((name, _Shape(shape.kind, refers_to, shape.inner)))
    return tuple(fields)


def _shape(annotation: Any) -> _Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        shape = _shape(arguments[0])
        return _Shape(shape.kind, _reference(arguments[1:]) or shape.refers_to, shape.inner)
    if origin in (Union, UnionType):
        return _shape(next(a for a in arguments if a is not type(None)))
    if origin is tuple:
        return _Shape("list", None, (_shape(arguments[0]),))
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _Shape("mapping", None, (_shape(arguments[0]), _shape(arguments[1])))
    return _Shape("value")


def _reference(metadata: Any) -> str | None:
    return next((item.kind for item in metadata if isinstance(item, Ref)), None)
