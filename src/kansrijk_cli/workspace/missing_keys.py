"""A field that must be there and is not: what it is, and what may stand in it."""

from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place, Route
from kansrijk_cli.model.types import plain_id
from kansrijk_cli.source.tree import Data
from kansrijk_cli.workspace.fields import annotation_at, fields_of, is_list, mapping_at, model_at

MISSING_KEY = "KR021"
ID = "id"

# What an id can be made from, and how long it is at most before a word of it is left out.
_NAMES = ("name", "title")
_LONG = 40


def missing_key(file: str, route: Route, model: type[BaseModel], data: Data) -> Diagnostic:
    """A field that is not there; of an id with one made from the name beside it."""
    told: dict[str, Value] = {"key": str(route[-1])}
    if route[-1] == ID:
        made = _id_of(data, route[:-1])
        told |= {"new_id": made} if made else {"nameless": ""}
    else:
        words = _words(model, route)
        told |= {"title": title_of(model, route), **({"allowed": words} if len(words) > 1 else {})}
    return Diagnostic(MISSING_KEY, Place(file, route[:-1]), told)


def title_of(model: type[BaseModel], route: Route) -> str | None:
    """The Dutch name of a field."""
    field = fields_of(model_at(model, route[:-1])).get(str(route[-1]))
    return field.title if field else None


def _id_of(data: Data, item: Route) -> str:
    """An id for an item: its name or title, as far as whole words of it are short enough."""
    beside = mapping_at(data, item)
    name = next((beside[key] for key in _NAMES if isinstance(beside.get(key), str)), "")
    words = plain_id(str(name)).split("-")
    while len("-".join(words)) > _LONG and len(words) > 1:
        words.pop()
    return "-".join(words)


def _words(model: type[BaseModel], route: Route) -> tuple[str, ...]:
    """The fixed words of which a field takes one, or some in a list."""
    here = annotation_at(model, route)
    here = annotation_at(model, (*route, 0)) if is_list(here) else here
    return tuple(map(str, get_args(here))) if get_origin(here) is Literal else ()
