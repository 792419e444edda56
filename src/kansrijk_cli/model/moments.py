"""Days and periods in fields, each refusing what is written in another way.

Errors raised here are `PydanticCustomError`s whose type is the code of the rule that explains
them, so that translating them needs no table.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo
from pydantic import WithJsonSchema as JsonSchema
from pydantic_core import PydanticCustomError

from kansrijk_cli.model.notations import what_is_wrong
from kansrijk_cli.model.period import RELATIVE, Period, parse_period

BAD_PERIOD = "KR025"
NOT_A_MOMENT = "KR022"
# The context of reading a file that is in the folder of a year.
FOLDER_YEAR = "folder_year"
# Any will do to see whether a text is a period in a folder of a year.
_SOME_YEAR = 2000

# How a period is written, for editors. Whether the day exists and the end comes last, they cannot.
_MONTH_IN_EDITOR, _DAY_IN_EDITOR = "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_DATED_IN_EDITOR = rf"\d{{4}}(-(Q[1-4]|{_MONTH_IN_EDITOR}(-{_DAY_IN_EDITOR})?))?"
_OF_FOLDER_IN_EDITOR = rf"(({RELATIVE.replace('?:', '')})(-Q[1-4])?|Q[1-4])"


def _in_editor(moment: str) -> str:
    span = rf"((from|until) +{moment}|{moment}( +- +{moment})?)"
    return rf"^ *{span}( *\+ *{span})* *$"


def _check_period(value: object, info: ValidationInfo) -> Period:
    """A period, with the year of the folder that the file is in."""
    context = info.context if isinstance(info.context, Mapping) else {}
    return _read(value, "period", context.get(FOLDER_YEAR))


def _check_dated(value: object) -> Period:
    """A period in a file that is of no year, so that one must stand in the period itself."""
    try:
        period = _read(value, "period")
    except PydanticCustomError as error:
        meant = (error.context or {}).get("meant", str(value))
        if _needs_a_folder(meant):
            raise PydanticCustomError(BAD_PERIOD, "period", {"no_folder": str(value)}) from None
        raise
    if _needs_a_folder(period.text):
        raise PydanticCustomError(BAD_PERIOD, "period", {"no_folder": period.text})
    return period


def _needs_a_folder(text: str) -> bool:
    """Whether it is a period that takes a year from the folder of its file."""
    try:
        moments = parse_period(text, _SOME_YEAR).moments
    except ValueError:
        return False
    return any(moment.year is None or moment.offset is not None for moment in moments)


def _read(value: object, kind: str, folder_year: int | None = None) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return parse_period(str(value), folder_year)
        except ValueError:
            raise PydanticCustomError(BAD_PERIOD, kind, _told(str(value), kind)) from None
    raise PydanticCustomError(NOT_A_MOMENT, kind, {"expected": kind})


def _told(text: str, kind: str) -> dict[str, str | int]:
    """What to tell of a text; how one is written in general only when nothing else is known."""
    in_general = {"no_day": text} if kind == "day" else {"no_period": text}
    return {"value": text, "kind": kind, **(what_is_wrong(text) or in_general)}


def _as_day(value: object) -> date:
    """A day. Of a longer period, also in a Dutch writing, only that it is no day is told."""
    try:
        period = _read(value, "day")
    except PydanticCustomError as error:
        meant = (error.context or {}).get("meant") or (error.context or {}).get("until")
        if meant:
            _day_of(parse_period(meant, _SOME_YEAR), str(value))
        raise
    return _day_of(period, period.text)


def _day_of(period: Period, text: str) -> date:
    moment = period.spans[0].start
    if (
        moment is None
        or moment.day is None
        or len(period.spans) > 1
        or moment != period.spans[0].end
    ):
        raise PydanticCustomError(BAD_PERIOD, "day", {"period": text})
    return moment.first(0)


When = Annotated[
    Period,
    PlainValidator(_check_period),
    JsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": _in_editor(f"({_DATED_IN_EDITOR}|{_OF_FOLDER_IN_EDITOR})"),
            "minimum": 1000,
            "maximum": 9999,
            "description": (
                "Een dag als `2024-05-28`, een maand als `2024-05`, een kwartaal als `2024-Q1` of "
                "`Q1`, een jaar, of een periode als `Q1 - Q4`, `from 2025` of `until 2023`. "
                "Vanuit het jaar van de map: `last-year`, `this-year`, `next-year`, `in-5-years` "
                "en `next-year-Q2`."
            ),
        }
    ),
]
Dated = Annotated[
    Period,
    PlainValidator(_check_dated),
    JsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": _in_editor(f"({_DATED_IN_EDITOR})"),
            "minimum": 1000,
            "maximum": 9999,
            "description": (
                "Een dag als `2024-05-28`, een maand als `2024-05`, een kwartaal als `2024-Q1`, "
                "een jaar, of een periode als `2024 - 2026`, `from 2025` of `until 2023`."
            ),
        }
    ),
]
Day = Annotated[
    date,
    PlainValidator(_as_day),
    JsonSchema(
        {
            "type": "string",
            "pattern": rf"^\d{{4}}-{_MONTH_IN_EDITOR}-{_DAY_IN_EDITOR}$",
            "description": "Een dag als `2024-05-28`.",
        }
    ),
]
