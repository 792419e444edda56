"""Years in titles and texts: which can be renewed, and which somebody must read again."""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from kansrijk_cli.core.place import Route
from kansrijk_cli.rewriting.changes import Replace
from kansrijk_cli.rewriting.sheet import Sheet

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20|21)\d{2}(?![\d/-]|[.,]\d)")


def with_year(sheet: Sheet, route: Route, value: str, old: int, new: int) -> Replace | None:
    """A title with the new year, if the old year is the only one it names."""
    if set(_YEAR.findall(value)) != {str(old)}:
        return None
    branch = sheet.twig(route).value
    return Replace(route, _YEAR.sub(str(new), sheet.text[branch.start : branch.end]))


def names_year(item: BaseModel, year: int, without: str = "") -> bool:
    """Whether one of the texts of an item names a year, other than the field `without`."""
    return any(str(year) in _YEAR.findall(text) for text in _texts(item, without))


def _texts(item: BaseModel, without: str = "") -> Iterator[str]:
    """Of the fields, and of what they hold themselves: an amount, a shared project, a vote.

    The items of a list are asked about by themselves.
    """
    for name in item.model_fields_set - {"source", without}:
        value = getattr(item, name)
        if isinstance(value, str):
            yield value
        for held in value.values() if isinstance(value, Mapping) else (value,):
            if isinstance(held, BaseModel):
                yield from _texts(held)
