"""Errors of the models as diagnostics: one cause, one message, at the exact key or value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.nearest import alike
from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.model.numbers import nearly_a_number, number_meant, readings
from kansrijk_cli.source.sign_causes import CURLY_QUOTES
from kansrijk_cli.source.tree import Data, Locator
from kansrijk_cli.workspace.fields import (
    annotation_at,
    fields_of,
    is_list,
    mapping_at,
    model_at,
    value_at,
)
from kansrijk_cli.workspace.lost_headings import lost_headings
from kansrijk_cli.workspace.missing_keys import missing_key, title_of
from kansrijk_cli.workspace.wrong_values import KEY_STEP, shown, wrong_value

UNKNOWN_KEY = "KR020"
AMBIGUOUS_NUMBER, COMMA_IN_TEXT = "KR024", "KR027"

# After the colon may be a hard space, which is none for YAML.
_GLUED_KEY = re.compile(r"([^\s:]+):[\u00a0\u202f]*(\S.*)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST_OF_NUMBER = re.compile(r"[0-9].*|-+")


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
    lost = lost_headings(model, file, data, [_route(error) for error in errors])
    yield from (heading.problem for heading in lost)
    errors = [e for e in errors if not any(heading.explains(_route(e)) for heading in lost)]
    locator = Locator(text) if text is not None else None
    told: set[Route] = set()
    for problem, explained in _unknown_keys(model, file, data, errors, locator):
        yield problem
        told |= {explained} if explained else set()
    wrong_within = {route[:n] for route in map(_route, errors) for n in range(len(route))}
    for error in errors:
        route = _route(error)
        # Of items that are wrong pydantic keeps none.
        is_emptied = error["type"] == "too_short" and route in wrong_within
        if is_emptied or any(route[: len(other)] == other for other in told):
            continue
        if error["type"] == "missing":
            yield missing_key(file, route, model, data)
        elif error["type"] != "extra_forbidden":
            yield wrong_value(file, error, model, locator)


def _unknown_keys(
    model: type[BaseModel],
    file: str,
    data: Data,
    errors: Sequence[ErrorDetails],
    locator: Locator | None,
) -> Iterator[tuple[Diagnostic, Route | None]]:
    """The keys that are no fields, each with the route of the other errors that it explains."""
    unknown = [_route(error) for error in errors if error["type"] == "extra_forbidden"]
    missing = {_route(error) for error in errors if error["type"] == "missing"}
    meant = {route: _meant_keys(model, route, data, missing) for route in unknown}
    misspelt = {(*route[:-1], keys[0].partition(":")[0]) for route, keys in meant.items() if keys}
    for route in unknown:
        before = _before(data, route)
        if before and locator and not _is_between_braces(locator, file, route):
            before = None
        in_two = _number_in_two(before, str(route[-1])) if before else None
        if before and in_two:
            problem = Diagnostic(AMBIGUOUS_NUMBER, Place(file, route, Part.KEY), in_two)
            yield problem, (*route[:-1], before[0])
            continue
        problem = _unknown_key(file, route, before, meant[route], model)
        if meant[route]:
            told_too = _listed(model, data, route, meant[route][0])
            problem = replace(problem, params={**problem.params, **told_too})
            yield problem, (*route[:-1], meant[route][0].partition(":")[0])
            continue
        # One field too many and one too few: probably that one, under another name.
        alone = [other for other in unknown if other[:-1] == route[:-1]] == [route]
        absent = [m for m in missing - misspelt if m[:-1] == route[:-1]]
        if problem.code == UNKNOWN_KEY and alone and len(absent) == 1:
            title = title_of(model, absent[0])
            params = {**problem.params, "missing": str(absent[0][-1]), "title": title}
            yield replace(problem, params=params), absent[0]
        else:
            yield problem, None


def _route(error: ErrorDetails) -> Route:
    return tuple(step for step in error["loc"] if step != KEY_STEP)


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
    allowed = _own_first(model_at(model, route[:-1]))
    if before and " " in key and not _is_glued(meant):
        return Diagnostic(COMMA_IN_TEXT, place, {"key": key, **_curly(before[1])})
    if before and isinstance(before[1], str) and not meant:
        # It may also be a field of its own, still without its value.
        more = _curly(before[1]) or {"word": key, "allowed": allowed}
        return Diagnostic(COMMA_IN_TEXT, place, {"key": key, **more})
    first, other = (*meant, None, None)[:2]
    params = {"key": key, "meant": first, "other": other, "allowed": None if meant else allowed}
    return Diagnostic(UNKNOWN_KEY, place, params)


def _listed(model: type[BaseModel], data: Data, route: Route, meant: str) -> dict[str, str]:
    """One value as the list that belongs at the field that is meant."""
    field, value = (*route[:-1], meant), shown(value_at(data, route))
    takes_texts = is_list(annotation_at(model, field)) and not model_at(model, (*field, 0))
    return {"listed": f"{meant}: [{value}]"} if value and takes_texts else {}


def _own_first(model: type[BaseModel] | None) -> tuple[str, ...]:
    """The fields of a model; those that nearly every model has come last."""
    owners = [vars(kind).get("__annotations__", {}) for kind in model.__mro__] if model else []
    return tuple(dict.fromkeys(key for own in owners for key in own if key in fields_of(model)))


def _curly(value: object) -> dict[str, Value]:
    """The quote of a word processor that a text begins with; for YAML it is a letter."""
    begins = isinstance(value, str) and value.startswith(tuple(CURLY_QUOTES))
    return {"curly": str(value)[0]} if begins else {}


def _is_between_braces(locator: Locator, file: str, route: Route) -> bool:
    """Whether a key stands where a comma breaks a text."""
    line, column, _, _ = locator.position(Place(file, route[:-1]))
    return _LINE_END.split(locator.text)[line - 1][column - 1 :].startswith("{")


def _before(data: Data, route: Route) -> tuple[str, object] | None:
    """The key and value just before a key without a value."""
    before: tuple[str, object] = ("", None)
    for key, value in mapping_at(data, route[:-1]).items():
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
    if not isinstance(value, int | float | str):
        return None
    near = nearly_a_number(text)
    meant = number_meant(text) or ([near] if near else [])
    if not meant:
        return None
    thousands = text.replace(",", "") if re.fullmatch(r"-?[1-9][0-9]{0,2},[0-9]{3}", text) else None
    return {"rest": key, **readings(text, meant[0], thousands)}


def _is_glued(meant: list[str]) -> bool:
    return bool(meant) and ": " in meant[0]


def _meant_keys(model: type[BaseModel], route: Route, data: Data, missing: set[Route]) -> list[str]:
    """The fields of the same mapping that may be meant: missing ones first, then absent ones."""
    here = route[:-1]
    present = mapping_at(data, here)
    fields = fields_of(model_at(model, here))
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
