"""A target that cannot be met, before anything is measured."""

from collections.abc import Iterator

from kansrijk_cli.compute.targets.states import target_states
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.catalog import Municipalities
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Region, Interventions, Plan, Results)
AFTER = ("KR101", "KR110", "KR111")

NO_NUMBERS = {"no-municipalities": "empty", "no-programmes": "idle"}


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each reason fills its own parameters, and so chooses its own sentence of the page."""
    for region, year in workspace.years():
        for state in target_states(workspace, region, year):
            for reason in state.required.reasons:
                marks = {NO_NUMBERS[reason.why]: "0"} if reason.why in NO_NUMBERS else {}
                place = state.place.at("title")
                yield finding(place, title=state.target.title, **reason.numbers, **marks)
