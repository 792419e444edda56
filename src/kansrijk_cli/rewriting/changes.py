"""Changes of what a file says, and what they come down to for its plain data."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeAlias

from kansrijk_cli.core.place import Route, Step
from kansrijk_cli.source.tree import Data, parse


@dataclass(frozen=True, slots=True)
class Remove:
    """An item or entry goes, with the comment directly above it."""

    route: Route


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """An entry goes; where it stood comes a comment."""

    route: Route
    comment: str


@dataclass(frozen=True, slots=True)
class Replace:
    """A value gets another, written as YAML."""

    route: Route
    text: str


@dataclass(frozen=True, slots=True)
class Insert:
    """The mapping at a route gets a new entry after another one; the value is written as YAML."""

    route: Route
    after: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A key gets another name."""

    route: Route
    key: str


@dataclass(frozen=True, slots=True)
class Move:
    """An entry goes, with its comments, to the end of another mapping; `to` ends with its key."""

    route: Route
    to: Route


@dataclass(frozen=True, slots=True)
class Mark:
    """A comment comes above an item or entry; above the whole file when the route is empty."""

    route: Route
    comment: str


Change: TypeAlias = Remove | LeaveOut | Replace | Insert | Rename | Move | Mark

# The items that go, by the list they are in.
_Gone: TypeAlias = dict[int, tuple[list[Data], set[int]]]

# Renaming comes last: until then every route is still what it was.
_ORDER = (Replace, Insert, Remove, LeaveOut, Move, Rename)


class CannotChangeError(Exception):
    """A change that does not go together with how a text is written, or with another change."""


def meant(data: Data, changes: Iterable[Change]) -> Data:
    """The data after the changes. Raises CannotChangeError for a route that leads nowhere."""
    fresh = deepcopy(data)
    asked = [change for change in changes if not isinstance(change, Mark)]
    places = [(change, _at(fresh, _container(change))) for change in asked]
    gone: _Gone = {}
    for change, container in sorted(places, key=lambda item: _ORDER.index(type(item[0]))):
        _do(change, container, fresh, gone)
    for items, numbers in gone.values():
        items[:] = [item for number, item in enumerate(items) if number not in numbers]
    return fresh


def _container(change: Change) -> Route:
    """The route of the list or mapping that changes."""
    return change.route if isinstance(change, Insert) else change.route[:-1]


def _do(change: Change, container: Data, fresh: Data, gone: _Gone) -> None:
    step = change.route[-1] if change.route else ""
    if isinstance(container, list) and isinstance(step, int):
        _do_in_list(change, container, step, gone)
    elif not isinstance(container, dict):
        raise CannotChangeError(change)
    elif isinstance(change, Move):
        target = _at(fresh, change.to[:-1])
        if not isinstance(target, dict) or change.to[-1] in target:
            raise CannotChangeError(change)
        target[str(change.to[-1])] = container.pop(str(step))
    else:
        _do_in_mapping(change, container, str(step))


def _do_in_list(change: Change, items: list[Data], step: int, gone: _Gone) -> None:
    match change:
        case Remove():
            gone.setdefault(id(items), (items, set()))[1].add(step)
        case Replace():
            items[step] = _value(change.text)
        case _:
            raise CannotChangeError(change)


def _do_in_mapping(change: Change, mapping: dict[str, Data], key: str) -> None:
    match change:
        case Insert():
            if change.key in mapping:
                raise CannotChangeError(change)
            mapping[change.key] = _value(change.text)
        case Replace():
            mapping[key] = _value(change.text)
        case Remove() | LeaveOut():
            del mapping[key]
        case Rename():
            entries = [(change.key if k == key else k, v) for k, v in mapping.items()]
            mapping.clear()
            mapping.update(entries)


def _at(data: Data, route: Route) -> Data:
    here = data
    for step in route:
        here = _inside(here, step)
    return here


def _inside(data: Data, step: Step) -> Data:
    if isinstance(data, dict) and str(step) in data:
        return data[str(step)]
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    raise CannotChangeError(step)


def _value(text: str) -> Data:
    return parse(text, "").value
