"""A target that cannot be met, before anything is measured."""

from collections.abc import Iterator
from decimal import Decimal

from kansrijk_cli.compute.targets.requirements import Reason
from kansrijk_cli.compute.targets.states import target_states
from kansrijk_cli.core.diagnostic import Finding, Value, finding
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Region, Interventions, Plan, Results)
AFTER = ("KR101", "KR108", "KR110", "KR111")

NO_NUMBERS = {"no-municipalities": "empty", "no-programmes": "idle"}
# The field with the number that is wrong, and the two numbers that clash.
CLASHES = {
    "total-too-low": ("total", "needed", "total"),
    "total-too-high": ("total", "total", "reach"),
    "parts-differ": ("total", "stated", "parts"),
    "minimum-above-maximum": ("minimum", "least", "upmost"),
    "shrinks": ("baseline", "baseline", "goal"),
}


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each reason fills its own parameters, and so chooses its own sentence of the page."""
    for region, year in workspace.years():
        for state in target_states(workspace, region, year):
            for reason in _causes(state.required.reasons):
                yield finding(
                    state.place.at(CLASHES.get(reason.why, ("title",))[0]),
                    title=state.target.title,
                    **reason.numbers,
                    **_said(reason),
                )


def _causes(reasons: tuple[Reason, ...]) -> Iterator[Reason]:
    """With a minimum above the maximum no total fits, so that a total says nothing more."""
    crossed = any(reason.why == "minimum-above-maximum" for reason in reasons)
    for reason in reasons:
        if not crossed or not reason.why.startswith("total-"):
            yield reason


def _said(reason: Reason) -> dict[str, Value]:
    """What the numbers of a reason do not say by themselves."""
    if reason.why in NO_NUMBERS:
        return {NO_NUMBERS[reason.why]: "0"}
    _, one, other = CLASHES[reason.why]
    return {"difference": abs(Decimal(reason.numbers[one]) - reason.numbers[other])}
