"""Numbers in fields, each refusing what could be read in two ways, and what people write for them.

Errors raised here are `PydanticCustomError`s whose type is the code of the rule that explains
them, so that translating them needs no table.
"""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, PlainValidator
from pydantic import WithJsonSchema as JsonSchema
from pydantic_core import PydanticCustomError

from kansrijk_cli.source.scalars import TwoDecimals, plain_scalar

AMBIGUOUS_NUMBER = "KR024"
NOT_A_NUMBER = "KR022"
HIDDEN = "suppressed"
# A number to show where nothing tells which one is meant.
_NO_GUESS = {"only_number": "12"}

_CURRENCY = r"(?:€|euro?)"
_DUTCH_NUMBER = re.compile(
    rf"(?:{_CURRENCY}\s*(-?)|(-?)\s*{_CURRENCY}?\s*)"
    rf"(\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,(\d+|-+|=))?\s*(?:%|{_CURRENCY})?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_ENGLISH_NUMBER = re.compile(r"(-?)(\d+)\.(\d+)")
# What stands between thousands: a space, an apostrophe as in Switzerland, a low line as in code.
_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f_'’](?=\d{3}(?!\d))")
_ENGLISH_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:,\d{3}|\.\d+)")
_SHORT_NUMBER = re.compile(
    rf"(?:{_CURRENCY}\s*)?(\d*[.,]?\d+)(?:\s?(k|duizend|mln\.?|miljoen)|e\+?0?(\d))?", re.IGNORECASE
)
# As a spreadsheet shows what is below zero.
_ACCOUNTING = re.compile(r"\(([1-9]\d*)\)")
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")

_WORDS = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
    *("negentien", "twintig"),
)
# What follows a number in words, when it does not make another number of it.
_NUMBER_AND_MORE = re.compile(
    r"(?<=\w) (?!.*\b(?:honderd|duizend|ton|mln|miljoen|half|halve)).*", re.DOTALL
)

# By the first letter of "k", "duizend", "mln" and "miljoen".
_ZEROS = {"k": 3, "d": 3, "m": 6}


def number_meant(text: str) -> list[str]:
    """The YAML numbers that a Dutch reader may have meant with `text`, likeliest first."""
    meant: list[str] = []
    dutch = _DUTCH_NUMBER.fullmatch(text.strip())
    if dutch:
        after, before, whole, cents = dutch.groups()
        decimals = (cents or "").strip("-=").rstrip("0")
        meant.append(
            (after or before or "")
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
    """The YAML number in a text that is none, as in `25 000`, `+5`, `1e3`, `.5`, `10k`, `twee`."""
    word = text.strip().casefold().replace("é", "e")
    if word in _WORDS:
        return str(_WORDS.index(word))
    if negative := _ACCOUNTING.fullmatch(text.strip()):
        return f"-{negative[1]}"
    if _ENGLISH_THOUSANDS.fullmatch(text.strip()):
        return nearly_a_number(text.replace(",", ""))
    plain = _BETWEEN_THOUSANDS.sub("", text.strip().removeprefix("+"))
    meant = number_meant(plain)
    if meant:
        return meant[0]
    short = _SHORT_NUMBER.fullmatch(plain)
    if not short:
        return None
    digits, word, exponent = short.groups()
    zeros = _ZEROS[word[0].casefold()] if word else int(exponent or 0)
    number = Decimal(digits.replace(",", ".")).scaleb(zeros)
    return format(number.normalize(), "f")


def readings(value: str, meant: str, other: str | None) -> dict[str, str]:
    """What to tell of a number in another writing, with one or two readings."""
    return {"value": value, "meant": meant} | ({"other": other} if other else {"only": value})


def _as_number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    if isinstance(value, TwoDecimals):
        return Decimal(value.rstrip("0").rstrip("."))
    if isinstance(value, str):
        meant = number_meant(value)
        if not isinstance(plain_scalar(value), str):
            # Without quotes the reader of YAML would have made a number of it.
            raise PydanticCustomError(AMBIGUOUS_NUMBER, "number", {"quoted_number": value})
        if meant:
            told = readings(value, meant[0], meant[1] if len(meant) > 1 else None)
            raise PydanticCustomError(AMBIGUOUS_NUMBER, "number", told)
    told = _guess(value) if isinstance(value, str) else {}
    raise PydanticCustomError(NOT_A_NUMBER, "number", {"expected": "number", **(told or _NO_GUESS)})


def _guess(text: str) -> dict[str, str]:
    """The number that a text is, or the only one in it; or that it is a formula."""
    near = nearly_a_number(text)
    if near:
        return {"meant": near}
    if text.startswith("="):
        return {"formula": text}
    found = _DIGITS.findall(text)
    number = found[0] if len(found) == 1 else _NUMBER_AND_MORE.sub("", text) if not found else ""
    # "Een" is mostly no number.
    bare = nearly_a_number(number) if number not in (text, _WORDS[1]) else None
    return {"bare": bare} if bare else {}


def _number_or(*words: str) -> Callable[[object], Decimal | str]:
    def check(value: object) -> Decimal | str:
        if isinstance(value, str) and not number_meant(value):
            if value in words:
                return value
            # Fewer than so many persons is a number that is not to be shown.
            is_few = value.strip().startswith("<") and HIDDEN in words
            told = {"meant": HIDDEN} if is_few else _guess(value)
            example = {"number": told.get("meant", "25000")} if told.keys() <= {"meant"} else {}
            context = {"expected": list(words), **told, **({} if is_few else example)}
            raise PydanticCustomError("literal_error", "word", context)
        return _as_number(value)

    return check


def _check_money(value: Decimal | str) -> Decimal | str:
    """Three decimals may be a Dutch dot between thousands; more are only too many."""
    if isinstance(value, str) or value == round(value, 2):
        return value
    rounded = str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))
    whole = str(value).replace(".", "") if _THOUSANDS.fullmatch(str(value)) else None
    told = {"value": str(value), "meant": rounded, "decimals": str(value)}
    if whole:
        told = readings(str(value), whole, rounded)
    raise PydanticCustomError(AMBIGUOUS_NUMBER, "money", told)


def _words_schema(*words: str, **bounds: int) -> JsonSchema:
    return JsonSchema({"oneOf": [{"type": "number", **bounds}, {"enum": list(words)}]})


def _refuse_flag(value: object) -> object:
    """Python takes `true` for 1; a reader of the file does not."""
    if isinstance(value, bool):
        raise PydanticCustomError(NOT_A_NUMBER, "number", {"expected": "whole-number", **_NO_GUESS})
    return value


def _refuse_negative(value: Decimal | str) -> Decimal | str:
    """A minus before a number of things is a slip; before an amount it may be a correction."""
    if isinstance(value, str) or value >= 0:
        return value
    told = {"expected": "not-negative", "meant": f"{-value:f}"}
    raise PydanticCustomError(NOT_A_NUMBER, "number", told)


NoFlag = BeforeValidator(_refuse_flag)
Number = Annotated[
    Decimal,
    PlainValidator(_as_number),
    JsonSchema({"type": "number", "description": "Een getal, zoals `1250` of `0.5`."}),
]
NonNegative = Annotated[
    Decimal,
    PlainValidator(_as_number),
    AfterValidator(_refuse_negative),
    JsonSchema(
        {"type": "number", "minimum": 0, "description": "Een getal, zoals `1250` of `0.5`."}
    ),
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
    AfterValidator(_refuse_negative),
    _words_schema("week", "month", "quarter", "year", minimum=0),
]
