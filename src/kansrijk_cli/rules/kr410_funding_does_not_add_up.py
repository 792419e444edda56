"""A line whose parts per source of money are not its amount."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.funding import splits
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.rules.kr401_total_differs import ROUNDING_UNIT
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Up to one unit of the budget is rounding, as with printed totals."""
    for _, year in workspace.years():
        entry = year.files.get(Budgets)
        for place, budget in (
            each(entry.place.at("budgets"), entry.content.budgets) if entry else ()
        ):
            for split in splits(budget, place):
                if abs(split.difference) > ROUNDING_UNIT:
                    yield finding(
                        split.place,
                        line=split.line.id,
                        amount=split.amount,
                        parts=split.parts,
                        difference=abs(split.difference),
                    )
