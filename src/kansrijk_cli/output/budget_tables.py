"""The tables that `budget` prints below the lines: what is open, spent, over years and per fte."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.compute.dividing.requests import Where
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.budget_figures import (
    compared_parts,
    open_rows,
    over_rows,
    rate_rows,
)
from kansrijk_cli.reports.payers import shared_rows, source_rows

OPEN = ("line", "column", "amount", "unconditional", "still-open")
SOURCES = ("line", "funding")
SHARED = ("project", "line", "all-regions", "each-region")
YEARS = ("line", "kind", "over-years", "amount")


def depth_tables(table: BudgetTable, year: int) -> Iterator[Table]:
    """Only the tables that have something to say."""
    yield from _named(table, "budget-open", OPEN, open_rows(table), (2, 3))
    for side in compared_parts(table, year):
        ends = (label("head", "part-of"), label("head", "left"))
        heads = (label("head", "line"), show(side.budget), show(side.amount), *ends)
        title = label("title", "budget-beside").format(
            title=table.budget.title, column=show(side.amount)
        )
        yield Table(title, heads, side.rows, heads[1:], label("text", "budget-beside"))
    yield from _named(table, "budget-years", YEARS, over_rows(table, year), (3,))


def payer_tables(table: BudgetTable, where: Where) -> Iterator[Table]:
    """Who pays what, when there are more sources of money or more regions."""
    content = where.year.files.content(Budgets)
    titles = {source.id: source.title for source in (content.funding if content else ())}
    sources = source_rows(lambda id_: titles.get(id_ or "", id_), table)
    yield from _named(table, "budget-sources", SOURCES, sources, ())
    yield from _named(table, "budget-shared", SHARED, shared_rows(where.workspace, table), (2,))


def rate_sentences(table: BudgetTable) -> Iterator[str]:
    """What an fte costs per scale, and how far that differs."""
    for row in rate_rows(table):
        names = ("scale", "low", "high", "spread", "margin")
        shown = {name: show(getattr(row, name)) for name in names}
        told = label("text", "rate").format_map(shown)
        column = show(row.column)
        yield label("text", "rate-of").format(column=column, rate=told) if column else told


def _named(
    table: BudgetTable,
    name: str,
    words: tuple[str, ...],
    rows: list[tuple[object, ...]],
    right: tuple[int, ...],
) -> Iterator[Table]:
    """A table if it has rows; without the column of columns when the budget has no columns."""
    if not rows:
        return
    kept = [i for i, word in enumerate(words) if word != "column" or table.budget.columns]
    heads = {i: label("head", words[i]) for i in kept}
    title = label("title", name).format(title=table.budget.title)
    shown = [tuple(row[i] for i in kept) for row in rows]
    on_right = tuple(heads[i] for i in right)
    closing = labels()["text"].get(name)
    yield Table(title, tuple(heads.values()), shown, on_right, closing)
