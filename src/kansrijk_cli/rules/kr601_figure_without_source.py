"""A figure, amount or target that no source and no assumption stands for."""

from collections.abc import Iterator

from kansrijk_cli.compute.sources import source_at
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import BudgetLine, Budgets, Funding
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets, Results)
NUMBERS = ("value", "range", "amount", "amounts", "fte", "minimum", "maximum", "exact", "total")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Looks at the nearest enclosing source, and at what the item itself assumes."""
    for _, _, entry in workspace.entries():
        for visit in entry.visits:
            item = visit.value
            if not isinstance(item, Figure | Target | BudgetLine | Funding):
                continue
            named = [field for field in NUMBERS if field in item.model_fields_set]
            unfounded = [field for field in named if field not in item.assumed]
            if unfounded and source_at(entry, visit.place.route) is None:
                yield finding(visit.place.at(unfounded[0]), field=unfounded[0])
