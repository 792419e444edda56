"""Targets: what they require, what is achieved, and their status on a date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.compute.privacy.figures import Privacy
from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.asked import asked, due_date, municipalities_of
from kansrijk_cli.compute.targets.observations import observed
from kansrijk_cli.compute.targets.requirements import JUDGED, Bounds, Required
from kansrijk_cli.compute.targets.times import FrequencyState, term, times_state
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

__all__ = [
    "JUDGED",
    "TargetState",
    "TargetStatus",
    "municipalities_of",
    "target_state",
    "target_states",
]

TargetStatus = Literal["not-measured", "open", "on-track", "behind", "met", "missed", "infeasible"]
TIMES: Mapping[FrequencyState, TargetStatus] = {
    "met": "met",
    "on-track": "on-track",
    "behind": "behind",
    "over": "missed",
    "unknown": "not-measured",
}


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
    """One target on a date; a baseline that may not be shown plays no part."""
    target = Privacy(workspace, region, year).told(target)
    due = due_date(year, target)
    municipalities = municipalities_of(workspace, region, target, due)
    achieved = observed(workspace, region, year, target, municipalities, on)
    needed = asked(workspace, region, year, target)
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


def _falls_short(municipality: str, bounds: Bounds, achieved: Achieved | None) -> bool:
    if achieved is None or municipality not in achieved.municipalities:
        return True
    value = achieved.municipalities[municipality]
    if value is None:
        return bounds.minimum is not None and not achieved.hidden[municipality]
    return bounds.minimum is not None and value < bounds.minimum


def _status(
    target: Target, needed: Required, achieved: Achieved | None, year: int, on: date, due: date
) -> TargetStatus:
    if needed.reasons:
        return "infeasible"
    if achieved is None or (achieved.total is None and not achieved.total_hidden):
        return "not-measured"
    if target.kind == "frequency":
        return _of_times(target, needed, achieved, year, on, due)
    return _of_amount(target, needed, achieved, year, on, due)


def _of_amount(
    target: Target, needed: Required, achieved: Achieved, year: int, on: date, due: date
) -> TargetStatus:
    met = _is_met(target, needed, achieved)
    if on >= due:
        return "met" if met else "missed" if _is_judged(needed, achieved) else "not-measured"
    if met and not _has_ceiling(needed):
        return "met"
    goal = needed.total if needed.total is not None else needed.region.minimum
    if goal is None or target.kind in JUDGED:
        return "open"
    return _underway(target, achieved, _straight_line(target, goal, year, on, due))


def _of_times(
    target: Target, needed: Required, achieved: Achieved, year: int, on: date, due: date
) -> TargetStatus:
    """As the agreement stands in its period; behind for good on the last day."""
    word = times_state(needed.region, term(target.per, year, due, on), achieved)
    if achieved.total_hidden and on < due:
        return "open"
    return "missed" if word == "behind" and on >= due else TIMES[word]


def _underway(target: Target, achieved: Achieved, line: Decimal) -> TargetStatus:
    """Next to where a steady pace would be; behind only when nothing unknown can make up for it."""
    if achieved.sure >= line:
        return "on-track"
    # How far a hidden total is behind would tell what it is.
    if achieved.total_hidden:
        return "open"
    # In the matrix a municipality counts once; of a figure nobody knows what it would be.
    counts_once = target.measured_by == "coverage"
    may_be = achieved.silent and (not counts_once or achieved.sure + achieved.silent >= line)
    return "not-measured" if may_be else "behind"


def _is_met(target: Target, needed: Required, achieved: Achieved) -> bool:
    if target.kind in JUDGED:
        return achieved.sure > 0
    if not _total_holds(needed, achieved):
        return False
    if target.over is not None and achieved.units < target.over.minimum:
        return False
    return all(
        name in values and _holds(bounds, values[name], achieved.hidden.get(name))
        for wanted, values in (
            (needed.municipalities, achieved.municipalities),
            (needed.programmes, achieved.programmes),
        )
        for name, bounds in wanted.items()
    )


def _total_holds(needed: Required, achieved: Achieved) -> bool:
    floors = [n for n in (needed.total, needed.region.minimum) if n is not None]
    if achieved.total is None:
        reaches = achieved.total_met or all(achieved.sure >= floor for floor in floors)
        return _holds(Bounds(max(floors, default=None), needed.region.maximum), None, reaches)
    if achieved.silent and needed.region.maximum is not None:
        return False
    enough = needed.total is None or achieved.total >= needed.total
    return enough and needed.reachable.holds(achieved.total)


def _holds(bounds: Bounds, value: Decimal | None, met: bool | None) -> bool:
    """Whether a value is within the bounds; of a hidden one only the minimum can be judged."""
    if value is not None:
        return bounds.holds(value)
    return bool(met) if bounds.minimum is not None else bounds.maximum is None


def _is_judged(needed: Required, achieved: Achieved) -> bool:
    """Whether a shortfall is real: what is unknown may well be there."""
    asked_for = {**needed.municipalities, **needed.programmes}
    values = {**achieved.municipalities, **achieved.programmes}
    known = {name: value for name, value in values.items() if name in asked_for}
    if achieved.total_met is False or any(
        achieved.hidden[name] is False if value is None else not asked_for[name].holds(value)
        for name, value in known.items()
    ):
        return True
    unsure = [
        n for n in asked_for if n not in known or (known[n] is None and not achieved.hidden[n])
    ]
    if achieved.total is None or unsure:
        return False
    highest = needed.region.maximum
    is_too_high = highest is not None and achieved.total > highest
    return is_too_high or not achieved.silent


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
