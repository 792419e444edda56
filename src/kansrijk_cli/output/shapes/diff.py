"""`kansrijk/diff/1`."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import ClassVar

from pydantic import BaseModel, JsonValue

from kansrijk_cli.compute.budget.overruns import Overrun
from kansrijk_cli.compute.changes.compare import Change, Comparison, Part
from kansrijk_cli.compute.changes.steps import Kind
from kansrijk_cli.compute.changes.values import Told
from kansrijk_cli.model.period import Period
from kansrijk_cli.output.shapes.base import Number, Shape, State
from kansrijk_cli.output.shapes.base import Part as ShapePart
from kansrijk_cli.output.show import show

# The words that stand in the data where a number could be.
NO_NUMBERS: Mapping[str, State] = {"PM": "pm", "ntb": "ntb", "nvt": "nvt"}


class ChangeShape(ShapePart):
    """Een wijziging. Een item of bestand dat er is bijgekomen of weg is, staat er heel in.

    `path` is de weg in het bestand, met de id van een item in plaats van zijn nummer. Een bedrag is
    in euro's. `null` met de toestand `unknown` is niet ingevuld.
    """

    region: str | None
    year: int | None
    section: str
    subject: str
    names: list[str]
    kind: Kind
    file: str
    path: list[str]
    old: JsonValue
    old_state: State | None
    new: JsonValue
    new_state: State | None
    later: bool
    breaking: str | None


class OverrunShape(ShapePart):
    """Een begroting die nu meer kost dan er geld is; `source` is de geldbron, `null` alle samen.

    `start` en `end` zeggen in welke periode, als er meer periodes zijn.
    """

    region: str
    year: int
    budget: str
    title: str
    source: str | None
    start: date | None
    end: date | None
    cost: Number
    funding: Number


class DaysShape(ShapePart):
    """Van twee jaren: op welke dagen aanbod, coalities en afspraken zijn bekeken."""

    region: str
    year: int
    before: date
    after: date


class LeftOutShape(ShapePart):
    """De bestanden die niet zijn vergeleken, omdat zij fouten hebben of ontbreken."""

    before: list[str]
    after: list[str]


class DiffShape(Shape):
    """De uitkomst van `kansrijk diff`; `after` is `null` voor de bestanden op schijf."""

    name: ClassVar = "diff"

    before: str
    after: str | None
    changes: list[ChangeShape]
    overruns: list[OverrunShape]
    left_out: LeftOutShape
    days: list[DaysShape]


def diff_shape(comparison: Comparison, before: str, after: str | None) -> DiffShape:
    """A comparison in its published shape, sorted by file and path."""
    changes = [_change(part, change) for part in comparison.parts for change in part.changes]
    return DiffShape(
        before=before,
        after=after,
        changes=sorted(changes, key=lambda change: (change.file, change.path, change.kind)),
        overruns=sorted(
            (shape for part in comparison.parts for shape in _overruns(part)),
            key=lambda o: (o.region, o.year, o.budget, o.source or "", o.start or date.min),
        ),
        left_out=LeftOutShape(
            before=list(comparison.broken_before), after=list(comparison.broken_after)
        ),
        days=[
            DaysShape(region=p.region, year=p.year, before=p.days[0], after=p.days[1])
            for p in comparison.parts
            if p.region and p.year and p.days
        ],
    )


def _change(part: Part, change: Change) -> ChangeShape:
    old, new = _value(change.old, change), _value(change.new, change)
    return ChangeShape(
        region=part.region,
        year=part.year,
        section=change.section,
        subject=change.subject,
        names=[show(name) for name in change.names],
        kind=change.kind,
        file=change.place.file,
        path=[str(step) for step in change.place.route],
        old=old[0],
        old_state=old[1],
        new=new[0],
        new_state=new[1],
        later=change.later,
        breaking=change.breaking,
    )


def _value(told: Told, change: Change) -> tuple[JsonValue, State | None]:
    """A value, or `null` with its state where it could have been one."""
    if told.value is None:
        return None, "unknown" if change.kind == "changed" else None
    if told.value == "suppressed":
        return None, "suppressed"
    if told.value == "unknown" and "suppressed" in told.words:
        return None, "unknown"
    if isinstance(told.value, str) and told.value in told.words and told.value in NO_NUMBERS:
        return None, NO_NUMBERS[told.value]
    return _plain(told.value), None


def _plain(value: object) -> JsonValue:
    """Any value of the data as JSON."""
    if isinstance(value, Decimal | Period | date):
        return _scalar(value)
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name)) for name in sorted(value.model_fields_set)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | bool) else None


def _scalar(value: Decimal | Period | date) -> int | float | str:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.text if isinstance(value, Period) else value.isoformat()


def _overruns(part: Part) -> Iterator[OverrunShape]:
    return (_overrun(part, found) for found in part.overruns)


def _overrun(part: Part, found: Overrun) -> OverrunShape:
    start, end = (found.several and found.days) or (None, None)
    return OverrunShape(
        region=part.region or "",
        year=part.year or 0,
        budget=found.budgets[0].id,
        title=", ".join(budget.title for budget in found.budgets),
        source=found.source.title if found.source else None,
        start=start,
        end=end,
        cost=found.cost,
        funding=found.money,
    )
