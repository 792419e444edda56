"""A line such as `components:` that is gone, or that stands too far to the left or the right.

Then all that belongs to it joins something else, and every field would be told as unknown there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.nearest import alike
from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.source.tree import Data
from kansrijk_cli.workspace.fields import (
    annotation_at,
    fields_of,
    is_list,
    is_mapping,
    mapping_at,
    model_at,
    value_at,
)

UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE = "KR020", "KR021", "KR022"

# One unknown field may be a mistake in an item; of the other kind nearly everything must fit.
FEWEST, BETTER = 2, 4


@dataclass(frozen=True, slots=True)
class LostHeading:
    """What to tell of it, the field that it is, and the routes of what belongs to it."""

    problem: Diagnostic
    field: Route
    routes: tuple[Route, ...]

    def explains(self, route: Route) -> bool:
        """Whether an error at a route comes from it."""
        return route == self.field or any(route[: len(own)] == own for own in self.routes)


def lost_headings(
    model: type[BaseModel], file: str, data: Data, routes: Sequence[Route]
) -> tuple[LostHeading, ...]:
    """The lines that are gone or stand wrong, as the routes of the errors about the data show."""
    found: list[LostHeading] = []
    for look in (_of_lists, _of_mappings, _too_deep):
        for lost in look(model, file, data, routes):
            if not any(other.explains(lost.routes[0]) for other in found):
                found.append(lost)
    return tuple(found)


def _gone(file: str, field: Route, routes: tuple[Route, ...]) -> LostHeading:
    """A line that is gone; it is told at the first thing that belongs to it."""
    *holder, first = routes[0]
    params = {"above": str(holder[-1])} if holder else {"entries": ""}
    place = Place(file, routes[0], Part.KEY if isinstance(first, str) else Part.VALUE)
    problem = Diagnostic(MISSING_KEY, place, {"heading": str(field[-1])} | params)
    return LostHeading(problem, field, routes)


def _of_lists(
    model: type[BaseModel], file: str, data: Data, routes: Sequence[Route]
) -> Iterator[LostHeading]:
    """Items that joined the list above them."""
    lists = {route[:n] for route in routes for n, step in enumerate(route) if isinstance(step, int)}
    for route in sorted(lists, key=lambda route: (len(route), str(route))):
        items, own = value_at(data, route), model_at(model, (*route, 0))
        found: dict[int, LostHeading] = {}
        for field in _absent(model, data, route[:-1]):
            other = model_at(model, (*field, 0))
            if is_list(annotation_at(model, field)) and other and isinstance(items, list):
                split = _split(items, own, other)
                if split:
                    theirs = tuple((*route, number) for number in range(split[0], len(items)))
                    found.setdefault(split[1], _gone(file, field, theirs))
        if found:
            yield found[min(found)]


def _split(
    items: list[Data], own: type[BaseModel] | None, other: type[BaseModel]
) -> tuple[int, int] | None:
    """The first item that is none of this list, if from there they are of another kind.

    With how little they fit that other kind.
    """
    start = len(items)
    while start and misfits(items[start - 1], other) <= misfits(items[start - 1], own):
        start -= 1
    wrong = [number for number in range(start, len(items)) if misfits(items[number], own)]
    mine = sum(misfits(item, own) for item in items[start:])
    theirs = sum(misfits(item, other) for item in items[start:])
    return (wrong[0], theirs) if mine >= FEWEST and theirs * BETTER <= mine else None


def _of_mappings(
    model: type[BaseModel], file: str, data: Data, routes: Sequence[Route]
) -> Iterator[LostHeading]:
    """Entries that joined the fields of the file, or of the mapping above them."""
    for holder in dict.fromkeys(route[:-1] for route in routes if len(route) in (1, 2)):
        known = fields_of(model_at(model, holder))
        strange = {k: v for k, v in mapping_at(data, holder).items() if k not in known}
        if not known or len(strange) < FEWEST:
            continue
        theirs = tuple((*holder, key) for key in strange)
        for field in _absent(model, data, ()):
            entry = annotation_at(model, (*field, ""))
            if is_mapping(annotation_at(model, field)) and all(
                _fits(value, entry) for value in strange.values()
            ):
                is_there = not holder and field[-1] in mapping_at(data, ())
                params = {"expected": "mapping", "not_indented": next(iter(strange))}
                empty = Diagnostic(WRONG_TYPE, Place(file, field), params)
                gone = _gone(file, field, theirs)
                yield LostHeading(empty, field, theirs) if is_there else gone


def _too_deep(
    model: type[BaseModel], file: str, data: Data, routes: Sequence[Route]
) -> Iterator[LostHeading]:
    """Fields that a few spaces too many made a field of what stands above them."""
    for route in filter(None, routes):
        *rest, key = route
        here = mapping_at(data, tuple(rest))
        own = fields_of(model_at(model, tuple(rest)))
        if not isinstance(key, str) or key not in here or not own or key in own:
            continue
        if alike(key, [name for name in own if name not in here]):
            continue
        for length in range(len(rest) - 1, -1, -1):
            field = (*rest[:length], key)
            is_asked = field in routes or isinstance(here[key], dict | list)
            if is_asked and field in _absent(model, data, field[:-1]):
                params = {"key": key, "too_deep": str(rest[length])}
                place = Place(file, route, Part.KEY)
                yield LostHeading(Diagnostic(UNKNOWN_KEY, place, params), field, (route,))
                break


def _absent(model: type[BaseModel], data: Data, holder: Route) -> Iterator[Route]:
    """The fields that could hold something in a mapping, and do not."""
    present = mapping_at(data, holder)
    for key in fields_of(model_at(model, holder)):
        if present.get(key) is None:
            yield (*holder, key)


def _fits(value: Data, annotation: Any) -> bool:
    """Whether a value is a mapping, and such a mapping can be an entry of a kind."""
    if not isinstance(value, dict):
        return False
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return not misfits(value, annotation) if is_model else is_mapping(annotation)


def misfits(item: Data, model: type[BaseModel] | None) -> int:
    """How many fields of an item are too many or too few for a model; `None` takes only texts."""
    if not isinstance(item, dict):
        return 0
    if model is None:
        return FEWEST
    fields = fields_of(model)
    missing = [key for key, field in fields.items() if field.is_required() and key not in item]
    return sum(key not in fields for key in item) + len(missing)
