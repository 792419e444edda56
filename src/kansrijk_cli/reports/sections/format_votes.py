"""What each municipal executive decided, and decisions and questions that are open."""

from collections.abc import Sequence

from kansrijk_cli.compute.coverage.matrix import official_municipalities
from kansrijk_cli.compute.prescribed import Part
from kansrijk_cli.model.plan import LEADERS, OFFICES, OpenPoint, Plan, Vote
from kansrijk_cli.reports.context import Context, Data, marked, notes
from kansrijk_cli.reports.prescribed import Row, View, view_of
from kansrijk_cli.reports.values import Word

# Only where a layout asks for it, or another section.
ORDER, FILE = None, Plan
NOT_KNOWN = Word("vote", "unknown")


def build(
    context: Context, format: str, roles: Sequence[str] = LEADERS, offices: Sequence[str] = OFFICES
) -> Data | None:
    """The decisions about the whole document; without any it is unknown of each executive.

    Decisions in a plan that was not written in the format are about that plan, and do not count.
    """
    view = view_of(context, format, roles, offices)
    if view is None:
        return None
    points = [
        point
        for point in context.plan.open_points
        if view.found.own and not point.component and not point.intervention
    ]
    told = _told(view, points)
    asked = [point for point in points if point.kind == "decision"]
    if not asked:
        told["votes"] = [
            (None, name, NOT_KNOWN, None, None)
            for name in official_municipalities(context.workspace, context.folder, context.on)
        ]
    return told


def decisions(view: View, part: Part) -> Data | None:
    """The open questions and decisions about one part."""
    points = view.points(part)
    return _told(view, points) if points else None


def _told(view: View, points: Sequence[OpenPoint]) -> dict[str, object]:
    view.context.printed.update(map(id, points))
    return {
        "points": [_point(view, point) for point in points],
        "votes": [
            row for point in points if point.kind == "decision" for row in _votes(view, point)
        ],
        "notes": notes(points, lambda point: point.title),
    }


def _point(view: View, point: OpenPoint) -> Row:
    context = view.context
    return (
        Word("open-point", point.kind),
        marked(point, point.title, "title"),
        point.question,
        marked(point, context.owners(point.owners), "owners"),
        marked(point, point.by, "by"),
        point.answer,
    )


def _votes(view: View, point: OpenPoint) -> list[Row]:
    """A row for each municipality that is there on the day, and for others that the data names."""
    context = view.context
    register, members = context.workspace.register, context.folder.municipalities
    named = {register.official(place, members): vote for place, vote in point.places.items()}
    everyone = dict.fromkeys(official_municipalities(context.workspace, context.folder, context.on))
    return [_vote(point, name, named.get(name)) for name in {**everyone, **named}]


def _vote(point: OpenPoint, name: str, vote: Vote | None) -> Row:
    if vote is None:
        return (point.title, name, NOT_KNOWN, None, None)
    return (
        point.title,
        name,
        marked(vote, Word("vote", vote.status), "status"),
        vote.on,
        vote.note,
    )
