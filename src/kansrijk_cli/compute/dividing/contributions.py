"""What each municipality contributes to a budget: every line divided by a key, to the cent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kansrijk_cli.compute.budget.tables import BudgetTable, parts_of
from kansrijk_cli.compute.dividing.allocation import Allocated, allocate
from kansrijk_cli.compute.dividing.apportion import Refusal
from kansrijk_cli.compute.dividing.requests import Cell, Where, Wishes, of_cell
from kansrijk_cli.model.budgets import BudgetLine


@dataclass(frozen=True, slots=True)
class Contribution:
    """One amount in euros, and who contributes what. `allocated` is `None` for a sum of lines.

    A tariff is no amount to divide and has no contribution. Without `refusals` the shares add up
    to the total exactly.
    """

    line: BudgetLine
    column: str
    total: Decimal | None
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    allocated: Allocated | None = None
    refusals: tuple[Refusal, ...] = ()


def contributions(where: Where, table: BudgetTable, wishes: Wishes) -> tuple[Contribution, ...]:
    """The contributions to every line, in the order of the budget and then of its columns.

    A printed total that is right is the sum of what its lines give, so that lines and totals
    agree to the cent; another total is divided itself.
    """
    found: dict[tuple[str, str], Contribution] = {}
    for line in table.budget.lines:
        for column in table.columns:
            if line.per is None:
                _fill(where, table, Cell(table.budget, line, column), wishes, found)
    order = [(line.id, column) for line in table.budget.lines for column in table.columns]
    return tuple(found[key] for key in order if key in found)


def _fill(
    where: Where,
    table: BudgetTable,
    cell: Cell,
    wishes: Wishes,
    found: dict[tuple[str, str], Contribution],
) -> None:
    """Work out one contribution, after those of the lines that count in it."""
    key = (cell.line.id, cell.column)
    if key in found:
        return
    # Also stands for itself while its lines are worked out: lines may count in each other.
    found[key] = _divided(where, cell, wishes)
    if _is_right(table, cell):
        parts = list(_parts(where, table, cell, wishes, found))
        if not any(part.refusals for part in parts):
            found[key] = _sum(cell, parts)


def _parts(
    where: Where,
    table: BudgetTable,
    cell: Cell,
    wishes: Wishes,
    found: dict[tuple[str, str], Contribution],
) -> Iterator[Contribution]:
    for line in parts_of(table.budget, cell.line.id):
        if line.per is None:
            _fill(where, table, Cell(table.budget, line, cell.column), wishes, found)
            part = found[line.id, cell.column]
            if part.total is not None:
                yield part


def _is_right(table: BudgetTable, cell: Cell) -> bool:
    """Whether a line is a printed total that is complete and equals the sum of its lines."""
    return any(
        total.complete and total.difference == 0
        for total in table.totals
        if (total.line, total.column) == (cell.line.id, cell.column)
    )


def _sum(cell: Cell, parts: list[Contribution]) -> Contribution:
    shares: dict[str, Decimal] = {}
    for part in parts:
        for name, share in part.shares.items():
            shares[name] = shares.get(name, Decimal(0)) + share
    return Contribution(cell.line, cell.column, cell.euros, dict(sorted(shares.items())))


def _divided(where: Where, cell: Cell, wishes: Wishes) -> Contribution:
    euros = cell.euros
    if euros is None:
        return Contribution(cell.line, cell.column, None)
    # What comes in is divided as what goes out would be.
    sign = -1 if euros < 0 else 1
    request = of_cell(
        where,
        cell,
        Wishes(wishes.key, wishes.method, wishes.on, euros * sign, without=wishes.without),
    )
    if isinstance(request, Refusal):
        return Contribution(cell.line, cell.column, euros, refusals=(request,))
    allocated = allocate(where.workspace, where.region, request)
    shares = {share.municipality: share.value * sign for share in allocated.shares}
    return Contribution(cell.line, cell.column, euros, shares, allocated, allocated.refusals)
