"""Which way the observations of a target go: its newest moment next to the moment before that."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from kansrijk_cli.compute.targets.achieved import Achieved
from kansrijk_cli.compute.targets.asked import due_date, municipalities_of
from kansrijk_cli.compute.targets.observations import observed
from kansrijk_cli.compute.targets.states import JUDGED
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

Trend = Literal["up", "down", "equal", "unknown"]


def trend(
    workspace: Workspace, region: RegionFolder, year: YearFolder, target: Target, on: date
) -> Trend:
    """The trend of a target until a date.

    Only what was observed at both moments is compared; a place that was not counted again counts
    as it was. Unknown without two moments, when a figure has no moment because its period is open
    or not there, and when a number is too small to show.
    """
    if target.measured_by == "coverage" or target.kind in JUDGED:
        return "unknown"
    figures = [(_last_day(figure, year), figure) for figure in _figures(year, target)]
    dated = [(day, figure) for day, figure in figures if day is not None and day <= on]
    days = sorted({day for day, _ in dated})
    if len(days) < 2 or any(day is None for day, _ in figures):
        return "unknown"
    asked = municipalities_of(workspace, region, target, due_date(year, target))
    before, now = (observed(workspace, region, year, target, asked, day) for day in days[-2:])
    if before is None or now is None:
        return "unknown"
    official = workspace.register.official
    keys = [
        {(official(f.place, region.municipalities), f.programme) for d, f in dated if d <= day}
        for day in days[-2:]
    ]
    return _totals(before, now) if keys[0] == keys[1] else _common(before, now)


def _figures(year: YearFolder, target: Target) -> Iterator[Figure]:
    results = year.files.content(Results)
    for figure in results.figures if results else ():
        if figure.target == target.id and not figure.forecast and isinstance(figure.value, Decimal):
            yield figure


def _last_day(figure: Figure, year: YearFolder) -> date | None:
    """The moment of a figure; an open period has none."""
    return figure.period.end(year.year) if figure.period else None


def _totals(before: Achieved, now: Achieved) -> Trend:
    """The trend when the same places and programmes are known at both moments."""
    if before.total_hidden or now.total_hidden or before.total is None or now.total is None:
        return "unknown"
    return _direction(before.total, now.total)


def _common(before: Achieved, now: Achieved) -> Trend:
    """The trend over the municipalities and programmes that are known at both moments."""
    known = ({**before.municipalities, **before.programmes}, now)
    names = [name for name in known[0] if name in {**now.municipalities, **now.programmes}]
    pairs = [(before.shown(name), now.shown(name)) for name in names]
    compared = [(old, new) for old, new in pairs if old is not None and new is not None]
    if not pairs or len(compared) < len(pairs):
        return "unknown"
    old, new = (sum(values, Decimal(0)) for values in zip(*compared, strict=True))
    return _direction(old, new)


def _direction(before: Decimal, now: Decimal) -> Trend:
    if now == before:
        return "equal"
    return "up" if now > before else "down"
