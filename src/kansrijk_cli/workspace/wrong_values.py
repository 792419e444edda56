"""A value that does not fit its field: what should stand there, and what was probably meant."""

import re
from collections.abc import Mapping, Sequence

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.model.numbers import nearly_a_number
from kansrijk_cli.source.tree import Locator
from kansrijk_cli.workspace.fields import fields_of, model_at

WRONG_TYPE, WRONG_WORD = "KR022", "KR023"
KEY_STEP = "[key]"

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
TO_BE_SET = "ntb"
_NOT_KNOWN = frozenset(("onbekend", "nietbekend", "nognietbekend", "nogonbekend", "unknown", "nb"))
_GLUED_ITEM = re.compile(r"-([^\W\d].*?)(?= -|$)")
_FITS_IN_LIST = re.compile(r"\(?([\w(][\w(). ,/-]*?)\)?")
_LONGEST_NAME = 60
_FIRST_WORD = re.compile(r"([^\W\d][\w-]*)[ ,;/]+(\S.*)")


def wrong_value(
    file: str, error: ErrorDetails, model: type[BaseModel], locator: Locator | None
) -> Diagnostic:
    """An error about a value, with a proposal where one can be made."""
    route = tuple(step for step in error["loc"] if step != KEY_STEP)
    kind, value = error["type"], error["input"]
    place = Place(file, route, Part.KEY if error["loc"][-1:] == (KEY_STEP,) else Part.VALUE)
    context: dict[str, Value] = dict(error.get("ctx") or {})
    if kind.startswith("KR"):
        told = {"value": shown(value)} | _empty(value, route) if kind == WRONG_TYPE else {}
        if _is_not_known(value):
            told |= {"left_out": ""}
        return Diagnostic(kind, place, context | told)
    if kind in ("literal_error", "enum"):
        return Diagnostic(WRONG_WORD, place, _wrong_word(value, context))
    expected = _expected(kind, value, context)
    written = _written(locator, place) if locator else ""
    told = _of_shape(expected, value, written, model_at(model, (*route, 0)), model_at(model, route))
    quoted = isinstance(value, int | float) and expected == "text"
    plain = {
        "value": shown(value),
        "quoted": f'"{shown(value)}"' if quoted else None,
        "meant": _plain_meant(expected, str(shown(value))),
        **_empty(value, route),
    }
    return Diagnostic(WRONG_TYPE, place, {"expected": expected} | plain | told)


def _plain_meant(expected: str, text: str) -> str | None:
    """The flag or the whole number that a text stands for."""
    if expected == "flag":
        return _FLAGS.get(text.casefold())
    number = nearly_a_number(text) if expected == "whole-number" else None
    return number if number and "." not in number else None


def shown(value: object) -> str | None:
    """A short value as it stands in the file; `None` for a list, a mapping or something long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float) and len(str(value)) <= 60 and "\n" not in str(value):
        return str(value) or None
    return None


def _empty(value: object, route: Route) -> dict[str, Value]:
    """Where a value is missing: behind a dash, or behind the name of a field."""
    if value is not None or not route:
        return {}
    return {"empty_item": ""} if isinstance(route[-1], int) else {"empty_field": str(route[-1])}


def _written(locator: Locator, place: Place) -> str:
    """The text of a value, over all its lines."""
    line, column, end, end_column = locator.position(place)
    lines = list(locator.lines[line - 1 : end])
    lines[-1] = lines[-1][: end_column - 1]
    return "\n".join((lines[0][column - 1 :], *lines[1:])).strip()


def _wrong_word(value: object, context: Mapping[str, Value]) -> dict[str, Value]:
    allowed = _words(context.get("expected"))
    told: dict[str, Value] = {"value": shown(value), "allowed": allowed}
    told |= {name: context[name] for name in ("number", "bare", "formula") if name in context}
    if told["value"] is None:
        return told | {"meant": None, "instead": ""}
    text = value if isinstance(value, str) else ""
    if TO_BE_SET in allowed and _is_not_known(text):
        return told | {"meant": TO_BE_SET, "not_known": TO_BE_SET}
    first = _FIRST_WORD.fullmatch(text)
    if first and first[1] in allowed:
        return told | {"meant": first[1], "rest": first[2]}
    return told | {"meant": _word_meant(text, allowed) or context.get("meant")}


def _is_not_known(value: object) -> bool:
    """Whether someone wrote in words that there is no value yet."""
    return isinstance(value, str) and re.sub(r"[\W_]", "", value).casefold() in _NOT_KNOWN


def _word_meant(text: str, allowed: Sequence[str]) -> str | None:
    """The fixed word that a text is like, also with dots, as in `p.m.` and `n.v.t.`."""
    letters = re.sub(r"\W", "", text).casefold()
    same = (word for word in allowed if word.casefold() == letters)
    return next(same, None) or nearest(text, allowed)


def _words(expected: object) -> tuple[str, ...]:
    if isinstance(expected, list | tuple):
        return tuple(str(word) for word in expected)
    return tuple(quoted or bare for quoted, bare in re.findall(r"'([^']*)'|(\d+)", str(expected)))


def _expected(kind: str, value: object, context: Mapping[str, Value]) -> str:
    """The kind of value that fits; of a name on one line, what is wrong with it."""
    if context.get("pattern") == _ON_ONE_LINE and isinstance(value, str):
        return "one-line" if "\n" in value else "no-space"
    if context.get("ge") == 0:
        return "not-negative"
    return _KIND_OF_VALUE.get(kind, "other")


def _of_shape(
    expected: str,
    value: object,
    written: str,
    item: type[BaseModel] | None,
    own: type[BaseModel] | None,
) -> dict[str, Value]:
    """What to tell of a list, fields or a text where another of these belongs."""
    if expected == "list":
        return _no_list(value, written, item)
    if expected == "mapping":
        return _no_fields(value, own)
    if expected == "text":
        return _no_text(value, written)
    if expected == "one-line" and isinstance(value, str) and "\n" not in value.strip():
        return {"folded": written[:1]}
    return {}


def _no_list(value: object, written: str, item: type[BaseModel] | None) -> dict[str, Value]:
    """An item with its dash, or what stands there as a list on one line."""
    glued = _glued_dash(value)
    if glued:
        return {"value": None, "glued_dash": f"-{glued}", "spaced": f"- {glued}"}
    first, *others = written.splitlines() or [""]
    if isinstance(value, Mapping):
        name = str(next(iter(value), ""))
        fits = name in fields_of(item) if item else not any(value.values())
        return {"item": f"- {first.strip() if item else name}" if fits else _example(item)}
    text = shown(value)
    if text is None or isinstance(value, bool):
        return {}
    if others:
        return {"value": None, "item": f"- {first.strip()}"}
    fits_in = _FITS_IN_LIST.fullmatch(text)
    if item:
        return {"item": _example(item)}
    return {"meant": f"[{fits_in[1]}]"} if fits_in else {}


def _no_fields(value: object, own: type[BaseModel] | None) -> dict[str, Value]:
    """The fields that must be there, or how a name and its value are written."""
    fields = tuple(f"{key}: ..." for key in _required(own))
    if fields:
        return {"fields": fields} if value is not None else {}
    if isinstance(value, list):
        names = [name for name in value if isinstance(name, str)]
        return {"pair": f"{names[0]}: ..."} if names else {}
    return {"pair": f"...: {shown(value)}"} if shown(value) else {}


def _no_text(value: object, written: str) -> dict[str, Value]:
    """A list or fields where a text belongs: one name, several, or a text that looks like it."""
    items = value if isinstance(value, list) else []
    names = tuple(item for item in items if isinstance(item, str))
    if len(names) == len(items) == 1 and len(names[0]) <= _LONGEST_NAME:
        return {"meant": names[0]}
    told: dict[str, Value] = {"text_starts": written[0]} if written[:1] in ("[", "{") else {}
    if names and len(names) == len(items):
        told |= {"several": names} if told else {"lines": "|-"}
    return told


def _example(model: type[BaseModel] | None) -> str | None:
    """An item with the fields that it must have."""
    required = [f"{key}: ..." for key in _required(model)]
    return f"- {{{', '.join(required)}}}" if required else None


def _required(model: type[BaseModel] | None) -> list[str]:
    return [key for key, field in fields_of(model).items() if field.is_required()]


def _glued_dash(value: object) -> str | None:
    """The first item of a list of which the dashes lack their space, so that it is a text."""
    first = f"{next(iter(value), '')}:" if isinstance(value, Mapping) else value
    item = _GLUED_ITEM.match(first) if isinstance(first, str) else None
    return item[1] if item else None
