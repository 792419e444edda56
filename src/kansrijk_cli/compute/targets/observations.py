"""What is observed of a target on a date, from figures, the matrix or an activity."""

from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.coverage.cells import PRESENT, combined
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.coverage.mergers import standing
from kansrijk_cli.compute.privacy.figures import SUPPRESSED, Privacy
from kansrijk_cli.compute.targets.achieved import Achieved, Observation, Observations
from kansrijk_cli.compute.targets.adding import added_up
from kansrijk_cli.compute.targets.asked import due_date
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


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
    return added_up(workspace, region, target, municipalities, found, due_date(year, target))


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


def _from_matrix(
    workspace: Workspace,
    region: RegionFolder,
    target: Target,
    municipalities: tuple[str, ...],
    on: date,
) -> Achieved | None:
    table = coverage(workspace, region, on)

    def status(municipality: str) -> Status:
        """Of one that is not there yet, or not any more, that of whom it stands for."""
        is_there = municipality in table.municipalities
        names = (municipality,) if is_there else standing(workspace.register, [municipality], on)
        cells = (table.cells.get((name, target.intervention or "")) for name in names)
        return combined(cell.status if cell else "unknown" for cell in cells)

    statuses = {m: status(m) for m in municipalities}
    known = {m: Decimal(word in PRESENT) for m, word in statuses.items() if word != "unknown"}
    total, silent = sum(known.values(), Decimal(0)), len(municipalities) - len(known)
    return Achieved(total, known, silent=silent) if known else None


def _from_activity(year: YearFolder, target: Target) -> Achieved | None:
    """A milestone that names an activity is reached when that is done, missed when dropped."""
    plan = year.files.content(Plan)
    for activity in plan.activities if plan else ():
        if activity.id == target.activity and activity.status in ("done", "dropped"):
            return Achieved(Decimal(activity.status == "done"))
    return None
