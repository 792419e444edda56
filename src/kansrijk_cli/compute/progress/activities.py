"""How far each activity of a plan is on a date, and the moments of measuring among them.

The rule is that of docs/adr/0020: what an activity says of itself goes before its period, and a
period that is over proves nothing about an activity that says nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.period import Period, Span
from kansrijk_cli.model.plan import Activity, Monitoring, Plan
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import YearFolder

State = Literal["done", "running", "late", "not-started", "dropped", "unknown"]
Basis = Literal["stated", "planned"]
Said = Literal["planned", "active", "done", "dropped"] | None

STATES: tuple[State, ...] = ("late", "running", "not-started", "done", "dropped", "unknown")


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day; `None` leaves that side open. `given` is false without a period."""

    start: date | None = None
    end: date | None = None
    given: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """A state on a date. `basis`: the data say it, or only the planning does; unknown has none."""

    state: State
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class Initiative:
    """An activity with its state on a date and the quarters of the plan's year it touches."""

    activity: Activity
    place: Place
    days: Days
    quarters: tuple[int, ...]
    progress: Progress


@dataclass(frozen=True, slots=True)
class MeasuringMoment:
    """One moment of measuring: a part of the period of an activity that is marked as such."""

    activity: Activity
    kind: Monitoring
    span: Span | None
    days: Days
    progress: Progress


def initiatives(year: YearFolder, on: date) -> tuple[Initiative, ...]:
    """Every activity of a plan on a date, in the order of the file."""
    entry = year.files.get(Plan)
    if entry is None:
        return ()
    return tuple(
        Initiative(
            activity,
            place,
            days := days_of(activity.when, year.year),
            quarters_of(activity.when, year.year),
            progress_on(activity.status, days, on),
        )
        for place, activity in each(entry.place.at("activities"), entry.content.activities)
    )


def moments(year: YearFolder, on: date) -> Iterator[MeasuringMoment]:
    """The moments of measuring, the earliest first; those without a day come last.

    `Q1 + Q4` is two moments. That such an activity is active says nothing of a part that is over
    while another is still to come.
    """
    plan = year.files.content(Plan)
    found = [
        moment
        for activity in (plan.activities if plan else ())
        if activity.monitoring
        for moment in _moments_of(activity, activity.monitoring, year.year, on)
    ]
    yield from sorted(found, key=lambda m: m.days.end or m.days.start or date.max)


def progress_on(said: Said, days: Days, on: date) -> Progress:
    """The state of something on a date, from what the data say of it and from its period."""
    over = days.end is not None and days.end < on
    if said in ("done", "dropped"):
        return Progress("done" if said == "done" else "dropped", "stated")
    if said is not None:
        started: State = "running" if said == "active" else "not-started"
        return Progress("late" if over else started, "stated")
    if over or not days.given:
        return Progress("unknown", None)
    if days.start is not None and on < days.start:
        return Progress("not-started", "planned")
    return Progress("running", "planned")


def days_of(period: Period | None, year: int) -> Days:
    """The first and last day of a period; a quarter without a year is one of the plan's year."""
    return Days(period.start(year), period.end(year)) if period else Days(given=False)


def quarters_of(period: Period | None, year: int) -> tuple[int, ...]:
    """The quarters of a year that a period touches."""
    spans = period.spans if period else ()
    return tuple(
        quarter
        for quarter in range(1, 5)
        if any(
            (span.end is None or span.end.last(year) >= date(year, 3 * quarter - 2, 1))
            and (span.start is None or span.start.first(year) <= quarter_end(year, quarter))
            for span in spans
        )
    )


def quarter_end(year: int, quarter: int) -> date:
    """The last day of a quarter."""
    return date(year, 3 * quarter, 30 if quarter in (2, 3) else 31)


def _moments_of(
    activity: Activity, kind: Monitoring, year: int, on: date
) -> Iterator[MeasuringMoment]:
    spans = activity.when.spans if activity.when else (None,)
    parts = [(span, _days_of(span, year)) for span in spans]
    last = max(days.end or date.max for _, days in parts)
    for span, days in parts:
        silent = activity.status == "active" and days.end is not None and days.end != last
        said = None if silent else activity.status
        yield MeasuringMoment(activity, kind, span, days, progress_on(said, days, on))


def _days_of(span: Span | None, year: int) -> Days:
    if span is None:
        return Days(given=False)
    start, end = span.start, span.end
    return Days(start.first(year) if start else None, end.last(year) if end else None)
