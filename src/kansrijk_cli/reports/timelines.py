"""The activities of a plan by time, for a picture beside their table."""

from collections.abc import Sequence
from datetime import date

from kansrijk_cli.compute.progress.activities import quarters_of
from kansrijk_cli.model.period import Span
from kansrijk_cli.model.plan import Activity
from kansrijk_cli.reports.context import Context, marked
from kansrijk_cli.reports.pictures import Stretch, Timeline, TimelineRow
from kansrijk_cli.reports.values import Word

# Fewer say less than the table does.
FEWEST = 2
MOST_YEARS = 12


def timeline(context: Context, activities: Sequence[Activity]) -> Timeline | None:
    """Those with a period, over the years of the plan; `None` when there is too little to draw."""
    dated = [activity for activity in activities if activity.when]
    if len(dated) < FEWEST:
        return None
    first, last = _years(context)
    quarters = [q for activity in dated for q in quarters_of(activity.when, first)]
    busy = tuple(quarters.count(quarter) for quarter in range(1, 5)) if first == last else ()
    rows = tuple(_row(context, activity) for activity in dated)
    return Timeline(first, last, rows, len(activities) - len(rows), busy)


def _row(context: Context, activity: Activity) -> TimelineRow:
    spans = activity.when.spans if activity.when else ()
    return TimelineRow(
        marked(activity, activity.title, "title"),
        marked(activity, activity.when, "when"),
        Word("activity", activity.status) if activity.status else None,
        tuple(_stretch(span, context.year.year) for span in spans),
    )


def _stretch(span: Span, year: int) -> Stretch:
    start: date | None = span.start.first(year) if span.start else None
    return Stretch(start, span.end.last(year) if span.end else None)


def _years(context: Context) -> tuple[int, int]:
    """The first and last year of the plan; only its own year when it has no end in sight."""
    year, period = context.year.year, context.plan.document.period
    start, end = (period.start(year), period.end(year)) if period else (None, None)
    first, last = start.year if start else year, end.year if end else year
    is_fit = first <= year <= last < first + MOST_YEARS
    return (first, last) if is_fit else (year, year)
