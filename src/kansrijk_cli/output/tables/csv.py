"""A table for a spreadsheet: semicolons, as Dutch programs expect, and numbers as they are."""

import csv
from decimal import Decimal
from io import StringIO

from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.values import Euro

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render(table: Table) -> str:
    """The heads and rows; title and closing stay out."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(map(_cell, table.heads))
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return buffer.getvalue()


def _cell(value: object) -> str:
    """Numbers with a decimal comma and nothing else; a text never starts a formula."""
    if isinstance(value, Euro):
        value = value.amount
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return f"{Decimal(value):f}".replace(".", ",")
    text = show(value)
    safe = f"'{text}" if text.startswith(FORMULA_STARTS) else text
    return "\n".join(safe.splitlines())
