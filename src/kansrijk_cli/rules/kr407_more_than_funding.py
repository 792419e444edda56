"""Lines that together take more from a source of money than it gives, and budgets over all."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.overruns import overruns
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107", "KR401", "KR410")


def check(workspace: Workspace) -> Iterator[Finding]:
    """At the amount of the source, or where the budget names its sources; once for each period."""
    for _, year in workspace.years():
        entry = year.files.get(Budgets)
        for found in overruns(entry, year.year) if entry else ():
            start, end = (found.several and found.days) or (None, None)
            yield finding(
                found.place,
                funding=found.source.title if found.source else None,
                budget=None if found.source else found.budgets[0].title,
                cost=found.cost,
                available=found.money,
                over=found.over,
                year=str(found.year) if start and found.year else None,
                start=None if found.year else start,
                end=None if found.year else end,
                lines=found.lines,
            )
