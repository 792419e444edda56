"""Plain scalars as YAML 1.2 core, but only when writing them back gives the same text.

So `NO`, `on`, `19:30`, `0363`, `1.10`, `25.000` and dates stay text until a field says what they
are; the field can then refuse them with the right question. Of a number with two decimals, as
amounts have them, it must also know that no quotes made a text of it.
"""

import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None


class TwoDecimals(str):
    """A text without quotes such as `56400.50`, which is also a number that loses nothing."""

    __slots__ = ()


_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}


def plain_scalar(text: str) -> Scalar:
    """The value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        value = float(text) if "." in text else int(text) if len(text) < 19 else text
        if str(value) == text:
            return value
        if isinstance(value, float) and f"{value:.2f}" == text:
            return TwoDecimals(text)
    return text
