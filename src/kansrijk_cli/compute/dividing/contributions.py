"""What each municipality contributes to a budget: every line divided by a key, to the cent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kansrijk_cli.compute.budget.sums import Sum, sum_of
from kansrijk_cli.compute.budget.tables import BudgetTable, budget_tables, parts_of
from kansrijk_cli.compute.dividing.allocation import Allocated, Share, allocate
from kansrijk_cli.compute.dividing.apportion import Refusal
from kansrijk_cli.compute.dividing.requests import Cell, Where, Wishes, of_cell
from kansrijk_cli.model.budgets import BudgetLine


@dataclass(frozen=True, slots=True)
class Contribution:
    """One amount in euros, and who contributes what. `allocated` is `None` for a sum of lines.

    A tariff is no amount to divide and has no contribution. Without `refusals` the shares add up
    to the total exactly. `sum` says what of the total is on a condition and what is still open;
    `difference` is how much a printed total is above its lines, when these are all known.
    """

    line: BudgetLine
    column: str
    total: Decimal | None
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    allocated: Allocated | None = None
    refusals: tuple[Refusal, ...] = ()
    sum: Sum = field(default_factory=Sum)
    difference: Decimal = Decimal(0)


_Found = dict[tuple[str, str], Contribution]


def contributions(where: Where, table: BudgetTable, wishes: Wishes) -> tuple[Contribution, ...]:
    """The contributions to every line, in the order of the budget and then of its columns.

    A printed total that is right is the sum of what its lines give, so that lines and totals
    agree to the cent; another total is divided itself, and so is one with its own `allocation`.
    """
    found: _Found = {}
    for line in table.budget.lines:
        for column in table.columns:
            if line.per is None:
                _fill(where, table, Cell(table.budget, line, column), wishes, found)
    order = [(line.id, column) for line in table.budget.lines for column in table.columns]
    return tuple(_marked(table, found[key]) for key in order if key in found)


def _marked(table: BudgetTable, found: Contribution) -> Contribution:
    """The contribution with how sure its total is."""
    key = (found.line.id, found.column)
    wrong = (t.difference for t in table.totals if t.complete and (t.line, t.column) == key)
    difference = (next(wrong, None) or Decimal(0)) * table.budget.multiplier
    return replace(found, sum=sum_of(table.budget, found.line, found.column), difference=difference)


def of_amount(where: Where, cell: Cell, wishes: Wishes) -> Allocated | Refusal:
    """One amount divided, in the same way as in the whole budget.

    Other bounds, steps or totals than the data have ask for another division of the amount itself.
    """
    request = of_cell(where, cell, wishes)
    if isinstance(request, Refusal):
        return request
    allocated = allocate(where.workspace, where.region, request)
    asked_anew = (wishes.total, wishes.minimum, wishes.maximum, wishes.step)
    if allocated.refusals or any(wish is not None for wish in asked_anew):
        return allocated
    tables = budget_tables(where.workspace, where.region, where.year)
    table = next(table for table in tables if table.budget is cell.budget)
    found: _Found = {}
    _fill(where, table, cell, wishes, found)
    total = found[cell.line.id, cell.column]
    keys = {one.allocated.request.key for one in found.values() if one.allocated}
    if total.allocated or keys != {request.key}:
        return allocated
    shares = tuple(_summed(share, total.shares) for share in allocated.shares)
    return replace(allocated, shares=shares, divisor=None)


def _summed(share: Share, sums: Mapping[str, Decimal]) -> Share:
    """What one gets of a total that is the sum of its lines."""
    if share.part is None:
        return share
    value = sums.get(share.municipality, Decimal(0))
    part = replace(share.part, value=value, outcome="sum", rank=None, tied=False)
    return replace(share, part=part)


def _fill(where: Where, table: BudgetTable, cell: Cell, wishes: Wishes, found: _Found) -> None:
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
    where: Where, table: BudgetTable, cell: Cell, wishes: Wishes, found: _Found
) -> Iterator[Contribution]:
    for line in parts_of(table.budget, cell.line.id):
        if line.per is None:
            _fill(where, table, Cell(table.budget, line, cell.column), wishes, found)
            part = found[line.id, cell.column]
            if part.total is not None:
                yield part


def _is_right(table: BudgetTable, cell: Cell) -> bool:
    """Whether a line is a printed total that is complete and equals the sum of its lines."""
    return cell.line.allocation is None and any(
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
