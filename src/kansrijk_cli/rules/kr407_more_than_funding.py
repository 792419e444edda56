"""Lines that together take more from a source of money than it gives."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.funding import uses
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107", "KR410")


def check(workspace: Workspace) -> Iterator[Finding]:
    """At the amount of the source, for the period in which most is taken from it."""
    for _, year in workspace.years():
        entry = year.files.get(Budgets)
        for use in uses(entry, year.year) if entry else ():
            if use.over:
                yield finding(
                    use.place.at("amount"),
                    funding=use.funding.title,
                    used=use.used,
                    available=use.available,
                    over=use.over,
                    lines=tuple(dict.fromkeys(line for _, line in use.lines)),
                )
