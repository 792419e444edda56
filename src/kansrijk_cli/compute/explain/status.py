"""How the figures of the status of a plan came about."""

from collections.abc import Iterator
from datetime import date

from kansrijk_cli.compute.explain.explanation import Explanation
from kansrijk_cli.compute.explain.targets import explain_target
from kansrijk_cli.compute.progress.standing import Standing
from kansrijk_cli.compute.targets.states import target_states
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


def explain_status(
    workspace: Workspace, region: RegionFolder, year: YearFolder, found: Standing, on: date
) -> Iterator[Explanation]:
    """The state of every initiative, and the figures of every target."""
    for initiative in found.initiatives:
        activity = initiative.activity
        names = ("status",) if activity.status else ("when",) if activity.when else ()
        inputs = tuple(initiative.place.at(name) for name in names)
        rule = f"progress-{initiative.progress.basis or 'unknown'}"
        yield Explanation("initiative", (activity.title,), rule, inputs, {"on": on}, year.year)
    for state in target_states(workspace, region, year, on):
        yield from explain_target(workspace, region, year, state, on)
