"""What each computed figure of a budget was made of."""

from collections.abc import Iterable, Iterator

from kansrijk_cli.compute.budget.columns import compared
from kansrijk_cli.compute.budget.rates import rates
from kansrijk_cli.compute.budget.sums import over_columns, sum_of, top_lines
from kansrijk_cli.compute.budget.tables import SINGLE_COLUMN, BudgetTable, amount_in, parts_of
from kansrijk_cli.compute.explain.explanation import About, Explanation, Fixed, Parameter
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import BudgetLine
from kansrijk_cli.workspace.register import Register


def explain_budget(table: BudgetTable, year: int, register: Register) -> Iterator[Explanation]:
    """Totals, all lines together, columns side by side, years, staff, rates and municipalities."""
    yield from _sums(table, year)
    for found in compared(table, year):
        names = (*about_line(table, found.line, found.column),)
        inputs = cells_of(table, [found.line], [found.against, found.column])
        yield Explanation("compared", names, "compared", inputs, year=year)
    for over in over_columns(table, year):
        about = (*about_line(table, over.line, None), Fixed("column", over.kind))
        inputs = cells_of(table, [over.line], over.columns)
        yield Explanation(
            "over", about, "over", inputs, {"count": len(over.columns)}, year=over.year
        )
    for group in rates(table.budget):
        lines = [rate.line for rate in group.rates]
        if len(lines) > 1:
            named = {"scale": group.scale, "tolerance": group.tolerance}
            inputs = (*cells_of(table, lines, [group.column]), *_fields(table, lines, "fte"))
            yield Explanation(
                "rate", about_line(table, None, group.column), "rate", inputs, named, year
            )
    staff = [ln.id for ln in table.budget.lines if ln.fte is not None and not ln.total]
    if staff:
        about, count = about_line(table, None, None), {"count": len(staff)}
        yield Explanation("fte", about, "fte", _fields(table, staff, "fte"), count, year)
    yield from _municipalities(table, year, register)


def _sums(table: BudgetTable, year: int) -> Iterator[Explanation]:
    budget = table.budget
    for line in budget.lines:
        parts = [part.id for part in parts_of(budget, line.id) if part.per is None]
        for column in table.columns if line.total and parts else ():
            found = sum_of(budget, line, column)
            count: dict[str, Parameter] = {"count": len(parts), "open": len(found.open)}
            rule = "sum"
            if found.sure:
                rule = "sum-open" if found.open else "sum-bound"
                count["bound"] = Fixed("bound", found.sure)
            inputs = cells_of(table, parts, [column])
            about = about_line(table, line.id, column)
            if inputs:
                yield Explanation("sum", about, rule, inputs, count, year)
    top = [line.id for line in top_lines(budget)]
    for column in table.columns if len(top) > 1 else ():
        about, count = about_line(table, None, column), {"count": len(top)}
        yield Explanation(
            "together", about, "together", cells_of(table, top, [column]), count, year
        )


def _municipalities(table: BudgetTable, year: int, register: Register) -> Iterator[Explanation]:
    for name in table.by_municipality:
        lines = [line.id for line in table.budget.lines if _is_for(line, name, register)]
        about = (*about_line(table, None, None), name)
        inputs = cells_of(table, lines, table.columns)
        count = {"count": len(lines)}
        yield Explanation("by-municipality", about, "by-municipality", inputs, count, year)


def _is_for(line: BudgetLine, name: str, register: Register) -> bool:
    if line.place is None or line.total or line.per:
        return False
    return register.official(line.place, (name,)) == name


def about_line(table: BudgetTable, line: str | None, column: str | None) -> tuple[About, ...]:
    """The budget, and the line and column by the names that a reader knows."""
    heads = {c.id: c.title or (Fixed("column", c.kind), c.period) for c in table.budget.columns}
    named = (table.titles[line] if line else None, heads.get(column or ""))
    return (table.budget.title, *(name for name in named if name))


def cells_of(table: BudgetTable, lines: Iterable[str], columns: Iterable[str]) -> tuple[Place, ...]:
    """Where the amounts stand; a cell that is empty stands nowhere."""
    places, wanted = places_of(table), list(columns)
    known = {line.id: line for line in table.budget.lines}
    return tuple(
        places[line].at(*(("amounts", column) if column in known[line].amounts else ("amount",)))
        for line in lines
        for column in wanted
        if amount_in(known[line], column) is not None
        if column in known[line].amounts or column == SINGLE_COLUMN
    )


def _fields(table: BudgetTable, lines: Iterable[str], name: str) -> tuple[Place, ...]:
    places = places_of(table)
    return tuple(places[line].at(name) for line in lines)


def places_of(table: BudgetTable) -> dict[str, Place]:
    """The place of each line by its id."""
    lines = table.place.at("lines")
    return {line.id: lines.at(index) for index, line in enumerate(table.budget.lines)}
