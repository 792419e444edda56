"""A table for a document."""

from kansrijk_cli.output.documents.markdown import escape
from kansrijk_cli.output.documents.markdown import table as markdown_table
from kansrijk_cli.output.table import Table


def render(table: Table) -> str:
    """The table with its caption."""
    closing = f"\n{escape(table.closing)}\n" if table.closing else ""
    return str(markdown_table(table.title, table.heads, table.rows, table.right)) + closing
