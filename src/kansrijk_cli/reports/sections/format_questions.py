"""The questions of a prescribed document at one part, with the answers of the plan."""

from kansrijk_cli.compute.prescribed import Answer, Part
from kansrijk_cli.model.plan import Plan, TextBlock
from kansrijk_cli.reports.context import Context, Data, Note, marked
from kansrijk_cli.reports.prescribed import NOT_YET, Row, View, called, view_of
from kansrijk_cli.reports.sections.format_facts import fact_rows
from kansrijk_cli.reports.values import Lines, Remarked, Strong, Word

# Only where a layout asks for it, or another section.
ORDER, FILE = None, Plan
PLANNING = "activities"


def build(context: Context, format: str, part: str) -> Data | None:
    """The questions at a part, by its id."""
    view = view_of(context, format)
    parts = [p for p in view.found.parts if p.part.id == part] if view else []
    return questions(view, parts[0]) if view and parts else None


def questions(view: View, part: Part) -> Data:
    """Each question, its answer or that there is none yet, who is asked, and its source.

    What comes from a plan in another form must still be confirmed, so there somebody is asked too.
    """
    answers = told_answers(view, part)
    texts = [text for answer in answers for text in answer.texts]
    # Else they would come again in the rest of a document of its own.
    view.context.printed.update(map(id, texts))
    return {
        "part": called(part),
        "own": view.found.own,
        "rows": [_row(view, part, answer) for answer in answers],
        "notes": [Note(text.title or part.part.title, text.note) for text in texts if text.note],
    }


def told_answers(view: View, part: Part) -> list[Answer]:
    """The questions to show: not that of the planning, which has a table of its own."""
    found = view.found.answers(part)
    return [a for a in found if a.texts or a.question.filled_by != PLANNING]


def is_answered(view: View, part: Part, answer: Answer) -> bool:
    """Whether a question has an answer; in a plan of its own a filled table is one."""
    return bool(answer.texts) or (view.found.own and has_data(view, part, answer))


def has_data(view: View, part: Part, answer: Answer) -> bool:
    """Whether the plan has data that say something about a question."""
    there = {
        "activities": view.activities,
        "agreements": lambda _: view.agreements(),
        "budgets": view.money,
        "deployments": lambda p: fact_rows(view, p),
        "figures": view.figures,
        "parties": lambda _: view.boards(),
        "targets": view.targets,
    }
    return bool(answer.question.filled_by and there[answer.question.filled_by](part))


def _row(view: View, part: Part, answer: Answer) -> Row:
    question = answer.question
    if answer.texts:
        told: object = Lines(tuple(line for text in answer.texts for line in _told(text)))
    else:
        told = Word("answer", "below") if has_data(view, part, answer) else NOT_YET
    return (
        Remarked(question.name, Word("answer", "optional")) if question.optional else question.name,
        told,
        None if view.found.own and is_answered(view, part, answer) else view.owner(part),
        view.sources(*(_source(view, part, text) for text in answer.texts)),
    )


def _told(text: TextBlock) -> tuple[object, ...]:
    return (Strong(marked(text, text.title, "title")), marked(text, text.text, "text"))


def _source(view: View, part: Part, text: TextBlock) -> str | None:
    """The source of a text, else of the component it stands in, else of the whole plan."""
    component = part.component
    inside = component is not None and any(text is own for own in component.texts)
    return (
        text.source
        or (component.source if component and inside else None)
        or (view.context.plan.source)
    )
