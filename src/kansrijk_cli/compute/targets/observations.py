"""What is observed of a target on a date, from figures, the matrix or an activity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.coverage.matrix import PRESENT, coverage
from kansrijk_cli.compute.privacy.figures import SUPPRESSED, Privacy
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


@dataclass(frozen=True, slots=True)
class Achieved:
    """The newest observations. `units` counts the separate ones known to be more than zero.

    A number that may not be shown is not in here: it is `None`, and `hidden` says of each such
    municipality or programme whether the minimum is met (`None`: not known). A total is `None`
    when it is hidden as well; `least` is what is sure of it then: the sum of the parts that are
    shown, and of the minimums that hidden parts reach.
    """

    total: Decimal | None
    municipalities: Mapping[str, Decimal | None] = field(default_factory=dict)
    programmes: Mapping[str, Decimal | None] = field(default_factory=dict)
    units: int = 0
    hidden: Mapping[str, bool | None] = field(default_factory=dict)
    total_hidden: bool = False
    total_met: bool | None = None
    least: Decimal = Decimal(0)

    @property
    def sure(self) -> Decimal:
        """The total, or as much of it as is sure."""
        return self.least if self.total is None else self.total

    def shown(self, name: str) -> Decimal | None:
        """The value of a municipality or programme, `None` when it is too small to show."""
        return {**self.municipalities, **self.programmes}.get(name)


@dataclass(frozen=True, slots=True)
class Observation:
    """The newest figure of a place and programme; `None` is hidden. `least` is sure of it."""

    moment: date
    value: Decimal | None
    met: bool | None
    least: Decimal


Observations = Mapping[tuple[str, str | None], Observation]


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
    found = _newest(workspace, region, year, target, on)
    if not found:
        return _from_activity(year, target) if target.kind == "milestone" else None
    return _from_figures(workspace, region, target, municipalities, found)


def _newest(
    workspace: Workspace, region: RegionFolder, year: YearFolder, target: Target, on: date
) -> Observations:
    """Per place (by its official name) and programme the last figure not later than the date."""
    results = year.files.content(Results)
    newest: dict[tuple[str, str | None], Observation] = {}
    privacy = Privacy(workspace, region, year)
    for figure in results.figures if results else ():
        if figure.target != target.id or figure.forecast:
            continue
        if not (isinstance(figure.value, Decimal) or figure.value == SUPPRESSED):
            continue
        moment = _moment(figure, on, year.year)
        place = workspace.register.official(figure.place, region.municipalities)
        key = (place, figure.programme)
        if moment and (key not in newest or newest[key].moment <= moment):
            newest[key] = _observation(privacy, year, figure, moment)
    return newest


def _observation(privacy: Privacy, year: YearFolder, figure: Figure, moment: date) -> Observation:
    shown = privacy.shown(figure)
    if shown.value and isinstance(figure.value, Decimal):
        return Observation(moment, figure.value, None, figure.value)
    minimum = privacy.minimum(figure, year) if shown.met else None
    return Observation(moment, None, shown.met, max(minimum or Decimal(0), Decimal(0)))


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
    target: Target,
    municipalities: tuple[str, ...],
    found: Observations,
) -> Achieved:
    """Added up from near to far: what a municipality says itself goes before its places."""
    places = _places(workspace, region)
    of_place = {place: seen for (place, programme), seen in found.items() if programme is None}
    by_municipality = {
        m: parts for m in municipalities if (parts := _parts_of(m, of_place, places))
    }
    by_programme = {programme: seen for (_, programme), seen in found.items() if programme}
    wide = [
        seen
        for place, seen in of_place.items()
        if len(places.get(place, ())) > 1 and not set(places[place]) & set(by_municipality)
    ]
    parts = [seen for group in by_municipality.values() for seen in group]
    parts += [*by_programme.values(), *([] if target.places else wide)]
    named = [of_place[place] for place in target.places or (region.name,) if place in of_place]
    counted = named if len(named) == len(target.places or (region.name,)) else parts
    groups = {
        **by_municipality,
        **{programme: [seen] for programme, seen in by_programme.items()},
    }
    return Achieved(
        _sum(counted) if counted else None,
        {m: _sum(group) for m, group in by_municipality.items()},
        {programme: seen.value for programme, seen in by_programme.items()},
        sum(1 for seen in parts if seen.least > 0),
        {name: _met(group) for name, group in groups.items() if _sum(group) is None},
        any(seen.value is None for seen in counted),
        _met(named) if counted is named else None,
        sum((seen.least for seen in counted), Decimal(0)),
    )


def _parts_of(
    municipality: str,
    of_place: Mapping[str, Observation],
    places: Mapping[str, tuple[str, ...]],
) -> list[Observation]:
    """What a municipality says itself, else what the places in it say."""
    if municipality in of_place:
        return [of_place[municipality]]
    return [seen for place, seen in of_place.items() if places.get(place) == (municipality,)]


def _sum(parts: list[Observation]) -> Decimal | None:
    """All parts together, `None` when one is hidden."""
    known = [part.value for part in parts if part.value is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _met(parts: list[Observation]) -> bool | None:
    """Whether the minimum is met as hidden parts say it; of several one that does will do."""
    said = [part.met for part in parts if part.value is None]
    if any(said):
        return True
    return said[0] if len(said) == len(parts) == 1 else None


def _places(workspace: Workspace, region: RegionFolder) -> dict[str, tuple[str, ...]]:
    """The region's own places with the official names of their municipalities."""
    return {
        place.name: tuple(
            workspace.register.official(m, region.municipalities) for m in place.municipalities
        )
        for place in (region.region.places if region.region else ())
    }


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
