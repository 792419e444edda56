"""How the figures of the status of a plan came about."""

from collections.abc import Iterator
from datetime import date

from kansrijk_cli.compute.explain.explanation import Explanation, Fixed, Parameter
from kansrijk_cli.compute.explain.targets import explain_target, observed_places, stated_places
from kansrijk_cli.compute.progress.activities import Progress
from kansrijk_cli.compute.progress.frequencies import Frequency
from kansrijk_cli.compute.progress.standing import Standing, TargetProgress
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.plan import Activity
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


def explain_status(
    workspace: Workspace, region: RegionFolder, year: YearFolder, found: Standing, on: date
) -> Iterator[Explanation]:
    """The state of initiatives and moments, and the figures of targets and agreements."""
    for initiative in found.initiatives:
        about, inputs = (
            (initiative.activity.title,),
            _of_activity(initiative.activity, initiative.place),
        )
        yield Explanation(
            "initiative", about, _basis(initiative.progress), inputs, {"on": on}, year.year
        )
    for target in found.targets:
        yield from explain_target(workspace, region, year, target.state, on)
        yield from _progress(region, year, target, on)
    for frequency in found.frequencies:
        yield _frequency(region, year, frequency, on)
    places = {initiative.activity.id: initiative.place for initiative in found.initiatives}
    for moment in found.moments:
        activity = moment.activity
        when = (Period((moment.span,), ""),) if moment.span else ()
        about = (Fixed("monitoring", moment.kind), activity.title, *when)
        inputs = (
            *_of_activity(activity, places[activity.id]),
            *(t.state.place for t in found.about(activity.id)),
        )
        rule = _basis(moment.progress)
        yield Explanation("moment", about, rule, inputs, {"on": on}, year.year)


def _progress(
    region: RegionFolder, year: YearFolder, found: TargetProgress, on: date
) -> Iterator[Explanation]:
    """What a target still needs, and which way it goes if that is known."""
    state, about = found.state, (found.state.target.title,)
    observed = observed_places(region, year, state.target)
    inputs = (*stated_places(state.target, state.place), *observed)
    if found.needs.region or found.needs.parts:
        rule = "needed-parts" if found.needs.parts else "needed"
        yield Explanation("needed", about, rule, inputs, {"on": on}, year.year)
    if found.trend != "unknown":
        yield Explanation("trend", about, "trend", observed, {"on": on}, year.year)


def _frequency(region: RegionFolder, year: YearFolder, found: Frequency, on: date) -> Explanation:
    """How often it is expected by the day, and what is counted of it."""
    state = found.target
    params: dict[str, Parameter] = {"on": on}
    rule = "frequency-open"
    if found.start and found.end:
        params |= {"start": found.start, "end": found.end}
        rule = "frequency-week" if state.target.per == "week" else "frequency"
    inputs = (
        *stated_places(state.target, state.place),
        *observed_places(region, year, state.target),
    )
    return Explanation("frequency", (state.target.title,), rule, inputs, params, year.year)


def _basis(progress: Progress) -> str:
    return f"progress-{progress.basis or 'unknown'}"


def _of_activity(activity: Activity, place: Place) -> tuple[Place, ...]:
    """What says how far an activity is: its status, else its planning."""
    names = ("status",) if activity.status else ("when",) if activity.when else ()
    return tuple(place.at(name) for name in names)
