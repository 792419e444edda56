"""A printed total that differs from the sum by no more than rounding."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.tables import budget_tables
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.rules.kr401_total_differs import ROUNDING_UNIT
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107", "KR403")


def check(workspace: Workspace) -> Iterator[Finding]:
    """The unit is that of the budget: one euro, or one thousand."""
    for region, year in workspace.years():
        for table in budget_tables(workspace, region, year):
            for total in table.totals:
                difference = total.difference
                if total.complete and difference and abs(difference) <= ROUNDING_UNIT:
                    yield finding(
                        total.place, line=total.line, stated=total.stated, computed=total.computed
                    )
