"""What is observed of a target on a date, from figures, the matrix or an activity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.coverage import PRESENT, coverage, official_municipalities
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
    values = _newest(workspace, region, year, target, on)
    if not values:
        return _from_activity(year, target)
    return _from_figures(workspace, region, values)


def _newest(
    workspace: Workspace, region: RegionFolder, year: YearFolder, target: Target, on: date
) -> dict[tuple[str, str | None], Decimal]:
    """Per place (by its official name) and programme the last value not later than the date."""
    results = year.files.content(Results)
    newest: dict[tuple[str, str | None], tuple[date, Decimal]] = {}
    for figure in results.figures if results else ():
        if figure.target != target.id or figure.forecast or not isinstance(figure.value, Decimal):
            continue
        moment = _moment(figure, on, year.year)
        place = workspace.register.official(figure.place, region.municipalities)
        key = (place, figure.programme)
        if moment and (key not in newest or newest[key][0] <= moment):
            newest[key] = (moment, figure.value)
    return {key: value for key, (_, value) in newest.items()}


def _moment(figure: Figure, on: date, year: int) -> date | None:
    """The day a figure speaks of, `None` when that is still to come on the date."""
    if figure.period is None:
        return on
    start, end = figure.period.start(year), figure.period.end(year)
    if (start and start > on) or (end and end > on):
        return None
    return end or on


def _from_figures(
    workspace: Workspace,
    region: RegionFolder,
    values: Mapping[tuple[str, str | None], Decimal],
) -> Achieved:
    """Added up per municipality; a figure of the region itself goes before the sum."""
    inside = _inside(workspace, region)
    municipalities: dict[str, Decimal] = {}
    programmes: dict[str, Decimal] = {}
    parts: list[Decimal] = []
    for (place, programme), value in values.items():
        if programme:
            programmes[programme] = programmes.get(programme, Decimal(0)) + value
        elif place not in inside:
            continue
        elif inside[place]:
            municipality = inside[place]
            municipalities[municipality] = municipalities.get(municipality, Decimal(0)) + value
        parts.append(value)
    whole = values.get((region.name, None))
    total = whole if whole is not None else sum(parts, Decimal(0)) if parts else None
    return Achieved(total, municipalities, programmes, sum(1 for value in parts if value > 0))


def _inside(workspace: Workspace, region: RegionFolder) -> dict[str, str]:
    """The municipalities and places of a region, each with the one municipality it lies in.

    A place in several municipalities counts for the region, but for none of them alone.
    """
    found = {m: m for m in official_municipalities(workspace, region)}
    for place in region.region.places if region.region else ():
        lies_in = place.municipalities
        found[place.name] = (
            workspace.register.official(lies_in[0], region.municipalities)
            if len(lies_in) == 1
            else ""
        )
    return found


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
