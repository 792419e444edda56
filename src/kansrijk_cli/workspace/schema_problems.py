"""Errors of the models as diagnostics: one cause, one message, at the exact key or value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.nearest import alike, nearest
from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.model.types import number_meant
from kansrijk_cli.source.tree import Data, Locator

UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, WRONG_WORD = "KR020", "KR021", "KR022", "KR023"
AMBIGUOUS_NUMBER, COMMA_IN_TEXT = "KR024", "KR027"

_KEY_STEP = "[key]"
_ON_ONE_LINE = r"^\S(.*\S)?$"
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
_FLAGS = dict.fromkeys(("ja", "yes", "on", "true"), "true") | dict.fromkeys(
    ("nee", "no", "off", "false"), "false"
)
# After the colon may be a hard space, which is none for YAML.
_GLUED_KEY = re.compile(r"([^\s:]+):[\u00a0\u202f]*(\S.*)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST_OF_NUMBER = re.compile(r"[0-9]+|-+")
_FITS_IN_LIST = re.compile(r"[\w(][\w(). ,/-]*")


def schema_problems(
    model: type[BaseModel],
    file: str,
    data: Data,
    errors: Sequence[ErrorDetails],
    text: str | None = None,
) -> Iterator[Diagnostic]:
    """The errors that a model has about the data of one file, as diagnostics.

    With its text a field without a value is told from the rest of a text that a comma broke.
    """
    locator = Locator(text) if text is not None else None
    missing = {route for error in errors if error["type"] == "missing" for route in [_route(error)]}
    taken_as_misspelt: set[Route] = set()
    broken_numbers: set[Route] = set()
    rest: list[ErrorDetails] = []
    for error in errors:
        if error["type"] != "extra_forbidden":
            rest.append(error)
            continue
        route = _route(error)
        meant = _meant_keys(model, route, data, missing)
        if meant:
            taken_as_misspelt.add((*route[:-1], meant[0].partition(":")[0]))
        before = _before(data, route)
        if before and locator and not _is_between_braces(locator, file, route):
            before = None
        in_two = _number_in_two(before, str(route[-1])) if before else None
        if before and in_two:
            broken_numbers.add((*route[:-1], before[0]))
            yield Diagnostic(AMBIGUOUS_NUMBER, Place(file, route, Part.KEY), in_two)
        else:
            yield _unknown_key(file, route, before, meant, model)
    for error in rest:
        route = _route(error)
        if any(route[: len(number)] == number for number in broken_numbers):
            continue
        if error["type"] != "missing":
            yield _wrong_value(file, route, error, model)
        elif route not in taken_as_misspelt:
            yield _missing_key(file, route, model)


def _route(error: ErrorDetails) -> Route:
    return tuple(step for step in error["loc"] if step != _KEY_STEP)


def _unknown_key(
    file: str,
    route: Route,
    before: tuple[str, object] | None,
    meant: list[str],
    model: type[BaseModel],
) -> Diagnostic:
    """A key that is no field, or what a comma between braces made of the rest of a text."""
    key = str(route[-1])
    place = Place(file, route, Part.KEY)
    allowed = tuple(_fields(_model_at(model, route[:-1])))
    if before and " " in key and not _is_glued(meant):
        return Diagnostic(COMMA_IN_TEXT, place, {"key": key})
    if before and isinstance(before[1], str) and not meant:
        # It may also be a field of its own, still without its value.
        return Diagnostic(COMMA_IN_TEXT, place, {"key": key, "word": key, "allowed": allowed})
    first, other = (*meant, None, None)[:2]
    params = {"key": key, "meant": first, "other": other, "allowed": None if meant else allowed}
    return Diagnostic(UNKNOWN_KEY, place, params)


def _is_between_braces(locator: Locator, file: str, route: Route) -> bool:
    """Whether a key stands where a comma breaks a text."""
    line, column, _, _ = locator.position(Place(file, route[:-1]))
    return _LINE_END.split(locator.text)[line - 1][column - 1 :].startswith("{")


def _before(data: Data, route: Route) -> tuple[str, object] | None:
    """The key and value just before a key without a value."""
    before: tuple[str, object] = ("", None)
    for key, value in (_value_at(data, route[:-1]) or {}).items():
        if key == route[-1]:
            return before if value is None else None
        before = (key, value)
    return None


def _number_in_two(before: tuple[str, object], key: str) -> dict[str, Value] | None:
    """The number that a decimal comma between braces broke, as in `{fte: 0,44}`."""
    value = before[1]
    if not _REST_OF_NUMBER.fullmatch(key) or isinstance(value, bool):
        return None
    text = f"{value},{key}"
    meant = number_meant(text) if isinstance(value, int | float | str) else []
    if not meant:
        return None
    thousands = text.replace(",", "") if re.fullmatch(r"-?[1-9][0-9]{0,2},[0-9]{3}", text) else None
    return {"value": text, "rest": key, "meant": meant[0], "other": thousands}


def _is_glued(meant: list[str]) -> bool:
    return bool(meant) and ": " in meant[0]


def _meant_keys(model: type[BaseModel], route: Route, data: Data, missing: set[Route]) -> list[str]:
    """The fields of the same mapping that may be meant: missing ones first, then absent ones."""
    here = route[:-1]
    present = set(_value_at(data, here) or ())
    fields = _fields(_model_at(model, here))
    required = [key for key in fields if (*here, key) in missing]
    absent = [key for key in fields if key not in present]
    glued = _GLUED_KEY.fullmatch(str(route[-1]))
    if glued and glued[1] in absent:
        return [f"{glued[1]}: {glued[2]}"]
    near = [name for among in (required, absent) for name in _near(str(route[-1]), fields, among)]
    return list(dict.fromkeys(near))


def _near(key: str, fields: Mapping[str, Any], among: list[str]) -> list[str]:
    """The fields that are like a word, by their key or by their Dutch title."""
    writings = {str(fields[name].title): name for name in among} | {name: name for name in among}
    return [writings[writing] for writing in alike(key, writings)]


def _missing_key(file: str, route: Route, model: type[BaseModel]) -> Diagnostic:
    field = _fields(_model_at(model, route[:-1])).get(str(route[-1]))
    title = field.title if field else None
    return Diagnostic(MISSING_KEY, Place(file, route[:-1]), {"key": str(route[-1]), "title": title})


def _wrong_value(
    file: str, route: Route, error: ErrorDetails, model: type[BaseModel]
) -> Diagnostic:
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
        near = nearest(value, allowed) if isinstance(value, str) else None
        shown = _shown(value)
        number = {"number": params["number"]} if "number" in params else {}
        params = {"value": shown, "meant": near or params.get("meant"), "allowed": allowed} | number
        if shown is None:
            params["instead"] = ""
        return Diagnostic(WRONG_WORD, place, params)
    expected = _expected(kind, value, params)
    scalar = isinstance(value, int | float) and expected == "text"
    params = {
        "value": _shown(value),
        "expected": expected,
        "quoted": f'"{_shown(value)}"' if scalar else None,
        "meant": _value_meant(expected, value, _model_at(model, (*route, 0)) is not None),
    }
    return Diagnostic(WRONG_TYPE, place, params)


def _expected(kind: str, value: object, context: Mapping[str, Value]) -> str:
    """The kind of value that fits; of a name on one line, what is wrong with it."""
    if context.get("pattern") == _ON_ONE_LINE and isinstance(value, str):
        return "one-line" if "\n" in value else "no-space"
    return _KIND_OF_VALUE.get(kind, "other")


def _value_meant(expected: str, value: object, of_mappings: bool) -> str | None:
    """A value as it must be written: a list of one line, or `true` for `ja`."""
    shown = _shown(value)
    if shown is None or isinstance(value, bool):
        return None
    if expected == "flag":
        return _FLAGS.get(shown.casefold())
    is_list = expected == "list" and not of_mappings and _FITS_IN_LIST.fullmatch(shown)
    return f"[{shown}]" if is_list else None


def _words(expected: object) -> tuple[str, ...]:
    if isinstance(expected, list | tuple):
        return tuple(str(word) for word in expected)
    return tuple(quoted or bare for quoted, bare in re.findall(r"'([^']*)'|(\d+)", str(expected)))


def _shown(value: object) -> str | None:
    """A short value as it stands in the file; `None` for a list, a mapping or something long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float) and len(str(value)) <= 60 and "\n" not in str(value):
        return str(value) or None
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
