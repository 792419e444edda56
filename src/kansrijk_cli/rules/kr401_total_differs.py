"""A printed total that is not the sum of its lines."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.tables import budget_tables
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107", "KR403")
ROUNDING_UNIT = 1


def check(workspace: Workspace) -> Iterator[Finding]:
    """A difference up to one rounding unit is a note (KR402)."""
    for region, year in workspace.years():
        for table in budget_tables(workspace, region, year):
            for total in table.totals:
                difference = total.difference
                if total.complete and difference is not None and abs(difference) > ROUNDING_UNIT:
                    yield finding(
                        total.place,
                        line=total.line,
                        stated=total.stated,
                        computed=total.computed,
                        difference=abs(difference),
                    )
