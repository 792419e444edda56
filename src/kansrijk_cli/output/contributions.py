"""What `budget --key` prints: who contributes what to a budget."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.compute.dividing.contributions import Contribution
from kansrijk_cli.output.dutch import euro, listing, number
from kansrijk_cli.output.explanations import key_title, key_with_years, refused
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table


def contributions_table(
    table: BudgetTable,
    found: Iterable[Contribution],
    keys: Mapping[str, str],
    *,
    advice: bool = False,
) -> Table:
    """What each municipality contributes to the lines that count in no other line.

    `keys` are the titles of the region's own keys; `advice` is for who can give other options.
    """
    lines = list(found)
    shown = [c for c in lines if c.line.under is None and c.shares]
    names = sorted({name for c in shown for name in c.shares})
    heads = tuple(_contribution_head(table, c) for c in shown)
    rows: list[tuple[object, ...]] = [
        (name, *(_cents(c.shares[name]) if name in c.shares else None for c in shown))
        for name in names
    ]
    if rows:
        totals = (_cents(c.total) if c.total is not None else None for c in shown)
        rows.append((label("text", "together"), *totals))
    title = label("title", "contributions").format(title=table.budget.title)
    closing = [
        *_how(table, lines, keys),
        *_remarks(table, lines),
        *_why_not(table, lines, advice),
        label("text", "all-lines"),
    ]
    return Table(title, (label("head", "municipality"), *heads), rows, heads, " ".join(closing))


def contributions_rows(table: BudgetTable, found: Iterable[Contribution]) -> Table:
    """Every contribution on a row of its own, for a spreadsheet."""
    words = ("line", "column", "municipality", "amount")
    rows = [
        (table.titles[c.line.id], _column_title(table, c.column), name, share)
        for c in found
        for name, share in c.shares.items()
    ]
    return Table(table.budget.title, tuple(label("head", word) for word in words), rows)


def _how(table: BudgetTable, found: list[Contribution], keys: Mapping[str, str]) -> Iterator[str]:
    """The key with its years and the method; of lines that differ in these, with which lines."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in found:
        if one.allocated and not one.refusals:
            request = one.allocated.request
            key = key_with_years(one.allocated, key_title(request.key, keys))
            named = groups.setdefault((key, request.method), [])
            named.append(table.titles[one.line.id])
    for (key, method), titles in groups.items():
        text = label("text", "method").format(key=key, method=label("method", method))
        about = listing(dict.fromkeys(titles))
        yield f"{about}: {text[:1].lower()}{text[1:]}" if len(groups) > 1 else text
    sums = [
        _contribution_title(table, one)
        for one in found
        if one.shares and one.allocated is None and one.line.under is None
    ]
    if sums:
        yield label("text", "sum-of-lines").format(titles=listing(sums))


def _remarks(table: BudgetTable, found: list[Contribution]) -> Iterator[str]:
    """What a reader must know of the totals: that one differs, is open or is on a condition."""
    for one in found:
        if one.total is None:
            continue
        title = _contribution_title(table, one)
        if one.difference:
            yield label("text", "divided-differs").format(
                title=title,
                total=euro(one.total),
                computed=euro(one.total - one.difference),
                difference=euro(abs(one.difference)),
            )
        if one.line.under is None and one.sum.open:
            names = listing(table.titles[name] for name in one.sum.open)
            word = "divided-room" if one.sum.has_room else "divided-open"
            yield label("text", word).format(title=title, names=names)
        if one.line.under is None and one.sum.conditional:
            yield label("text", "divided-conditional").format(
                title=title, amount=euro(one.sum.conditional)
            )


def _why_not(table: BudgetTable, found: list[Contribution], advice: bool) -> Iterator[str]:
    """The amounts that could not be divided, each reason once with the first line it is about."""
    told: dict[str, str] = {}
    for contribution in found:
        if contribution.line.under is None and contribution.total is None and contribution.sum.open:
            title = _contribution_title(table, contribution)
            yield label("text", "nothing-divided").format(title=title)
    for contribution in found:
        if contribution.refusals:
            why = refused(contribution.refusals, None, advice=advice)
            told.setdefault(why, table.titles[contribution.line.id])
    for why, title in told.items():
        yield label("text", "not-divided").format(title=title, why=why)


def _contribution_head(table: BudgetTable, contribution: Contribution) -> str:
    """What is divided, with whether that is all and certain."""
    title, marks = _contribution_title(table, contribution), contribution_marks(contribution)
    return ": ".join(filter(None, (title, ", ".join(marks))))


def contribution_marks(contribution: Contribution) -> Iterator[str]:
    """Whether an amount that is divided is all there is, and whether it is certain."""
    if contribution.sum.sure:
        yield label("bound", contribution.sum.sure)
    if contribution.sum.conditional:
        is_all = contribution.sum.conditional == contribution.total
        yield label("mark", "conditional" if is_all else "partly-conditional")


def _contribution_title(table: BudgetTable, contribution: Contribution) -> str:
    title = table.titles[contribution.line.id]
    column = _column_title(table, contribution.column)
    return f"{title} ({column})" if len(table.columns) > 1 else title


def _column_title(table: BudgetTable, name: str) -> str:
    column = next((c for c in table.budget.columns if c.id == name), None)
    if column is None:
        return ""
    return column.title or f"{label('column', column.kind)} {show(column.period)}"


def _cents(value: Decimal) -> str:
    """An amount with its cents, also when there are none, so that a column lines up."""
    return f"€ {number(value, 2)}"
