"""The kinds of values a field may hold, each refusing what could be read in two ways.

Errors raised here are `PydanticCustomError`s whose type is the code of the rule that explains
them, so that translating them needs no table.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainValidator, StrictBool, StringConstraints
from pydantic import WithJsonSchema as JsonSchema
from pydantic_core import PydanticCustomError

from kansrijk_cli.model.period import Period, parse_period

AMBIGUOUS_NUMBER = "KR024"
BAD_PERIOD = "KR025"
BAD_ID = "KR026"
NOT_A_NUMBER = "KR022"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DUTCH_NUMBER = re.compile(r"€?\s*(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+|-))?\s*%?")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_ENGLISH_NUMBER = re.compile(r"(-?)(\d+)\.(\d+)")


def _check_id(text: str) -> str:
    if not _ID.fullmatch(text):
        plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
        proposal = "-".join(re.findall(r"[a-z0-9]+", plain)) or None
        raise PydanticCustomError(BAD_ID, "id", {"value": text, "proposal": proposal})
    return text


def number_meant(text: str) -> list[str]:
    """The YAML numbers that a Dutch reader may have meant with `text`, likeliest first."""
    meant: list[str] = []
    dutch = _DUTCH_NUMBER.fullmatch(text.strip())
    if dutch:
        sign, whole, cents = dutch.groups()
        decimals = (cents or "").strip("-").rstrip("0")
        meant.append(
            sign
            + (whole.replace(".", "").lstrip("0") or "0")
            + (f".{decimals}" if decimals else "")
        )
    english = _ENGLISH_NUMBER.fullmatch(text.strip())
    if english:
        sign, whole, decimals = english.groups()
        decimals = decimals.rstrip("0")
        meant.append(sign + str(int(whole)) + (f".{decimals}" if decimals else ""))
    return [number for number in dict.fromkeys(meant) if number not in ("-0", "")]


def _as_number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    if isinstance(value, str):
        meant = number_meant(value)
        if meant:
            raise PydanticCustomError(
                AMBIGUOUS_NUMBER,
                "number",
                {"value": value, "meant": meant[0], "other": meant[1] if len(meant) > 1 else None},
            )
    raise PydanticCustomError(NOT_A_NUMBER, "number", {"expected": "number"})


def _number_or(*words: str) -> Callable[[object], Decimal | str]:
    def check(value: object) -> Decimal | str:
        if isinstance(value, str) and not number_meant(value):
            if value in words:
                return value
            raise PydanticCustomError("literal_error", "word", {"expected": list(words)})
        return _as_number(value)

    return check


def _check_money(value: Decimal | str) -> Decimal | str:
    """Three decimals may be a Dutch dot between thousands; more are only too many."""
    if isinstance(value, str) or value == round(value, 2):
        return value
    rounded = str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))
    whole = str(value).replace(".", "") if _THOUSANDS.fullmatch(str(value)) else None
    meant, other = (whole, rounded) if whole else (rounded, None)
    raise PydanticCustomError(
        AMBIGUOUS_NUMBER, "money", {"value": str(value), "meant": meant, "other": other}
    )


def _check_period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return parse_period(str(value))
        except ValueError:
            raise PydanticCustomError(
                BAD_PERIOD, "period", {"value": str(value), "meant": _period_meant(str(value))}
            ) from None
    raise PydanticCustomError(NOT_A_NUMBER, "period", {"expected": "period"})


def _period_meant(text: str) -> str | None:
    """A Dutch date such as `28-05-2024` or `1/7/2022` as the date meant."""
    match = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text.strip())
    if not match:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _check_day(value: Period) -> date:
    moment = value.spans[0].start
    if moment is None or moment.day is None or len(value.spans) > 1 or moment != value.spans[0].end:
        raise PydanticCustomError(BAD_PERIOD, "day", {"value": value.text, "meant": None})
    return moment.first(0)


def _words_schema(*words: str) -> JsonSchema:
    return JsonSchema({"anyOf": [{"type": "number"}, {"enum": list(words)}]})


Flag = StrictBool
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(.*\S)?$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[
    str,
    AfterValidator(_check_id),
    Field(
        title="Id",
        description="Korte vaste naam: kleine letters, cijfers en koppeltekens.",
        json_schema_extra={"pattern": f"^{_ID.pattern}$"},
    ),
]
Number = Annotated[Decimal, PlainValidator(_as_number), JsonSchema({"type": "number"})]
Money = Annotated[
    Decimal | Literal["PM", "ntb", "nvt"],
    PlainValidator(_number_or("PM", "ntb", "nvt")),
    AfterValidator(_check_money),
    _words_schema("PM", "ntb", "nvt"),
]
Observed = Annotated[
    Decimal | Literal["unknown", "nvt", "suppressed"],
    PlainValidator(_number_or("unknown", "nvt", "suppressed")),
    _words_schema("unknown", "nvt", "suppressed"),
]
Per = Annotated[
    Decimal | Literal["week", "month", "quarter", "year"],
    PlainValidator(_number_or("week", "month", "quarter", "year")),
    _words_schema("week", "month", "quarter", "year"),
]
When = Annotated[
    Period,
    PlainValidator(_check_period),
    JsonSchema(
        {"type": ["string", "integer"], "examples": ["2024", "2024-Q1", "Q1 - Q4", "from 2025"]}
    ),
]
Day = Annotated[
    date,
    PlainValidator(_check_period),
    AfterValidator(_check_day),
    JsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]

Phase = Literal["before", "during", "after"]
Level = Literal["execution", "organisation", "board"]
Status = Literal["active", "starting", "planned", "ended", "none", "unknown"]
Bound = Literal["at-least", "at-most", "about"]
