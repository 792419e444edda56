"""The rows of a plan's standing one by one, so that each can have the line it comes from."""

from dataclasses import replace

from kansrijk_cli.compute.progress.activities import Initiative
from kansrijk_cli.compute.progress.owners import OpenItem
from kansrijk_cli.output.site.facts import YearFacts
from kansrijk_cli.reports.standing import initiative_rows, open_rows

Row = tuple[object, ...]


def initiative_row(year: YearFacts, found: Initiative, *, quarters: bool) -> Row:
    """Title, a mark in each quarter if asked, when, state and who."""
    [row] = initiative_rows(year.context, replace(year.standing, initiatives=(found,)), quarters)
    return row


def open_row(year: YearFacts, item: OpenItem) -> Row:
    """What is open, its kind, how it stands, by when, and who acts."""
    [row] = open_rows(year.context, replace(year.standing, open_items=(item,)))
    return row
