"""What of an old plan is closed in a new year: what is done, and what is over.

What something else still refers to is never closed, because the new plan would then refer to
nothing; it *lingers*, and somebody must decide.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.plan import Activity, OpenPoint, Plan
from kansrijk_cli.model.registry import is_year
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.renewal.periods import has_bare_quarter, is_over
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import YearFolder

Why = Literal["done", "dropped", "over", "answered", "decided", "activity", "figure"]

# The fields that hold the things of a year that other things of that year refer to.
_FIELD_OF = {"component": "components", "activity": "activities", "funding": "funding"}


@dataclass(frozen=True, slots=True)
class Closing:
    """What is closed and why, and what is over but lingers."""

    closed: Mapping[Place, Why]
    lingering: frozenset[Place]


def closing(old: YearFolder, year: int) -> Closing:
    """What of an old year does not go on in a new one."""
    closed = dict(_activities(old))
    closed |= dict(_targets(old, year, {_id_at(old, place) for place in closed}))
    closed |= dict(_open_points(old))
    closed |= dict(_over(old, year))
    closed |= dict.fromkeys(_figures(old), "figure")
    candidates = {(_kind(place), _id_at(old, place)): place for place in closed if _kind(place)}
    kept = _still_named(old, closed, candidates)
    return Closing({p: why for p, why in closed.items() if p not in kept}, frozenset(kept))


def _activities(old: YearFolder) -> Iterator[tuple[Place, Why]]:
    """What is said to be ready or dropped; that a period is over does not say that it is done."""
    entry = old.files.get(Plan)
    for place, item in (
        each(entry.place.at("activities"), entry.content.activities) if entry else ()
    ):
        if item.status == "done":
            yield place, "done"
        elif item.status == "dropped":
            yield place, "dropped"


def _targets(old: YearFolder, year: int, done: set[str]) -> Iterator[tuple[Place, Why]]:
    """What is over, unless its activity may be done again: then both are asked."""
    entry, plan = old.files.get(Results), old.files.content(Plan)
    known = plan.activities if plan else ()
    again = {a.id for a in known if may_come_back(a) or is_unfinished(a, year)} - done
    for place, item in each(entry.place.at("targets"), entry.content.targets) if entry else ():
        if item.activity in done:
            yield place, "activity"
        elif _path_is_over(item, year) or (is_over(item.by, year) and item.activity not in again):
            yield place, "over"


def may_come_back(activity: Activity) -> bool:
    """Whether only somebody can say if it goes on: it has no date, or quarters without a year."""
    if activity.when is None:
        return activity.status is None
    return has_bare_quarter(activity.when)


def is_unfinished(activity: Activity, year: int) -> bool:
    """Whether its period is over while nothing says that it is done, so that it may still run."""
    return activity.status not in ("done", "dropped") and is_over(activity.when, year)


def _path_is_over(target: Target, year: int) -> bool:
    """Whether all years of a growth path are past; a key that is no year never is."""
    return bool(target.path) and all(is_year(key) and int(key) < year for key in target.path)


def _open_points(old: YearFolder) -> Iterator[tuple[Place, Why]]:
    entry = old.files.get(Plan)
    for place, item in (
        each(entry.place.at("open_points"), entry.content.open_points) if entry else ()
    ):
        if item.answer:
            yield place, "answered"
        elif _is_decided(item):
            yield place, "decided"


def _is_decided(point: OpenPoint) -> bool:
    votes = [vote.status for vote in point.places.values()]
    return bool(votes) and all(vote in ("adopted", "rejected") for vote in votes)


def _over(old: YearFolder, year: int) -> Iterator[tuple[Place, Why]]:
    """Components and funding that ended."""
    plan, budgets = old.files.get(Plan), old.files.get(Budgets)
    if plan:
        for place, component in each(plan.place.at("components"), plan.content.components):
            if is_over(component.period, year):
                yield place, "over"
    if budgets:
        for place, funding in each(budgets.place.at("funding"), budgets.content.funding):
            if is_over(funding.period, year):
                yield place, "over"


def _figures(old: YearFolder) -> Iterator[Place]:
    entry = old.files.get(Results)
    if entry:
        yield from (place for place, _ in each(entry.place.at("figures"), entry.content.figures))


def _still_named(
    old: YearFolder, closed: Mapping[Place, Why], candidates: Mapping[tuple[str, str], Place]
) -> set[Place]:
    """The candidates that something refers to that goes on, also when it only goes on for that."""
    kept: set[Place] = set()
    while True:
        gone = {(p.file, p.route) for p in closed if p not in kept}
        named = {
            candidates[name]
            for entry in old.files.entries.values()
            for visit in entry.references
            if (name := (visit.refers_to or "", str(visit.value))) in candidates
            and not any(
                (visit.place.file, visit.place.route[:length]) in gone
                for length in range(1, len(visit.place.route))
            )
        }
        if named <= kept:
            return kept
        kept |= named


def _kind(place: Place) -> str:
    return next((kind for kind, field in _FIELD_OF.items() if place.route[0] == field), "")


def _id_at(old: YearFolder, place: Place) -> str:
    """The id of what stands in a list at the top of a file."""
    for entry in old.files.entries.values():
        if entry.place.file == place.file:
            item = getattr(entry.content, str(place.route[0]))[int(place.route[1])]
            return str(getattr(item, "id", ""))
    return ""
