"""Years as people tell them from the year of a document, as they must be written."""

import re

_COUNTS = ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTS, 2)}
_NUMBER = rf"([2-9]|[1-9]\d{{1,2}}|{'|'.join(_COUNTS)})"
_NAMED = {
    "last-year": r"(?:het )?(?:vorige?|afgelopen) jaar|last[ _]year",
    "this-year": r"(?:dit|(?:het )?huidige?) jaar|this[ _]year",
    "next-year": r"(?:het )?(?:volgende?|komende?) jaar|over (?:1|een|één) jaar|next[ _]year",
}
_AHEAD = re.compile(rf"\b(?:over {_NUMBER} jaar|in[ _-]{_NUMBER}[ _-]years?)\b", re.IGNORECASE)


def with_relative_years(text: str) -> str:
    """The text with `this-year` for "dit jaar", and so on."""
    for written, pattern in _NAMED.items():
        text = re.sub(rf"\b(?:{pattern})\b", written, text, flags=re.IGNORECASE)
    return _AHEAD.sub(lambda match: f"in-{_number(match[1] or match[2])}-years", text)


def _number(text: str) -> str:
    return _NUMBERS.get(text.lower(), text)
