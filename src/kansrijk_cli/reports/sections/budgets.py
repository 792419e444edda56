"""Budgets, line by line, with printed totals, and where the money comes from."""

from collections.abc import Iterator

from kansrijk_cli.compute.budget import BudgetTable, amount_in, budget_tables
from kansrijk_cli.model.budgets import Amount, BudgetLine, Budgets, Funding
from kansrijk_cli.reports.context import Context, Data, Note, marked, notes
from kansrijk_cli.reports.values import Bounded, Euro, Strong, Word

ORDER, FILE = 100, Budgets


def build(context: Context) -> Data | None:
    """All budgets of the year and all funding."""
    budgets = context.take(Budgets, lambda file: file.budgets)
    funding = context.take(Budgets, lambda file: file.funding)
    computed = budget_tables(context.workspace, context.folder, context.year)
    tables = [_table(context, table) for table in computed if table.budget in budgets]
    if not tables and not funding:
        return None
    return {
        "tables": tables,
        "funding": [_funding_row(context, source) for source in funding],
        "notes": [
            *notes(funding, lambda source: source.title),
            *(
                Note(source.title, source.amount.note)
                for source in funding
                if source.amount and source.amount.note
            ),
        ],
    }


def _table(context: Context, table: BudgetTable) -> Data:
    lines = table.budget.lines
    columns = {column.id: column for column in table.budget.columns}
    return {
        "budget": table.budget,
        "funding": tuple(context.funding(source) for source in table.budget.funding),
        "columns": [columns.get(name) for name in table.columns],
        "rows": [_row(context, line, table) for line in lines],
        "fte": table.fte,
        "notes": [
            *notes([table.budget], lambda budget: budget.title),
            *notes(table.budget.columns, lambda column: column.title or column.id),
            *notes(lines, lambda line: table.titles[line.id]),
            *_amount_notes(table),
        ],
    }


def _amount_notes(table: BudgetTable) -> Iterator[Note]:
    for line in table.budget.lines:
        for amount in (line.amount, *line.amounts.values()):
            if amount and amount.note:
                yield Note(table.titles[line.id], amount.note)


def _row(context: Context, line: BudgetLine, table: BudgetTable) -> tuple[object, ...]:
    title = table.titles[line.id]
    amounts = (amount_in(line, column) for column in table.columns)
    about = (
        context.intervention(line.intervention),
        context.component(line.component),
        line.place,
        context.owner(line.party) if line.party else None,
        context.term(line.support),
        context.term(line.department),
    )
    row = (
        marked(line, title, "title"),
        line.text,
        tuple(name for name in about if name and name != title),
        line.code,
        marked(line, line.fte, "fte"),
        line.hours,
        line.scale,
        context.funding(line.funding),
        line.per,
        *(
            marked(line, money(amount, table.budget.multiplier, line), "amount", "amounts")
            for amount in amounts
        ),
    )
    return tuple(Strong(cell) if cell else cell for cell in row) if line.total else row


def money(amount: Amount | None, multiplier: int, line: BudgetLine | None = None) -> object:
    """Euros whatever the unit of the table, or the word that stands for them."""
    if amount is None:
        return None
    if isinstance(amount.value, str):
        return Word("money", amount.value)
    bound = amount.bound or (line.bound if line else None)
    euro = Euro(amount.value * multiplier)
    return Bounded(bound, euro) if bound else euro


def _funding_row(context: Context, source: Funding) -> tuple[object, ...]:
    return (
        marked(source, source.title, "title"),
        context.owners(source.parties),
        source.places,
        source.structural,
        source.period,
        marked(source, money(source.amount, 1), "amount"),
        source.text,
    )
