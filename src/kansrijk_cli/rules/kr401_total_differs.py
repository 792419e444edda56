"""A printed total that is not the sum of its lines."""

from collections.abc import Iterator
from decimal import Decimal

from kansrijk_cli.compute.budget.tables import (
    BudgetTable,
    Total,
    budget_tables,
    field_of,
    parts_of,
    value_in,
)
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Budgets,)
AFTER = ("KR106", "KR107", "KR403", "KR410")
ROUNDING_UNIT = 1


def check(workspace: Workspace) -> Iterator[Finding]:
    """A difference up to one rounding unit is a note (KR402)."""
    for region, year in workspace.years():
        for table in budget_tables(workspace, region, year):
            wrong = {(total.line, total.column): by for total, by in _wrong(table)}
            for total, difference in _wrong(table):
                if _is_told_below(table, total, wrong):
                    continue
                parts = dict(_parts(table, total))
                yield finding(
                    total.place,
                    *parts.values(),
                    line=total.line,
                    stated=total.stated,
                    computed=total.computed,
                    difference=abs(difference),
                    parts=tuple(parts),
                )


def _wrong(table: BudgetTable) -> Iterator[tuple[Total, Decimal]]:
    """The totals that are not their sum, with what they are too much."""
    for total in table.totals:
        difference = total.difference
        if total.complete and difference is not None and abs(difference) > ROUNDING_UNIT:
            yield total, difference


def _is_told_below(table: BudgetTable, total: Total, wrong: dict[tuple[str, str], Decimal]) -> bool:
    """Whether it is right as soon as the wrong totals that count in it are."""
    below = [wrong.get((part.id, total.column), 0) for part in parts_of(table.budget, total.line)]
    return any(below) and abs(wrong[total.line, total.column] + sum(below)) <= ROUNDING_UNIT


def _parts(table: BudgetTable, total: Total) -> Iterator[tuple[str, Place]]:
    """The lines that were added up, each with its amount."""
    for here, line in each(table.place.at("lines"), table.budget.lines):
        if line.under == total.line and value_in(line, total.column) is not None:
            yield line.id, here.at(*field_of(total.column))
