"""Lines of equal salary scale with another price per fte."""

from collections.abc import Iterator
from decimal import Decimal

from kansrijk_cli.compute.budget.rates import rates
from kansrijk_cli.compute.budget.tables import field_of
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107", "KR401", "KR410")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Within one budget and column; at the amount with the highest price, beside the lowest."""
    for _, year in workspace.years():
        entry = year.files.get(Budgets)
        for place, budget in (
            each(entry.place.at("budgets"), entry.content.budgets) if entry else ()
        ):
            places = {line.id: here for here, line in each(place.at("lines"), budget.lines)}
            for group in rates(budget):
                low, high = group.rates[0], group.rates[-1]
                route = field_of(group.column)
                if not group.is_equal:
                    yield finding(
                        places[high.line].at(*route),
                        places[low.line].at(*route),
                        scale=group.scale,
                        line=high.line,
                        other=low.line,
                        rate=Decimal(round(high.value)),
                        lowest=Decimal(round(low.value)),
                        spread=Decimal(round(group.spread * 10)).scaleb(-1),
                        tolerance=group.tolerance,
                    )
