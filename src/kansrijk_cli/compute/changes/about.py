"""What an edit is about, under the names that readers know."""

from collections.abc import Iterator

from pydantic import BaseModel

from kansrijk_cli.compute.changes.sides import Pair
from kansrijk_cli.compute.changes.steps import Edit, Step
from kansrijk_cli.model.base import File, Shorthand
from kansrijk_cli.model.budgets import Budget, BudgetLine, Funded
from kansrijk_cli.model.plan import TextBlock
from kansrijk_cli.model.results import Figure

# The part of a document that a field belongs to; of another field the file decides.
SECTIONS = {
    "interventions.deployments": "matrix",
    "interventions.inventory": "matrix",
    "plan.texts": "texts",
    "plan.components": "components",
    "plan.activities": "activities",
    "plan.risks": "risks",
    "plan.open_points": "open_points",
    "results.figures": "figures",
    "results": "targets",
    "plan": "document",
    **{f"region.{name}": "vocabulary" for name in ("places", "elements", "support", "departments")},
}


def section(edit: Edit) -> str:
    """The part of a document that an edit belongs to."""
    kind = edit.file.rsplit("/", 1)[-1].removesuffix(".yaml") if "." in edit.file else "region"
    first = edit.steps[0].key if edit.steps else ""
    if first == "sources":
        return "vocabulary"
    return SECTIONS.get(f"{kind}.{first}", SECTIONS.get(kind, kind))


def about(edit: Edit, pair: Pair) -> tuple[str, tuple[object, ...], tuple[str, ...]]:
    """The kind of entity, its names from the outside in, and the titles of the field in it."""
    items = [i for i, step in enumerate(edit.steps) if step.is_item]
    keys = [i for i, step in enumerate(edit.steps) if step.owner is None]
    last = items[-1] if items else keys[-1] if keys else -1
    names: list[object] = []
    for step in edit.steps[: last + 1]:
        if step.is_item:
            names += _names(step.after or step.before, pair)
        elif step.owner is None:
            names.append(pair.called(step.refers_to, step.key))
    trail = tuple(_titles(edit.steps[last + 1 :], edit.steps, pair))
    return _subject(edit, last), tuple(names), trail


def _subject(edit: Edit, last: int) -> str:
    """The name of the model, as in `budget-line`; a file is called as its kind."""
    models = [step.after or step.before for step in edit.steps[: last + 1]]
    entity = next((m for m in reversed(models) if isinstance(m, BaseModel)), None)
    model = type(entity) if entity else edit.steps[0].owner if edit.steps else None
    if model is None or issubclass(model, File):
        return "region" if edit.kind == "moved" and not edit.steps else "file"
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in model.__name__).lstrip("-")


def _names(item: object, pair: Pair) -> Iterator[object]:
    """What an item is called: its title or name, else what it is about, else its id."""
    if isinstance(item, Figure):
        kind = "indicator" if item.indicator else "target"
        yield pair.called(kind, item.indicator or item.target or "")
        yield from (pair.called("programme", p) for p in (item.programme,) if p)
        yield pair.official(item.place)
        yield from (period for period in (item.period,) if period)
        return
    if isinstance(item, Funded):
        yield pair.called("funding", item.funding)
        return
    named = getattr(item, "title", None) or getattr(item, "name", None)
    if isinstance(item, BudgetLine) and not named:
        kinds = ("intervention", "place", "party")
        named = next((pair.called(k, getattr(item, k)) for k in kinds if getattr(item, k)), None)
    if isinstance(item, TextBlock) and not named:
        named = item.section
    yield str(named or getattr(item, "id", "")).split("\n")[0]


def _titles(steps: tuple[Step, ...], every: tuple[Step, ...], pair: Pair) -> Iterator[str]:
    """The titles of fields and the names of keys; the main field of a shorthand says nothing."""
    for before, step in zip((None, *steps), steps, strict=False):
        if step.owner is None:
            titled = _assumed(before, step) or _column(step, every)
            yield titled or pair.called(step.refers_to, step.key)
        elif not (issubclass(step.owner, Shorthand) and step.key == step.owner.main_field):
            yield str(step.owner.model_fields[step.key].title)


def _assumed(before: Step | None, step: Step) -> str | None:
    """The title of a field that is said to be assumed."""
    if before is None or before.owner is None or before.key != "assumed":
        return None
    found = before.owner.model_fields.get(step.key)
    return found.title if found else None


def _column(step: Step, every: tuple[Step, ...]) -> str | None:
    """The head of a column of a budget."""
    budgets = [b for s in every for b in (s.after, s.before) if isinstance(b, Budget)]
    if step.refers_to != "column":
        return None
    heads = (c.title for b in budgets for c in b.columns if c.id == step.key)
    return next(heads, None)
