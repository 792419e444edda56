"""A line that counts in a line which is no total, or in itself."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budget, Budgets
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Follows `under` from each line upwards."""
    for _, year in workspace.years():
        entry = year.files.get(Budgets)
        for place, budget in (
            each(entry.place.at("budgets"), entry.content.budgets) if entry else ()
        ):
            totals = {line.id for line in budget.lines if line.total}
            ids = {line.id for line in budget.lines}
            for here, line in each(place.at("lines"), budget.lines):
                if line.under in ids and line.under not in totals:
                    yield finding(here.at("under"), under=line.under, plain="")
                elif line.under and _is_circular(budget, line.id):
                    yield finding(here.at("under"), under=line.under, circle="")


def _is_circular(budget: Budget, start: str) -> bool:
    above = {line.id: line.under for line in budget.lines}
    seen: set[str] = set()
    here: str | None = start
    while here is not None and here not in seen:
        seen.add(here)
        here = above.get(here)
    return here == start
