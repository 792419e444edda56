"""The budgets of a new year: the lines stay, the amounts must be decided again."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kansrijk_cli.compute.budget.funding import first_column
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import (
    Amount,
    Budget,
    BudgetLine,
    Budgets,
    Column,
    Funding,
    SharedAmounts,
)
from kansrijk_cli.renewal.allocations import allocation
from kansrijk_cli.renewal.asking import Asker, plain
from kansrijk_cli.renewal.closing import Closing
from kansrijk_cli.renewal.periods import has_bare_quarter, is_over, is_within
from kansrijk_cli.renewal.wording import names_year, with_year
from kansrijk_cli.rewriting.changes import Change, Remove, Replace
from kansrijk_cli.rewriting.sheet import Sheet
from kansrijk_cli.workspace.entry import Entry, each

TO_DECIDE, NOT_ASKED = "ntb", "nvt"


def changes(
    entry: Entry[Budgets], sheet: Sheet, closing: Closing, asker: Asker
) -> Iterator[Change]:
    """What changes in the budgets, without what is closed."""
    for place, funding in each(entry.place.at("funding"), entry.content.funding):
        if place in closing.lingering:
            yield asker.mark(place.route, "lingering")
        yield from _funding(funding, place, sheet, asker)
    for place, budget in each(entry.place.at("budgets"), entry.content.budgets):
        yield from _budget(budget, place, sheet, asker)


def _funding(funding: Funding, place: Place, sheet: Sheet, asker: Asker) -> Iterator[Change]:
    """The amount of a period that goes on stays: it was given for that whole period."""
    goes_on = funding.period and not (
        has_bare_quarter(funding.period) or is_over(funding.period, asker.new)
    )
    if funding.amount and not goes_on:
        yield from _amount(funding.amount, place.at("amount"), sheet, asker)
    if names_year(funding, asker.old):
        yield asker.mark(place.route, "names-year")


def _budget(budget: Budget, place: Place, sheet: Sheet, asker: Asker) -> Iterator[Change]:
    title = with_year(sheet, place.at("title").route, budget.title, asker.old, asker.new)
    if title:
        yield title
    yield from asker.leave_out(budget, place.route, "key_date")
    if names_year(budget, asker.old, without="title" if title else ""):
        yield asker.mark(place.route, "names-year")
    ahead = {column.id for column in budget.columns if _is_ahead(column, asker.new)}
    first = first_column(budget)
    for here, column in each(place.at("columns"), budget.columns):
        yield from _column(column, here, sheet, asker)
    for here, line in each(place.at("lines"), budget.lines):
        yield from _line(line, here, sheet, ahead, asker)
        yield from _funded(line, here, sheet, ahead, first, asker)
        for name, shared in line.shared.by_column(first).items() if line.shared else ():
            at = here.at("shared") if shared is line.shared else here.at("shared", "columns", name)
            if name not in ahead:
                yield from _shared(shared, at, sheet, asker)


def _is_ahead(column: Column, year: int) -> bool:
    """Whether a column was already about the new year or later."""
    start = None if has_bare_quarter(column.period) else column.period.start(year)
    return column.kind != "actual" and start is not None and start.year >= year


def _column(column: Column, place: Place, sheet: Sheet, asker: Asker) -> Iterator[Change]:
    if is_within(column.period, asker.old):
        text = column.period.text.replace(str(asker.old), str(asker.new))
        yield from asker.replace(column, place.route, "period", text)
    elif is_over(column.period, asker.new):
        yield asker.mark(place.route, "column-over")
    if column.title:
        title = with_year(sheet, place.at("title").route, column.title, asker.old, asker.new)
        if title:
            yield title


def _line(
    line: BudgetLine, place: Place, sheet: Sheet, ahead: set[str], asker: Asker
) -> Iterator[Change]:
    old = {column: cell for column, cell in line.amounts.items() if column not in ahead}
    if line.amount:
        yield from _amount(line.amount, place.at("amount"), sheet, asker)
    yield from _amounts(old, place.at("amounts"), sheet, asker)
    yield from asker.leave_out(line, place.route, "fte", "hours")
    yield from allocation(line.allocation, place.at("allocation"), asker)
    if line.bound and (line.amount or old):
        yield Remove(place.at("bound").route)
        yield from asker.forget(line, place.route, "bound")
    if names_year(line, asker.old):
        yield asker.mark(place.route, "names-year")


def _funded(
    line: BudgetLine, place: Place, sheet: Sheet, ahead: set[str], first: str, asker: Asker
) -> Iterator[Change]:
    """What each source of money pays, except in a column that was already about the new year."""
    for here, part in each(place.at("funded"), line.funded):
        if part.amount and (part.column or first) not in ahead:
            yield from _amount(part.amount, here.at("amount"), sheet, asker)
        if names_year(part, asker.old):
            yield asker.mark(here.route, "names-year")


def _shared(shared: SharedAmounts, place: Place, sheet: Sheet, asker: Asker) -> Iterator[Change]:
    """Which regions join stays; what they pay does not."""
    if shared.total:
        yield from _amount(shared.total, place.at("total"), sheet, asker)
    yield from _amounts(shared.regions, place.at("regions"), sheet, asker)


def _amounts(
    cells: Mapping[str, Amount], place: Place, sheet: Sheet, asker: Asker
) -> Iterator[Change]:
    """Amounts with a name each: one question for all."""
    if any(cell.value != NOT_ASKED for cell in cells.values()):
        was = plain({name: cell.value for name, cell in cells.items()})
        yield asker.mark(place.route, "amounts", was=was)
    for name, cell in cells.items():
        yield from _cell(cell, place.at(name), sheet, asker)


def _amount(amount: Amount, place: Place, sheet: Sheet, asker: Asker) -> Iterator[Change]:
    if amount.value != NOT_ASKED:
        was = plain(amount.value)
        yield asker.mark(place.route, "amount", was=was)
    yield from _cell(amount, place, sheet, asker)


def _cell(amount: Amount, place: Place, sheet: Sheet, asker: Asker) -> Iterator[Change]:
    """The amount itself. Words such as `PM` stay: they already say that it is open."""
    if not isinstance(amount.value, Decimal):
        return
    if sheet.twig(place.route).value.entries is None:
        yield Replace(place.route, TO_DECIDE)
        return
    yield from asker.replace(amount, place.route, "value", TO_DECIDE)
    if amount.bound:
        yield Remove(place.at("bound").route)
        yield from asker.forget(amount, place.route, "bound")
