"""Goals, action lines, priorities, projects and parts, each with its texts and activities."""

from collections.abc import Iterator
from dataclasses import dataclass

from kansrijk_cli.model.plan import Component, Plan, TextBlock
from kansrijk_cli.reports.context import Context, Data, marked
from kansrijk_cli.reports.sections.activities import build as build_activities

ORDER, FILE = 20, Plan


@dataclass(frozen=True, slots=True)
class Node:
    """A component with what stands under it. `bare` ones fit in one line of a list."""

    component: Component
    depth: int
    bare: bool
    facts: tuple[tuple[str, object], ...]
    texts: tuple[TextBlock, ...]
    activities: Data | None


def build(
    context: Context,
    kind: str | None = None,
    ids: tuple[str, ...] = (),
    activities: bool = True,
    level: int = 3,
) -> Data | None:
    """Components of a kind or by id, each followed by its parts; headings start at `level`."""

    def wanted(component: Component) -> bool:
        if ids:
            return component.id in ids
        return _is_top(context, component) and (kind is None or component.kind == kind)

    taken = context.take(Plan, lambda plan: plan.components, wanted)
    nodes = [node for top in taken for node in _nodes(context, top, 0, activities)]
    return {"nodes": nodes, "level": level, "mixed": kind is None and not ids} if nodes else None


def _is_top(context: Context, component: Component) -> bool:
    """Whether nothing that is still to be printed will print this component under it."""
    parent = next((c for c in context.plan.components if c.id == component.part_of), None)
    return parent is None or id(parent) in context.printed


def _nodes(
    context: Context, component: Component, depth: int, with_activities: bool
) -> Iterator[Node]:
    children = context.take(Plan, lambda p: p.components, lambda c: c.part_of == component.id)
    facts = tuple(_facts(context, component))
    texts = component.texts
    activities = build_activities(context, component=component.id) if with_activities else None
    bare = not (facts or texts or activities or component.note or children)
    yield Node(component, depth, bare, facts, texts, activities)
    for child in children:
        yield from _nodes(context, child, depth + 1, with_activities)


def _facts(context: Context, component: Component) -> Iterator[tuple[str, object]]:
    facts: dict[str, object] = {
        "intervention": context.intervention(component.intervention),
        "owners": context.owners(component.owners),
        "places": component.places,
        "period": component.period,
        "serves": tuple(context.component(c) for c in component.serves),
    }
    for name, value in facts.items():
        if value:
            yield name, marked(component, value, name)
