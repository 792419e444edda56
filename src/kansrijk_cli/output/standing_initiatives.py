"""What `status` prints of the initiatives: how many are how far in each quarter, and which."""

from collections.abc import Iterator

from kansrijk_cli.compute.progress.standing import Standing
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.lines import wrapped
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.standing_quarters import due_counts, due_rows

INDENT, POINT = "  ", "  - "


def initiative_tables(context: Context, found: Standing, listed: bool = False) -> Iterator[Table]:
    """The counts, and a table for each quarter unless the initiatives are `listed` instead."""
    if not found.initiatives:
        return
    counts = due_counts(context, found)
    numbers = (label("head", "initiatives"), *map(show, counts.states))
    yield Table(
        label("title", "progress_initiatives"),
        (label("head", "due-in"), *numbers),
        counts.rows,
        numbers,
        label("text", "due-in"),
    )
    if listed:
        return
    for group in due_rows(context, found, quarters=False):
        title = label("title", "progress_initiatives_of").format(name=show(group.name))
        used = [i for i in range(4) if any(row[i] for row in group.rows)]
        heads = [label("head", word) for word in ("initiative", "when", "status", "who")]
        rows = [tuple(row[i] for i in used) for row in group.rows]
        yield Table(title, tuple(heads[i] for i in used), rows)


def initiative_list(context: Context, found: Standing) -> Iterator[str]:
    """The initiatives under their quarter and how far they are: four columns do not fit."""
    for number, group in enumerate(due_rows(context, found, quarters=False)):
        if number:
            yield ""
        yield from wrapped(_upper(show(group.name)))
        for state, rows in group.states:
            yield from wrapped(f"{_upper(show(state))} ({len(rows)})", INDENT)
            for title, when, _state, who in rows:
                named = f"{show(title)} ({_flat(show(when))})" if when else show(title)
                owner = label("text", "by-whom").format(who=show(who))
                yield from wrapped(f"{named}, {owner}", POINT)


def _flat(text: str) -> str:
    """A text that can stand between brackets itself."""
    return text.replace(" (", ", ").replace(")", "")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
