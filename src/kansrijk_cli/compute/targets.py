"""Targets: what they require, what is achieved, and their status on a date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kansrijk_cli.compute.coverage import official_municipalities
from kansrijk_cli.compute.dates import document_date, year_end
from kansrijk_cli.compute.observations import Achieved, observed
from kansrijk_cli.compute.requirements import Asked, Bounds, Required, required
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

TargetStatus = Literal["not-measured", "open", "on-track", "behind", "met", "missed", "infeasible"]
JUDGED = frozenset(("milestone", "narrative"))


@dataclass(frozen=True, slots=True)
class TargetState:
    """A target with everything computed about it. `due` is the last day on which it may be met."""

    target: Target
    place: Place
    required: Required
    achieved: Achieved | None
    missing: tuple[str, ...]
    due: date
    status: TargetStatus

    @property
    def feasible(self) -> bool:
        """Whether the target can be met at all."""
        return not self.required.reasons


def target_states(
    workspace: Workspace, region: RegionFolder, year: YearFolder, on: date | None = None
) -> Iterator[TargetState]:
    """The targets of a year in the order of the file; without `on` on the document's date."""
    entry = year.files.get(Results)
    for place, target in each(entry.place.at("targets"), entry.content.targets) if entry else ():
        yield target_state(workspace, region, year, target, place, on or document_date(year))


def target_state(
    workspace: Workspace,
    region: RegionFolder,
    year: YearFolder,
    target: Target,
    place: Place,
    on: date,
) -> TargetState:
    """One target on a date."""
    municipalities = municipalities_of(workspace, region, target)
    achieved = observed(workspace, region, year, target, municipalities, on)
    due = (target.by.end(year.year) if target.by else None) or year_end(year.year)
    needed = required(Asked(workspace, target, municipalities, due.year))
    missing = tuple(
        m for m, bounds in needed.municipalities.items() if _falls_short(m, bounds, achieved)
    )
    return TargetState(
        target,
        place,
        needed,
        achieved,
        missing,
        due,
        _status(target, needed, achieved, year.year, on, due),
    )


def municipalities_of(
    workspace: Workspace, region: RegionFolder, target: Target
) -> tuple[str, ...]:
    """The municipalities a target is about: those it names, else all of the region."""
    if not target.places:
        return official_municipalities(workspace, region)
    inside = {p.name: p.municipalities for p in (region.region.places if region.region else ())}
    named: list[str] = []
    for place in target.places:
        named += region.municipalities if place == region.name else inside.get(place, (place,))
    officials = {workspace.register.official(name, region.municipalities) for name in named}
    return tuple(sorted(officials & set(official_municipalities(workspace, region))))


def _falls_short(municipality: str, bounds: Bounds, achieved: Achieved | None) -> bool:
    value = achieved.municipalities.get(municipality) if achieved else None
    return value is None or (bounds.minimum is not None and value < bounds.minimum)


def _status(
    target: Target, needed: Required, achieved: Achieved | None, year: int, on: date, due: date
) -> TargetStatus:
    if needed.reasons:
        return "infeasible"
    if achieved is None or achieved.total is None:
        return "not-measured"
    met = _is_met(target, needed, achieved)
    if on >= due:
        return "met" if met else "missed" if _is_judged(needed, achieved) else "not-measured"
    if met and not _has_ceiling(needed):
        return "met"
    goal = needed.total if needed.total is not None else needed.region.minimum
    if goal is None or target.kind in JUDGED:
        return "open"
    return "on-track" if achieved.total >= _straight_line(target, goal, year, on, due) else "behind"


def _is_met(target: Target, needed: Required, achieved: Achieved) -> bool:
    if achieved.total is None:
        return False
    if target.kind in JUDGED:
        return achieved.total > 0
    if needed.total is not None and achieved.total < needed.total:
        return False
    if not needed.region.holds(achieved.total):
        return False
    if target.over is not None and achieved.units < target.over.minimum:
        return False
    return all(
        name in values and bounds.holds(values[name])
        for wanted, values in (
            (needed.municipalities, achieved.municipalities),
            (needed.programmes, achieved.programmes),
        )
        for name, bounds in wanted.items()
    )


def _is_judged(needed: Required, achieved: Achieved) -> bool:
    """Whether a shortfall is real: what is unknown may well be there."""
    asked = {**needed.municipalities, **needed.programmes}
    known = {**achieved.municipalities, **achieved.programmes}
    falls_short = any(not asked[name].holds(v) for name, v in known.items() if name in asked)
    return falls_short or all(name in known for name in asked)


def _has_ceiling(needed: Required) -> bool:
    """Whether more can still spoil it: a target with a maximum is only met when it is due."""
    each_bound = (needed.region, *needed.municipalities.values(), *needed.programmes.values())
    return any(bounds.maximum is not None for bounds in each_bound)


def _straight_line(target: Target, goal: Decimal, year: int, on: date, due: date) -> Decimal:
    """Where a steady pace from the start of the year to the due date would be on a day."""
    start = date(year, 1, 1)
    baseline = target.baseline or Decimal(0)
    length = max((due - start).days, 1)
    passed = min(max((on - start).days, 0), length)
    return baseline + (goal - baseline) * passed / length
