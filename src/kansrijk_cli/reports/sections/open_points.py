"""Questions and decisions that are still open, with owner and date."""

from kansrijk_cli.model.plan import OpenPoint, Plan
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.values import Word

ORDER, FILE = 120, Plan


def build(context: Context) -> Data | None:
    """All open points; decisions also per place."""
    points = context.take(Plan, lambda plan: plan.open_points)
    if not points:
        return None
    return {
        "rows": [_row(context, point) for point in points],
        "votes": [
            (point.title, place, Word("vote", vote.status), vote.on, vote.note)
            for point in points
            for place, vote in point.places.items()
        ],
        "notes": notes(points, lambda point: point.title),
    }


def _row(context: Context, point: OpenPoint) -> tuple[object, ...]:
    return (
        Word("open-point", point.kind),
        marked(point, point.title, "title"),
        point.question,
        context.component(point.component),
        context.intervention(point.intervention),
        marked(point, context.owners(point.owners), "owners"),
        marked(point, point.by, "by"),
        point.answer,
    )
