"""Errors of the models as diagnostics: one cause, one message, at the exact key or value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.source.tree import Data

UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, WRONG_WORD = "KR020", "KR021", "KR022", "KR023"
COMMA_IN_TEXT = "KR027"

_KEY_STEP = "[key]"
_KIND_OF_VALUE = {
    "string_type": "text",
    "bool_type": "flag",
    "int_type": "whole-number",
    "tuple_type": "list",
    "mapping_type": "mapping",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "string_too_short": "not-empty",
    "too_short": "not-empty",
    "string_pattern_mismatch": "pattern",
    "greater_than_equal": "larger",
    "int_parsing": "whole-number",
}


def schema_problems(
    model: type[BaseModel], file: str, data: Data, errors: Sequence[ErrorDetails]
) -> Iterator[Diagnostic]:
    """The errors that a model has about the data of one file, as diagnostics."""
    missing = {route for error in errors if error["type"] == "missing" for route in [_route(error)]}
    taken_as_misspelt: set[Route] = set()
    rest: list[ErrorDetails] = []
    for error in errors:
        if error["type"] != "extra_forbidden":
            rest.append(error)
            continue
        route = _route(error)
        meant = _meant_key(model, route, data, missing)
        if meant:
            taken_as_misspelt.add((*route[:-1], meant))
        yield _unknown_key(file, route, error, meant, model)
    for error in rest:
        route = _route(error)
        if error["type"] != "missing":
            yield _wrong_value(file, route, error)
        elif route not in taken_as_misspelt:
            yield _missing_key(file, route, model)


def _route(error: ErrorDetails) -> Route:
    return tuple(step for step in error["loc"] if step != _KEY_STEP)


def _unknown_key(
    file: str, route: Route, error: ErrorDetails, meant: str | None, model: type[BaseModel]
) -> Diagnostic:
    key = str(route[-1])
    place = Place(file, route, Part.KEY)
    if error["input"] is None and " " in key:
        return Diagnostic(COMMA_IN_TEXT, place, {"key": key})
    allowed = tuple(_fields(_model_at(model, route[:-1])))
    return Diagnostic(
        UNKNOWN_KEY, place, {"key": key, "meant": meant, "allowed": None if meant else allowed}
    )


def _meant_key(model: type[BaseModel], route: Route, data: Data, missing: set[Route]) -> str | None:
    """The field of the same mapping that was meant: a missing one first, then an absent one."""
    here = route[:-1]
    present = set(_value_at(data, here) or ())
    fields = _fields(_model_at(model, here))
    required = [key for key in fields if (*here, key) in missing]
    absent = [key for key in fields if key not in present]
    return _nearest_field(str(route[-1]), fields, required) or _nearest_field(
        str(route[-1]), fields, absent
    )


def _nearest_field(key: str, fields: Mapping[str, Any], among: list[str]) -> str | None:
    """The field that was meant by its key, or by its Dutch title."""
    writings = {str(fields[name].title): name for name in among} | {name: name for name in among}
    near = nearest(key, writings)
    return writings[near] if near else None


def _missing_key(file: str, route: Route, model: type[BaseModel]) -> Diagnostic:
    field = _fields(_model_at(model, route[:-1])).get(str(route[-1]))
    title = field.title if field else None
    return Diagnostic(MISSING_KEY, Place(file, route[:-1]), {"key": str(route[-1]), "title": title})


def _wrong_value(file: str, route: Route, error: ErrorDetails) -> Diagnostic:
    kind, value = error["type"], error["input"]
    part = Part.KEY if error["loc"][-1:] == (_KEY_STEP,) else Part.VALUE
    place = Place(file, route, part)
    params: dict[str, Value] = dict(error.get("ctx") or {})
    if kind.startswith("KR"):
        params.pop("expected_words", None)
        if kind == WRONG_TYPE:
            params["value"] = _shown(value)
        return Diagnostic(kind, place, params)
    if kind in ("literal_error", "enum"):
        allowed = _words(params.get("expected"))
        meant = nearest(value, allowed) if isinstance(value, str) else None
        shown = _shown(value) or None
        params = {"value": shown, "meant": meant, "allowed": allowed}
        if shown is None:
            params["instead"] = ""
        return Diagnostic(WRONG_WORD, place, params)
    expected = _KIND_OF_VALUE.get(kind, "other")
    scalar = isinstance(value, int | float) and expected == "text"
    quoted = f'"{_shown(value)}"' if scalar else None
    return Diagnostic(
        WRONG_TYPE, place, {"value": _shown(value), "expected": expected, "quoted": quoted}
    )


def _words(expected: object) -> tuple[str, ...]:
    if isinstance(expected, list | tuple):
        return tuple(str(word) for word in expected)
    return tuple(quoted or bare for quoted, bare in re.findall(r"'([^']*)'|(\d+)", str(expected)))


def _shown(value: object) -> str | None:
    """A short value as it stands in the file; `None` for a list, a mapping or something long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float) and len(str(value)) <= 60:
        return str(value)
    return None


def _value_at(data: Data, route: Route) -> Any:
    here: Any = data
    for step in route:
        if isinstance(here, Mapping):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here if isinstance(here, Mapping) else None


def _fields(model: type[BaseModel] | None) -> Mapping[str, Any]:
    return model.model_fields if model else {}


def _model_at(model: type[BaseModel], route: Route) -> type[BaseModel] | None:
    """The model of the mapping at a route."""
    here: Any = model
    for step in route:
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(str(step))
            here = _inner(field.annotation) if field else None
        else:
            arguments = get_args(here)
            here = (
                _inner(arguments[1] if get_origin(here) in _MAPPINGS else arguments[0])
                if arguments
                else None
            )
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


_MAPPINGS = (Mapping, dict)


def _inner(annotation: Any) -> Any:
    """An annotation without `Annotated` and without `None`."""
    if get_origin(annotation) is Annotated:
        return _inner(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _inner(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation
