"""The parts of a prescribed document, each with its questions, norms, growth path and planning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kansrijk_cli.compute.budget.tables import amount_in
from kansrijk_cli.compute.prescribed import Part
from kansrijk_cli.compute.targets.states import JUDGED, target_states
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.plan import LEADERS, OFFICES, Plan
from kansrijk_cli.reports.budget_figures import money
from kansrijk_cli.reports.context import Context, Data, marked
from kansrijk_cli.reports.prescribed import Row, View, called, stage_words, view_of
from kansrijk_cli.reports.sections.figures import build as build_figures
from kansrijk_cli.reports.sections.format_facts import facts
from kansrijk_cli.reports.sections.format_milestones import milestones
from kansrijk_cli.reports.sections.format_norms import norms
from kansrijk_cli.reports.sections.format_path import path
from kansrijk_cli.reports.sections.format_questions import questions
from kansrijk_cli.reports.sections.format_votes import decisions
from kansrijk_cli.reports.standing_targets import asked_of, unit_of
from kansrijk_cli.reports.values import Measured, Word

# Only where a layout asks for it.
ORDER, FILE = None, Plan


@dataclass(frozen=True, slots=True)
class Node:
    """A part with everything that stands under it, in the order of the format.

    `bare` is a choice that the region does not make, or of which the plan and the data say
    nothing.
    """

    part: Part
    title: str
    stage: tuple[object, ...]
    owner: object
    bare: bool
    facts: tuple[tuple[str, object], ...]
    tables: dict[str, Data | None]
    goals: list[Row]
    money: list[Row]


def build(
    context: Context,
    format: str,
    roles: Sequence[str] = LEADERS,
    offices: Sequence[str] = OFFICES,
    years: Sequence[int] = (),
) -> Data | None:
    """Every part of the format, also those that the plan does not have."""
    view = view_of(context, format, roles, offices)
    if view is None:
        return None
    return {"nodes": [_node(view, part, years) for part in view.found.parts]}


def _node(view: View, part: Part, years: Sequence[int]) -> Node:
    context, component = view.context, part.component
    if component:
        context.printed.add(id(component))
    is_part = part.level == "part"
    offer = facts(view, part) if is_part else None
    planned = view.activities(part)
    answered = any(answer.texts for answer in view.found.answers(part))
    silent = part.part.optional and not (component or offer or planned or answered)
    bare = silent or not part.included
    tables: dict[str, Data | None] = {
        "format_questions": None if bare else questions(view, part),
        "format_facts": offer,
        "figures": build_figures(context) if view.figures(part) else None,
        "format_norms": norms(view, part) if is_part else None,
        "format_path": path(view, part, years) if is_part else None,
        "format_milestones": milestones(view, part) if is_part and not bare else None,
        "format_votes": decisions(view, part),
        "format_region": _region(view) if part.level == "whole" else None,
    }
    return Node(
        part,
        called(part),
        tuple(stage_words(part)),
        view.owner(part),
        bare,
        tuple(_facts(view, part)),
        tables,
        list(_goals(view, part)),
        list(_money(view, part)),
    )


def _facts(view: View, part: Part) -> Iterator[tuple[str, object]]:
    """What the plan says of its own part, besides its texts."""
    context, component = view.context, part.component
    if component is None:
        return
    told: dict[str, object] = {
        "intervention": context.intervention(component.intervention),
        "owners": context.owners(component.owners),
        "places": component.places,
        "period": component.period,
        "serves": tuple(context.component(c) for c in component.serves),
    }
    for name, value in told.items():
        if value:
            yield name, marked(component, value, name)


def _goals(view: View, part: Part) -> Iterator[Row]:
    """The targets of a part: title, what is asked, until when and how it stands."""
    context = view.context
    ids = {target.id for target in view.targets(part)}
    for state in target_states(context.workspace, context.folder, context.year, context.on):
        target, needed = state.target, state.required
        if target.id in ids:
            if target.kind in JUDGED:
                wanted: object = Word("judged", target.kind)
            elif needed.total is not None:
                wanted = Measured(needed.total, unit_of(target))
            else:
                wanted = asked_of(needed.region, unit_of(target))
            yield (
                marked(target, target.title, "title", "minimum", "maximum", "exact", "total"),
                wanted,
                marked(target, state.due, "by") if target.by else None,
                Word("target-status", state.status),
            )


def _money(view: View, part: Part) -> Iterator[Row]:
    """The lines of budgets of a part: title, budget, amounts and fte."""
    for table, line in view.money(part):
        amounts = (amount_in(line, column) for column in table.columns)
        shown = tuple(money(a, table.budget.multiplier, line) for a in amounts if a)
        yield (
            marked(line, table.titles[line.id], "title"),
            table.budget.title,
            marked(line, shown, "amount", "amounts"),
            marked(line, line.fte, "fte"),
        )


def _region(view: View) -> Data | None:
    """What the data say of how the region works together: agreements, boards and money."""
    context = view.context
    content = context.file(Budgets)
    found = {
        "agreements": [
            (
                a.title,
                a.regional,
                Word("level", a.level) if a.level else None,
                context.owners(a.owners),
            )
            for a in view.agreements()
        ],
        "boards": [(b.name, b.text, context.owners(b.members)) for b in view.boards()],
        "funding": [
            (f.title, context.owners(f.parties), f.period, money(f.amount, 1), f.text)
            for f in (content.funding if content else ())
        ],
    }
    return found if any(found.values()) else None
