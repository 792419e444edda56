"""Agreements to do something so many times in a period: how often by a date, and how often seen."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.compute.targets.states import TargetState, target_state
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

FrequencyState = Literal["met", "on-track", "behind", "over", "unknown"]
MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Frequency:
    """A target of kind `frequency` in one of its periods, from `start` through `end`.

    `expected` is how often by the date, in whole times. `observed` is `None` when nothing is known
    of this period, or when `hidden`, because it is too small to show. Without `per` there is no
    period, and nothing is expected.
    """

    target: TargetState
    agreed: Bounds
    start: date | None
    end: date | None
    expected: int | None
    observed: Decimal | None
    hidden: bool
    state: FrequencyState


def frequency(
    workspace: Workspace, region: RegionFolder, year: YearFolder, state: TargetState, on: date
) -> Frequency:
    """One agreement on a date: of the year, else of the last shorter period that is over."""
    agreed, per = state.required.region, state.target.per
    if per not in ("week", *MONTHS):
        return Frequency(state, agreed, None, None, None, None, False, "unknown")
    # An agreement of this plan is not judged by days before or after it.
    day = min(max(on, date(year.year, 1, 1)), state.due)
    start, end = _judged(per, day, year.year)
    # In a year that has not begun nothing is expected yet.
    expected = _expected(agreed.minimum, per, start, day) if on >= start else 0
    seen = min(on, end)
    counted = target_state(workspace, region, year, state.target, state.place, seen).achieved
    achieved = counted if _seen_between(year, state, start, seen) else None
    hidden = achieved.total_hidden if achieved else False
    observed = achieved.total if achieved and not hidden else None
    word = _state(agreed, expected, observed)
    # A sum over some of the places is no more than a lower bound.
    if word == "behind" and achieved and achieved.silent:
        word = "unknown"
    return Frequency(state, agreed, start, end, expected, observed, hidden, word)


def _judged(per: object, day: date, year: int) -> tuple[date, date]:
    """The period around a day; of a shorter one than a year the last that is over, if there is."""
    start, end = _around(per, day)
    if per != "year" and day < end:
        before = _around(per, start - timedelta(days=1))
        if before[0].year >= year:
            return before
    return start, end


def _around(per: object, day: date) -> tuple[date, date]:
    if per == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + timedelta(days=6)
    length = MONTHS[str(per)]
    first = (day.month - 1) // length * length + 1
    start = date(day.year, first, 1)
    return start, _next_month(date(day.year, first + length - 1, 1)) - timedelta(days=1)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _expected(minimum: Decimal | None, per: object, start: date, day: date) -> int:
    """How often by a day, going evenly by whole months (of a week: only when it is over)."""
    if minimum is None:
        return 0
    if per == "week":
        return int(minimum) if day >= start + timedelta(days=6) else 0
    length = MONTHS[str(per)]
    tomorrow = day + timedelta(days=1)
    passed = (tomorrow.year - start.year) * 12 + tomorrow.month - start.month
    share = Decimal(min(max(passed, 0), length)) * minimum / length
    return int(share.to_integral_value(ROUND_FLOOR))


def _seen_between(year: YearFolder, state: TargetState, start: date, on: date) -> bool:
    """Whether a figure of the target speaks of a day from the start until the date."""
    results = year.files.content(Results)
    for figure in results.figures if results else ():
        if figure.target == state.target.id and not figure.forecast:
            end = figure.period.end(year.year) if figure.period else on
            if isinstance(figure.value, Decimal) and (end is None or start <= end <= on):
                return True
    return False


def _state(agreed: Bounds, expected: int, observed: Decimal | None) -> FrequencyState:
    if observed is None:
        return "unknown"
    if agreed.maximum is not None and observed > agreed.maximum:
        return "over"
    if agreed.minimum is not None and observed >= agreed.minimum:
        return "met"
    return "on-track" if observed >= expected else "behind"
