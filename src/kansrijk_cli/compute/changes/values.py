"""The values of an edit as they may be shown: in euros, and no too small numbers of persons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import get_args

from pydantic import BaseModel

from kansrijk_cli.compute.changes.hiding import TELLING, hides
from kansrijk_cli.compute.changes.hints import NOTHING, Hint, hints
from kansrijk_cli.compute.changes.sides import Pair
from kansrijk_cli.compute.changes.steps import Edit, Step
from kansrijk_cli.compute.privacy.figures import without_baseline
from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.budgets import Amount, Budget, BudgetLine, Funded, Funding, Shared
from kansrijk_cli.model.catalog import Indicators
from kansrijk_cli.model.coalitions import Coalition
from kansrijk_cli.model.interventions import Deployment
from kansrijk_cli.model.keys import PlainKey
from kansrijk_cli.model.plan import Activity, OpenPoint
from kansrijk_cli.model.results import Figure, Target

SUPPRESSED = "suppressed"
SIDES = ("before", "after")

# What holds amounts in the unit of its budget.
WITH_AMOUNTS = (Budget, BudgetLine, Funded, Shared)

# What a reader first wants to know of something that came or went.
FACTS: Mapping[type[BaseModel], tuple[str, ...]] = {
    Activity: ("when", "status"),
    Amount: ("value",),
    BudgetLine: ("amount", "fte"),
    Coalition: ("status", "period"),
    Deployment: ("status", "period"),
    Figure: ("value",),
    Funded: ("amount",),
    Funding: ("amount",),
    OpenPoint: ("by",),
    Target: ("minimum", "maximum", "exact", "total"),
}

# The fields that hold a number of what the target or indicator counts.
COUNTED: Mapping[type[BaseModel] | None, tuple[str, ...]] = {
    Target: ("minimum", "maximum", "exact", "total", "baseline"),
    Figure: ("value",),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A value that may be shown; `None` is not filled in.

    `words` are the fixed words it is one of, `called` the names of what it refers to, `unit` what
    a number counts.
    """

    value: object = None
    words: frozenset[str] = frozenset()
    called: Mapping[str, str] = field(default_factory=dict)
    is_money: bool = False
    unit: str | None = None
    assumed: bool = False


def told(edit: Edit, pair: Pair) -> tuple[Told, Told]:
    """The old and the new value, as they may be shown."""
    if not edit.steps:
        moved = edit.kind == "moved"
        return (Told(edit.old), Told(edit.new)) if moved else (Told(), Told())
    values = [edit.old, edit.new]
    if edit.kind == "moved":
        return Told(values[0]), Told(values[1])
    hidden = hides(edit, pair)
    old, new = (_safe(value, edit, side, hidden) for value, side in zip(values, SIDES, strict=True))
    was = _told(old, edit.hint, edit.steps, pair, "before")
    now = _told(new, edit.hint, edit.steps, pair, "after")
    # What is counted is said once.
    return (replace(was, unit=None) if isinstance(new, Decimal) else was), now


def details(item: object, edit: Edit, pair: Pair) -> tuple[tuple[str, Told], ...]:
    """The main facts of an item that came or went; of a file how much there is in it."""
    if isinstance(item, File):
        return tuple(_counts(item))
    side = "after" if edit.kind == "added" else "before"
    shown = _safe(item, edit, side, hides(edit, pair))
    if not isinstance(shown, BaseModel):
        return ()
    found = []
    for name in FACTS.get(type(shown), ()):
        value = getattr(shown, name)
        if value is not None:
            hint = hints(type(shown))[name]
            fact = _told(
                value, hint, (*edit.steps, Step(name, None, None, type(shown))), pair, side
            )
            found.append((str(type(shown).model_fields[name].title), fact))
    return tuple(found)


def _counts(content: File) -> Iterator[tuple[str, Told]]:
    for name, info in type(content).model_fields.items():
        value = getattr(content, name)
        if isinstance(value, tuple) and value:
            yield str(info.title), Told(Decimal(len(value)))


def _told(value: object, hint: Hint, steps: tuple[Step, ...], pair: Pair, side: str) -> Told:
    held = hint.deepest
    if isinstance(value, Amount):
        return replace(_told(value.value, NOTHING, steps, pair, side), is_money=True)
    texts = [v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, str)]
    refers_to = None if held.refers_to == "source" else held.refers_to
    # A key that needs no definition has no name of its own, but a fixed word.
    plain = frozenset[str](get_args(PlainKey)) if refers_to == "key" else frozenset[str]()
    called = {text: pair.called(refers_to, text) for text in texts if refers_to}
    called = {text: name for text, name in called.items() if text not in plain or name != text}
    is_money = isinstance(value, Decimal) and any(step.owner is Amount for step in steps)
    return Told(
        value, held.words | plain, called, is_money, _unit(steps, pair), _is_assumed(steps, side)
    )


def _unit(steps: tuple[Step, ...], pair: Pair) -> str | None:
    """What a number of a target or figure counts."""
    if steps[-1].key not in COUNTED.get(steps[-1].owner, ()):
        return None
    items = (item for step in steps for item in (step.after, step.before))
    item = next((i for i in items if isinstance(i, Target | Figure)), None)
    if isinstance(item, Target):
        return item.unit
    entries = pair.after.workspace.catalog_entries(Indicators)
    indicators = (i for entry in entries for i in entry.content.indicators)
    return next((i.unit for i in indicators if item and i.id == item.indicator), None)


def _is_assumed(steps: tuple[Step, ...], side: str) -> bool:
    """Whether the value, or what it is part of, is said to be an assumption."""
    items = [(i, getattr(step, side)) for i, step in enumerate(steps)]
    return any(
        isinstance(item, Item) and any(s.key in item.assumed for s in steps[i + 1 : i + 2])
        for i, item in items
    )


def _safe(value: object, edit: Edit, side: str, hidden: bool) -> object:
    """The value in euros, and without a number of persons that is too small to show."""
    if hidden and isinstance(value, Figure):
        kept: dict[str, object] = {
            "value": SUPPRESSED,
            "range": None,
            "printed": None,
            "note": None,
            "assumed": {},
        }
        return value.model_copy(update=kept)
    if hidden and isinstance(value, Target):
        return without_baseline(value)
    if hidden and value is not None and any(step.key in TELLING for step in edit.steps[2:]):
        return SUPPRESSED
    budgets = [getattr(step, side) for step in edit.steps]
    scale = next((b.multiplier for b in budgets if isinstance(b, Budget)), 1)
    return _in_euros(value, scale, edit) if scale != 1 else value


def _in_euros(value: object, scale: int, edit: Edit) -> object:
    # The number of an amount that was there and still is; another number is no money.
    if isinstance(value, Decimal):
        return value * scale if edit.steps[-1].owner in (Amount, None) else value
    return _scaled(value, scale)


def _scaled(held: object, scale: int) -> object:
    """The same with every amount in it times the scale; a number that is no amount stays."""
    if isinstance(held, Amount):
        number = held.value
        times = number * scale if isinstance(number, Decimal) else number
        return held.model_copy(update={"value": times})
    if isinstance(held, WITH_AMOUNTS):
        fields = {name: _scaled(getattr(held, name), scale) for name in held.model_fields_set}
        return held.model_copy(update=fields)
    if isinstance(held, Mapping):
        return {name: _scaled(inner, scale) for name, inner in held.items()}
    return tuple(_scaled(one, scale) for one in held) if isinstance(held, tuple) else held
