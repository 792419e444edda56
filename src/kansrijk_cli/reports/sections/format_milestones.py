"""The planning of a part of a prescribed document: quarter, activity, who and partial result."""

from kansrijk_cli.compute.prescribed import Part
from kansrijk_cli.model.period import Moment, Period, Span
from kansrijk_cli.model.plan import Activity, Plan
from kansrijk_cli.reports.context import Context, Data, Note, marked
from kansrijk_cli.reports.prescribed import NOT_YET, UNKNOWN, Row, View, called, view_of
from kansrijk_cli.reports.values import Remarked, Word

# Only where a layout asks for it, or another section.
ORDER, FILE = None, Plan


def build(context: Context, format: str, part: str) -> Data | None:
    """The planning of a part, by its id."""
    view = view_of(context, format)
    parts = [p for p in view.found.parts if p.part.id == part] if view else []
    return milestones(view, parts[0]) if view and parts else None


def milestones(view: View, part: Part) -> Data:
    """The activities by when they begin; without any one row that says so."""
    activities = view.activities(part)
    view.context.printed.update(map(id, activities))
    year = view.context.year.year
    ordered = sorted(activities, key=lambda a: _begins(a, year))
    rows = [_row(view, activity) for activity in ordered]
    return {
        "part": called(part),
        "rows": rows or [(NOT_YET,) * 4],
        "owner": view.owner(part) if not rows or any(UNKNOWN in row for row in rows) else None,
        "notes": [Note(a.title, a.note) for a in ordered if a.note],
    }


def _begins(activity: Activity, year: int) -> tuple[bool, str]:
    start = activity.when.start(year) if activity.when else None
    return start is None, start.isoformat() if start else ""


def _row(view: View, activity: Activity) -> Row:
    context = view.context
    when = dated(activity.when, context.year.year) if activity.when else UNKNOWN
    more = (
        Word("scope", activity.scope) if activity.scope else None,
        *activity.places,
        context.intervention(activity.intervention),
        context.coalition(activity.coalition),
        marked(activity, Word("activity", activity.status), "status") if activity.status else None,
        Word("monitoring", activity.monitoring) if activity.monitoring else None,
    )
    extra = tuple(word for word in more if word)
    title = marked(activity, activity.title, "title")
    return (
        marked(activity, when, "when"),
        Remarked(title, extra) if extra else title,
        marked(activity, context.owners(activity.owners) or UNKNOWN, "owners"),
        marked(activity, activity.result or UNKNOWN, "result"),
    )


def dated(period: Period, year: int) -> Period:
    """A period with the year of the folder at quarters that name none."""
    spans = tuple(Span(_dated(s.start, year), _dated(s.end, year)) for s in period.spans)
    return Period(spans, period.text)


def _dated(moment: Moment | None, year: int) -> Moment | None:
    if moment is None or moment.year is not None:
        return moment
    return Moment(year, moment.quarter, moment.month, moment.day)
