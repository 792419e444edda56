"""Budgets, line by line, with printed totals, and where the money comes from."""

from collections.abc import Iterator
from dataclasses import replace

from kansrijk_cli.compute.budget.tables import BudgetTable, amount_in, budget_tables
from kansrijk_cli.model.budgets import BudgetLine, Budgets, Funding
from kansrijk_cli.reports.budget_figures import (
    compared_parts,
    differing,
    money,
    open_rows,
    over_rows,
    rate_rows,
)
from kansrijk_cli.reports.context import Context, Data, Note, marked, notes
from kansrijk_cli.reports.funding import funding_picture, planned, planned_cell
from kansrijk_cli.reports.keys import key_name
from kansrijk_cli.reports.payers import paid_by, shared_rows
from kansrijk_cli.reports.values import Strong, Word, rows_in_thousands

ORDER, FILE = 100, Budgets


def build(context: Context, thousands: bool = False) -> Data | None:
    """All budgets of the year and all funding; `thousands` shows tables in thousands of euros."""
    budgets = context.take(Budgets, lambda file: file.budgets)
    funding = context.take(Budgets, lambda file: file.funding)
    computed = budget_tables(context.workspace, context.folder, context.year)
    taken = [table for table in computed if table.budget in budgets]
    tables = [_table(context, table, thousands) for table in taken]
    if not tables and not funding:
        return None
    found = planned(taken, context.year.year)
    drawn = funding_picture(found, funding)
    rows = [_funding_row(context, source, planned_cell(found, source.id)) for source in funding]
    if drawn and (unnamed := planned_cell(found, None)):
        rows.append((Word("funding", "none"), *[None] * 5, unnamed, None))
    return {
        "tables": tables,
        "funding": rows_in_thousands(rows) if thousands else rows,
        "thousands": thousands,
        "money": drawn,
        "notes": [
            *notes(funding, lambda source: source.title),
            *(
                Note(source.title, source.amount.note)
                for source in funding
                if source.amount and source.amount.note
            ),
        ],
    }


def _table(context: Context, table: BudgetTable, thousands: bool) -> Data:
    lines = table.budget.lines
    columns = {column.id: column for column in table.budget.columns}
    rows = {
        "rows": [_row(context, line, table) for line in lines],
        "differing": differing(table),
        "open": open_rows(table),
        "over": over_rows(table, context.year.year),
        "shared": shared_rows(context.workspace, table),
    }
    sides = compared_parts(table, context.year.year)
    if thousands:
        rows = {name: rows_in_thousands(found) for name, found in rows.items()}
        sides = [replace(side, rows=rows_in_thousands(side.rows)) for side in sides]
    return {
        **rows,
        "compared": sides,
        "budget": table.budget,
        "funding": tuple(context.funding(source) for source in table.budget.funding),
        "columns": [columns.get(name) for name in table.columns],
        "fte": table.fte,
        "rates": rate_rows(table),
        "key": key_name(context, table.budget.key) if table.budget.key else None,
        "notes": [
            *notes([table.budget], lambda budget: budget.title),
            *notes(table.budget.columns, lambda column: column.title or column.id),
            *notes(lines, lambda line: table.titles[line.id]),
            *_amount_notes(table),
        ],
    }


def _amount_notes(table: BudgetTable) -> Iterator[Note]:
    for line in table.budget.lines:
        shared = line.shared
        amounts = (
            *(line.amount, *line.amounts.values()),
            *(part.amount for part in line.funded),
            *(
                amount
                for part in ((shared, *shared.columns.values()) if shared else ())
                for amount in (part.total, *part.regions.values())
            ),
        )
        for amount in amounts:
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
        paid_by(context.funding, line, table),
        line.per,
        *(
            marked(line, money(amount, table.budget.multiplier, line), "amount", "amounts")
            for amount in amounts
        ),
    )
    return tuple(Strong(cell) if cell else cell for cell in row) if line.total else row


def _funding_row(context: Context, source: Funding, used: object) -> tuple[object, ...]:
    return (
        marked(source, source.title, "title"),
        context.owners(source.parties),
        source.places,
        source.structural,
        source.period,
        marked(source, money(source.amount, 1), "amount"),
        used,
        source.text,
    )
