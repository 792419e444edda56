"""An amount of a budget that cannot be divided as its `allocation` says."""

from collections.abc import Iterator

from kansrijk_cli.compute.dividing.planned import planned_lines
from kansrijk_cli.compute.dividing.requests import Where
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.catalog import Keys
from kansrijk_cli.model.municipalities import Municipalities, Population
from kansrijk_cli.model.region import Region
from kansrijk_cli.rules.dividing import parameters
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Population, Keys, Region, Budgets)
AFTER = ("KR101", "KR106", "KR108", "KR110", "KR111", "KR405", "KR406")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Each reason once, at the division; an amount of every column can have its own."""
    for region, year in workspace.years():
        for planned in planned_lines(Where(workspace, region, year)):
            for refusal in planned.refusals:
                yield finding(planned.place, line=planned.item.id, **parameters(refusal))
