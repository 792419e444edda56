"""What is observed of a target on a date, from figures, the matrix or an activity."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kansrijk_cli.compute.coverage.cells import PRESENT, combined
from kansrijk_cli.compute.coverage.matrix import coverage
from kansrijk_cli.compute.coverage.mergers import standing
from kansrijk_cli.compute.privacy.figures import SUPPRESSED, Privacy
from kansrijk_cli.compute.targets.achieved import Achieved, Observation, Observations
from kansrijk_cli.compute.targets.adding import added_up
from kansrijk_cli.compute.targets.asked import due_date
from kansrijk_cli.compute.targets.times import Term, term
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.model.types import Status
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure about a place (by its official name) and programme, `None` when it is unknown.

    Of a figure with a period `start` or `end` is `None` when that side is open.
    """

    key: Key
    has_period: bool
    start: date | None
    end: date | None
    observation: Observation | None


Counted = tuple[date, date, Observation | None]


def observed(
    workspace: Workspace,
    region: RegionFolder,
    year: YearFolder,
    target: Target,
    municipalities: tuple[str, ...],
    on: date,
) -> Achieved | None:
    """What is known of a target, `None` when nothing is."""
    if target.measured_by == "coverage" and target.kind != "frequency":
        return _from_matrix(workspace, region, target, municipalities, on)
    told = list(_told(workspace, region, year, target))
    found = (
        _in_term(told, term(target.per, year.year, due_date(year, target), on))
        if target.kind == "frequency"
        else _newest(told, on)
    )
    if not found:
        return _from_activity(year, target) if target.kind == "milestone" else None
    return added_up(workspace, region, target, municipalities, found, due_date(year, target))


def _told(
    workspace: Workspace, region: RegionFolder, year: YearFolder, target: Target
) -> Iterator[_Told]:
    """The figures of a target; those that are unknown have no observation."""
    results, privacy = year.files.content(Results), Privacy(workspace, region, year)
    official = workspace.register.official
    for figure in results.figures if results else ():
        if figure.target != target.id or figure.forecast:
            continue
        period = figure.period
        is_known = isinstance(figure.value, Decimal) or figure.value == SUPPRESSED
        if is_known or figure.value == "unknown":
            yield _Told(
                (official(figure.place, region.municipalities), figure.programme),
                period is not None,
                period.start(year.year) if period else None,
                period.end(year.year) if period else None,
                _observation(privacy, year, figure) if is_known else None,
            )


def _observation(privacy: Privacy, year: YearFolder, figure: Figure) -> Observation:
    shown = privacy.shown(figure)
    if shown.value and isinstance(figure.value, Decimal):
        return Observation(figure.value, None, figure.value)
    minimum = privacy.minimum(figure, year) if shown.met else None
    return Observation(None, shown.met, max(minimum or Decimal(0), Decimal(0)))


def _newest(told: list[_Told], on: date) -> Observations:
    """The last figure not later than the date: it says how things stand."""
    newest: dict[Key, tuple[date, Observation]] = {}
    for figure in told:
        is_to_come = any(day and day > on for day in (figure.start, figure.end))
        if figure.observation is None or is_to_come:
            continue
        moment = figure.end or on
        if figure.key not in newest or newest[figure.key][0] <= moment:
            newest[figure.key] = (moment, figure.observation)
    return {key: observation for key, (_, observation) in newest.items()}


def _in_term(told: list[_Told], found: Term | None) -> Observations:
    """The figures of a term added up: each says how often something was done in its own period.

    One without a period is about the whole term so far. One that begins before the term or ends
    after it says nothing of the term alone.
    """
    if found is None:
        return {}
    groups: dict[Key, list[Counted]] = {}
    for figure in told:
        start = figure.start if figure.has_period else found.start
        end = figure.end or found.seen
        if start and found.start <= start <= end <= found.seen:
            groups.setdefault(figure.key, []).append((start, end, figure.observation))
    added = {key: _added(counted) for key, counted in groups.items()}
    return {key: observation for key, observation in added.items() if observation}


def _added(told: list[Counted]) -> Observation | None:
    """Figures of one place together; `None` when all are unknown."""
    known = [figure for figure in told if figure[2]]
    # Of figures about the same days the longest counts, and of the same period the last.
    counts = [
        figure
        for index, figure in enumerate(known)
        if not any(
            _covers(other, figure) and (later > index or other[:2] != figure[:2])
            for later, other in enumerate(known)
            if later != index
        )
    ]
    seen = [observation for _, _, observation in counts if observation]
    if not seen:
        return None
    values = [one.value for one in seen if one.value is not None]
    said = [one.met for one in seen if one.value is None]
    return Observation(
        sum(values, Decimal(0)) if not said else None,
        True if any(said) else said[0] if len(seen) == len(said) == 1 else None,
        sum((one.least for one in seen), Decimal(0)),
        any(not any(_covers(one, figure) for one in counts) for figure in told if not figure[2]),
    )


def _covers(whole: Counted, part: Counted) -> bool:
    """Whether a figure is also about all days of another: then both count the same."""
    return whole[0] <= part[0] and part[1] <= whole[1]


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
