"""A project of several regions whose amounts do not fit, or about which the regions disagree."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.shared import clashes
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107", "KR401", "KR410")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Why it does not fit is the parameter that chooses the sentence."""
    for clash in clashes(workspace):
        other = clash.other
        field = ("regions", clash.region) if clash.region else ("total",)
        related = (other.place.at(*field),) if other else ()
        yield finding(
            clash.place,
            *related,
            project=clash.shared.project,
            one=clash.one,
            two=clash.two,
            region=clash.region,
            other=other.region if other else None,
            **{clash.why: ""},
        )
