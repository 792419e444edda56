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

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainValidator,
    StrictBool,
    StringConstraints,
)
from pydantic import WithJsonSchema as JsonSchema
from pydantic_core import PydanticCustomError

from kansrijk_cli.model.period import Period, parse_period
from kansrijk_cli.source.scalars import plain_scalar

AMBIGUOUS_NUMBER = "KR024"
BAD_PERIOD = "KR025"
BAD_ID = "KR026"
NOT_A_NUMBER = "KR022"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DUTCH_NUMBER = re.compile(r"€?\s*(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+|-))?\s*%?")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_ENGLISH_NUMBER = re.compile(r"(-?)(\d+)\.(\d+)")
_SPACE_IN_NUMBER = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_SHORT_NUMBER = re.compile(r"(\d*[.,]?\d+)(?:(k)|e\+?(\d))?", re.IGNORECASE)
_MOMENT = r"(?:\d{4}(?:-Q[1-4]|-\d{2}(?:-\d{2})?)?|Q[1-4])"
_RANGE = re.compile(rf"({_MOMENT})\s*(?:-|–|/|t/m|tot en met)\s*({_MOMENT})", re.IGNORECASE)
_FROM = re.compile(r"(?:vanaf|sinds) (.+)", re.IGNORECASE)
_THROUGH = re.compile(r"(?:t/m|tot en met) (.+)", re.IGNORECASE)
_TO = re.compile(r"tot (?!en met)(.+)", re.IGNORECASE)
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DATE_IN_WORDS = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)}) (\d{{4}})", re.IGNORECASE)
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_SHORT_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

# How a period is written, for editors. Whether the day exists and the end comes last, they cannot.
_MONTH_IN_EDITOR, _DAY_IN_EDITOR = "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_MOMENT_IN_EDITOR = rf"(\d{{4}}(-(Q[1-4]|{_MONTH_IN_EDITOR}(-{_DAY_IN_EDITOR})?))?|Q[1-4])"
_SPAN_IN_EDITOR = (
    rf"((from|until) +{_MOMENT_IN_EDITOR}|{_MOMENT_IN_EDITOR}( +- +{_MOMENT_IN_EDITOR})?)"
)
_PERIOD_IN_EDITOR = rf"^ *{_SPAN_IN_EDITOR}( *\+ *{_SPAN_IN_EDITOR})* *$"


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


def nearly_a_number(text: str) -> str | None:
    """The YAML number in a text that is none, such as `25 000`, `+5`, `1e3`, `.5` or `10k`."""
    plain = _SPACE_IN_NUMBER.sub("", text.strip().removeprefix("+"))
    meant = number_meant(plain)
    if meant:
        return meant[0]
    short = _SHORT_NUMBER.fullmatch(plain)
    if not short:
        return None
    digits, thousand, exponent = short.groups()
    number = Decimal(digits.replace(",", ".")).scaleb(3 if thousand else int(exponent or 0))
    return format(number.normalize(), "f")


def _as_number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    if isinstance(value, str):
        meant = number_meant(value)
        if not isinstance(plain_scalar(value), str):
            # Without quotes the reader of YAML would have made a number of it.
            raise PydanticCustomError(AMBIGUOUS_NUMBER, "number", {"quoted_number": value})
        if meant:
            raise PydanticCustomError(
                AMBIGUOUS_NUMBER,
                "number",
                {"value": value, "meant": meant[0], "other": meant[1] if len(meant) > 1 else None},
            )
    near = nearly_a_number(value) if isinstance(value, str) else None
    raise PydanticCustomError(NOT_A_NUMBER, "number", {"expected": "number", "meant": near})


def _number_or(*words: str) -> Callable[[object], Decimal | str]:
    def check(value: object) -> Decimal | str:
        if isinstance(value, str) and not number_meant(value):
            if value in words:
                return value
            near = nearly_a_number(value)
            raise PydanticCustomError(
                "literal_error",
                "word",
                {"expected": list(words), "meant": near, "number": near or "25000"},
            )
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
            raise PydanticCustomError(BAD_PERIOD, "period", _bad_period(str(value))) from None
    raise PydanticCustomError(NOT_A_NUMBER, "period", {"expected": "period"})


def _bad_period(text: str) -> dict[str, str | None]:
    """What to tell of a text that is no period. Dutch "tot" may or may not count the end in."""
    to = _TO.fullmatch(text.strip())
    last = _valid(_moment_meant(to[1])) if to else None
    until = f"until {last}" if last else None
    return {"value": text, "meant": _period_meant(text), "last": last, "until": until}


def _period_meant(text: str) -> str | None:
    """The period in a Dutch writing such as `28-05-2024`, `vanaf mei 2025` or `Q1-Q2`."""
    plain = text.strip()
    for pattern, word in ((_FROM, "from"), (_THROUGH, "until")):
        if match := pattern.fullmatch(plain):
            return _valid(f"{word} {_moment_meant(match[1])}")
    if match := _RANGE.fullmatch(plain):
        start, end = match[1].upper(), match[2].upper()
        if start[0] != "Q" and end[0] == "Q":
            end = f"{start[:4]}-{end}"
        return _valid(f"{start} - {end}")
    return _valid(_moment_meant(plain))


def _moment_meant(text: str) -> str:
    """A Dutch date as YYYY-MM-DD, a month in words as YYYY-MM; anything else as it is."""
    if match := _DATE_IN_WORDS.fullmatch(text):
        month = f"{match[3]}-{_MONTHS.index(match[2].lower()) + 1:02}"
        return f"{month}-{int(match[1]):02}" if match[1] else month
    if match := _DUTCH_DATE.fullmatch(text):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    if match := _SHORT_DATE.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return text.upper()


def _valid(proposal: str | None) -> str | None:
    """A proposal, if it can stand in a file."""
    try:
        return parse_period(proposal).text if proposal else None
    except ValueError:
        return None


def _as_day(value: object) -> date:
    """A day. Of a longer period, also in a Dutch writing, only that it is no day is told."""
    bad = _bad_period(value) if isinstance(value, str) else {}
    meant = bad.get("meant") or bad.get("until")
    if meant:
        _day_of(parse_period(meant), str(value))
    period = _check_period(value)
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


def _words_schema(*words: str) -> JsonSchema:
    return JsonSchema({"oneOf": [{"type": "number"}, {"enum": list(words)}]})


def _refuse_flag(value: object) -> object:
    """Python takes `true` for 1; a reader of the file does not."""
    if isinstance(value, bool):
        raise PydanticCustomError(NOT_A_NUMBER, "number", {"expected": "whole-number"})
    return value


NoFlag = BeforeValidator(_refuse_flag)
Flag = Annotated[StrictBool, Field(description="`true` of `false`.")]
Line = Annotated[
    str,
    StringConstraints(min_length=1, pattern=r"^\S(.*\S)?$"),
    Field(description="Tekst op één regel."),
]
Text = Annotated[
    str, StringConstraints(min_length=1), Field(description="Tekst, van een of meer regels.")
]
Id = Annotated[
    str,
    AfterValidator(_check_id),
    Field(
        title="Id",
        description="Korte vaste naam: kleine letters, cijfers en koppeltekens.",
        json_schema_extra={"pattern": f"^{_ID.pattern}$"},
    ),
]
Number = Annotated[
    Decimal,
    PlainValidator(_as_number),
    JsonSchema({"type": "number", "description": "Een getal, zoals `1250` of `0.5`."}),
]
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
        {
            "type": ["string", "integer"],
            "pattern": _PERIOD_IN_EDITOR,
            "minimum": 1000,
            "maximum": 9999,
            "description": (
                "Een dag als `2024-05-28`, een maand als `2024-05`, een kwartaal als `2024-Q1` of "
                "`Q1`, een jaar, of een periode als `Q1 - Q4`, `from 2025` of `until 2023`."
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

Phase = Literal["before", "during", "after"]
Level = Literal["execution", "organisation", "board"]
Status = Literal["active", "starting", "planned", "ended", "none", "unknown"]
Bound = Literal["at-least", "at-most", "about"]
# From everybody, through groups with a risk and persons with first signs, to who has a problem.
Prevention = Literal["universal", "selective", "indicated", "care"]
