"""How far a plan is with a prescribed document, part by part."""

from collections.abc import Sequence

from kansrijk_cli.compute.prescribed import Part
from kansrijk_cli.model.plan import LEADERS, OFFICES, Plan
from kansrijk_cli.model.results import Target
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.prescribed import (
    ASKED,
    COMPLETE,
    NOT_YET,
    Row,
    View,
    called,
    stage_words,
    view_of,
)
from kansrijk_cli.reports.sections.format_questions import is_answered, told_answers
from kansrijk_cli.reports.values import Word

# Only where a layout asks for it.
ORDER, FILE = None, Plan
YES, NOT_ASKED = Word("flag", "true"), Word("money", "nvt")


def build(
    context: Context, format: str, roles: Sequence[str] = LEADERS, offices: Sequence[str] = OFFICES
) -> Data | None:
    """Each part with what is asked of it and what is there."""
    view = view_of(context, format, roles, offices)
    if view is None:
        return None
    return {
        "rows": [_row(view, part) for part in view.found.parts],
        "own": view.found.own,
        "loose": view.loose(),
        "programme": next(
            (called(part) for part in view.found.parts if part.part.id == view.found.programme),
            None,
        ),
    }


def _row(view: View, part: Part) -> Row:
    answers = told_answers(view, part)
    done = sum(is_answered(view, part, answer) for answer in answers)
    targets = view.targets(part)
    return (
        called(part),
        tuple(stage_words(part)) or Word("question-level", part.level),
        f"{done}/{len(answers)}",
        _asked(part, any(map(_has_number, targets))),
        _asked(part, any(map(_reaches, targets))),
        _asked(part, bool(view.money(part))),
        _asked(part, any(activity.when for activity in view.activities(part))),
        view.owner(part),
    )


def _asked(part: Part, there: bool) -> Word:
    if there:
        return YES
    return NOT_YET if part.part.stage in ASKED else NOT_ASKED


def _reaches(target: Target) -> bool:
    """Whether a growth path goes on until the format wants it to be complete."""
    return any(year.isdecimal() and int(year) >= COMPLETE for year in target.path)


def _has_number(target: Target) -> bool:
    return any(n is not None for n in (target.minimum, target.maximum, target.exact, target.total))
