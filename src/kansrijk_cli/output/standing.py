"""What `status` prints: a table for each part of how a plan stands, or one table of everything."""

from collections.abc import Iterator, Sequence

from kansrijk_cli.compute.progress.standing import Standing
from kansrijk_cli.output.documents.markdown import escape
from kansrijk_cli.output.formats import TABLES, renderer
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.lines import wrapped
from kansrijk_cli.output.show import show
from kansrijk_cli.output.standing_initiatives import initiative_list, initiative_tables
from kansrijk_cli.output.standing_shape import status_shape
from kansrijk_cli.output.table import Table
from kansrijk_cli.output.visible import visible
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.standing import (
    NOBODY,
    Row,
    asked,
    frequency_rows,
    moment_rows,
    open_rows,
)
from kansrijk_cli.reports.standing_flat import flat_rows
from kansrijk_cli.reports.standing_targets import need_rows, target_rows

POINT = "  - "
NUMBERS = ("achieved", "still-needed", "expected", "seen")
FLAT = (
    *("part", "what", "where", "when", "required", "achieved", "still-needed", "trend", "status"),
    "who",
)


def standing_text(context: Context, found: Standing, format: str) -> str:
    """Everything in a format: as CSV one table, otherwise the tables under a line that says what.

    Of a plan without any of it a sentence says so.
    """
    render = renderer(TABLES, format)
    if format == "json":
        return render(status_shape(context.folder.id, context.year.year, found))
    if format == "csv":
        return render(standing_sheet(context, found))
    is_seen = format == "table"
    plain = visible if is_seen else escape
    tables = [render(table) for table in initiative_tables(context, found, listed=is_seen)]
    if is_seen and found.initiatives:
        tables.append(visible("\n".join(initiative_list(context, found))) + "\n")
    tables += [render(table) for table in standing_tables(context, found, listed=is_seen)]
    if is_seen and found.open_items:
        tables.append(visible("\n".join(open_list(context, found))) + "\n")
    nothing = [f"{label('text', 'no-progress')}\n"]
    return "\n".join([f"{plain(title(context))}\n", *(tables or nothing)])


def open_list(context: Context, found: Standing) -> Iterator[str]:
    """What is open, under who is to act: five columns do not fit a terminal."""
    groups: dict[str, list[Row]] = {}
    for *item, who in open_rows(context, found):
        groups.setdefault(show(who), []).append(tuple(item))
    ask, nobody = asked(context, found), show(NOBODY)
    yield label("title", "progress_open")
    for who, items in groups.items():
        told = label("text", "ask").format(name=show(ask)) if who == nobody and ask else who
        yield from ("", *wrapped(f"{told[:1].upper()}{told[1:]}"))
        for what, kind, state, by in items:
            until = label("text", "until").format(day=show(by)) if by else None
            about = ", ".join(filter(None, (f"{show(kind)}: {show(state)}", until)))
            yield from wrapped(f"{show(what)} ({about})", POINT)


def standing_tables(context: Context, found: Standing, listed: bool = False) -> Iterator[Table]:
    """The filled tables, each without the columns that nothing fills.

    What is open is not among them when it is `listed` instead.
    """
    parts: dict[str, tuple[Sequence[str], list[Row]]] = {
        "progress_targets": (
            ("target", "required", "achieved", "still-needed", "trend", "status"),
            target_rows(found),
        ),
        "progress_needs": (
            ("target", "each", "still-needed", "over", "enough", "suppressed", "unknown"),
            need_rows(context, found),
        ),
        "progress_frequencies": (
            ("agreement", "agreed", "period", "expected", "seen", "status"),
            frequency_rows(found),
        ),
        "progress_moments": (
            ("moment", "what", "when", "required", "status", "who"),
            moment_rows(context, found),
        ),
        "progress_open": (
            ("what", "kind", "status", "due", "who"),
            [] if listed else open_rows(context, found),
        ),
    }
    for name, (heads, rows) in parts.items():
        if rows:
            yield _table(label("title", name), heads, rows)


def standing_sheet(context: Context, found: Standing) -> Table:
    """Everything in one table, for a spreadsheet."""
    heads = tuple(label("head", head) for head in FLAT)
    return Table(title(context), heads, list(flat_rows(context, found)))


def title(context: Context) -> str:
    """Of which region, year and day it is."""
    where = f"{context.region.name} {context.year.year}"
    return f"{label('title', 'status')} {where} ({show(context.on)})"


def _table(name: str, heads: Sequence[str], rows: Sequence[Row]) -> Table:
    kept = [i for i, _ in enumerate(heads) if any(show(row[i]) for row in rows)]
    shown = tuple(label("head", heads[i]) for i in kept)
    right = tuple(label("head", heads[i]) for i in kept if heads[i] in NUMBERS)
    # What each municipality still needs is a list of names there.
    numbers = () if "each" in heads else right
    return Table(name, shown, [tuple(row[i] for i in kept) for row in rows], numbers)
