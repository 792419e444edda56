"""The fields of the models, and what kind of value stands where."""

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from kansrijk_cli.core.place import Route
from kansrijk_cli.source.tree import Data


def fields_of(model: type[BaseModel] | None) -> Mapping[str, Any]:
    """The fields of a model by their keys; of what is no model there are none."""
    return model.model_fields if model else {}


def model_at(model: type[BaseModel], route: Route) -> type[BaseModel] | None:
    """The model of the mapping at a route."""
    here = annotation_at(model, route)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def annotation_at(model: type[BaseModel], route: Route) -> Any:
    """What kind of value stands at a route, `None` when nothing can."""
    here: Any = model
    for step in route:
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(str(step))
            here = _inner(field.annotation) if field else None
        else:
            arguments = get_args(here)
            here = _inner(arguments[1 if is_mapping(here) else 0]) if arguments else None
    return here


def is_mapping(annotation: Any) -> bool:
    """Whether a value holds others under keys that are no fields."""
    return get_origin(annotation) in (Mapping, dict)


def is_list(annotation: Any) -> bool:
    """Whether a value is a list."""
    return get_origin(annotation) in (tuple, list)


def value_at(data: Data, route: Route) -> Data:
    """The value at a route, `None` when there is nothing."""
    here = data
    for step in route:
        if isinstance(here, dict):
            here = here.get(str(step))
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here


def mapping_at(data: Data, route: Route) -> Mapping[str, Data]:
    """The fields and their values at a route; none when there is something else."""
    here = value_at(data, route)
    return here if isinstance(here, dict) else {}


def _inner(annotation: Any) -> Any:
    """An annotation without `Annotated` and without `None`."""
    if get_origin(annotation) is Annotated:
        return _inner(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _inner(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation
