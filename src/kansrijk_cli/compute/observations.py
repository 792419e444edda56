"""What is observed of a target on a date, from figures, the matrix or an activity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.coverage import PRESENT, coverage
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


@dataclass(frozen=True, slots=True)
class Achieved:
    """The newest observations. `units` counts the separate ones that are more than zero."""

    total: Decimal | None
    municipalities: Mapping[str, Decimal] = field(default_factory=dict)
    programmes: Mapping[str, Decimal] = field(default_factory=dict)
    units: int = 0


def observed(
    workspace: Workspace,
    region: RegionFolder,
    year: YearFolder,
    target: Target,
    municipalities: tuple[str, ...],
    on: date,
) -> Achieved | None:
    """What is known of a target, `None` when nothing is."""
    if target.measured_by == "coverage":
        return _from_matrix(workspace, region, target, municipalities, on)
    figures = list(_newest(year, target, on))
    if not figures:
        return _from_activity(year, target)
    return _from_figures(workspace, region, figures)


def _newest(year: YearFolder, target: Target, on: date) -> Iterator[tuple[Figure, Decimal]]:
    """Per place and programme the last figure not later than the date."""
    results = year.files.content(Results)
    newest: dict[tuple[str, str | None], tuple[date, Figure, Decimal]] = {}
    for figure in results.figures if results else ():
        if figure.target != target.id or figure.forecast or not isinstance(figure.value, Decimal):
            continue
        end = figure.period.end(year.year) if figure.period else None
        moment = min(end or on, date.max)
        key = (figure.place, figure.programme)
        if moment <= on and (key not in newest or newest[key][0] <= moment):
            newest[key] = (moment, figure, figure.value)
    return ((figure, value) for _, figure, value in newest.values())


def _from_figures(
    workspace: Workspace, region: RegionFolder, figures: list[tuple[Figure, Decimal]]
) -> Achieved:
    municipalities: dict[str, Decimal] = {}
    programmes: dict[str, Decimal] = {}
    whole: Decimal | None = None
    for figure, value in figures:
        if figure.programme:
            programmes[figure.programme] = programmes.get(figure.programme, Decimal(0)) + value
        elif figure.place == region.name:
            whole = value
        else:
            official = workspace.register.official(figure.place, region.municipalities)
            municipalities[official] = value
    parts = [*municipalities.values(), *programmes.values()]
    total = whole if whole is not None else sum(parts, Decimal(0))
    return Achieved(total, municipalities, programmes, sum(1 for value in parts if value > 0))


def _from_matrix(
    workspace: Workspace,
    region: RegionFolder,
    target: Target,
    municipalities: tuple[str, ...],
    on: date,
) -> Achieved | None:
    cells = coverage(workspace, region, on).cells
    known = {
        m: Decimal(cell.status in PRESENT)
        for m in municipalities
        if (cell := cells.get((m, target.intervention or ""))) and cell.status != "unknown"
    }
    return Achieved(sum(known.values(), Decimal(0)), known) if known else None


def _from_activity(year: YearFolder, target: Target) -> Achieved | None:
    """A milestone that names an activity is reached when that is done, missed when dropped."""
    plan = year.files.content(Plan)
    for activity in plan.activities if plan else ():
        if activity.id == target.activity and activity.status in ("done", "dropped"):
            return Achieved(Decimal(activity.status == "done"))
    return None
