"""What is computed about a budget, as values to show: for the documents and for the command."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from kansrijk_cli.compute.budget.columns import compared
from kansrijk_cli.compute.budget.rates import rates
from kansrijk_cli.compute.budget.sums import (
    Sum,
    bound_of,
    over_columns,
    sum_of,
    together,
    top_lines,
)
from kansrijk_cli.compute.budget.sureness import Sureness
from kansrijk_cli.compute.budget.tables import BudgetTable, amount_in
from kansrijk_cli.model.budgets import Amount, BudgetLine
from kansrijk_cli.reports.values import Bounded, Euro, Measured, Phrase, Remarked, Word

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An actual or forecast beside its budget: the names of both columns and a row per line."""

    budget: object
    amount: object
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class RateRow:
    """The lowest and highest rate of a scale in a column, and how far they are apart."""

    column: object
    scale: Decimal
    low: Euro
    high: Euro
    spread: Measured
    margin: Measured


def money(
    amount: Amount | None, multiplier: int, line: BudgetLine | None = None, *, short: bool = False
) -> object:
    """Euros whatever the unit of the table, or the word that stands for them.

    A condition stands behind it; with `short` only that there is one.
    """
    if amount is None:
        return None
    shown: object
    if isinstance(amount.value, str):
        shown = Word("money", amount.value)
    else:
        bound = bound_of(line, amount) if line else amount.bound
        euro = Euro(amount.value * multiplier)
        shown = Bounded(bound, euro) if bound else euro
    if amount.condition is None:
        return shown
    full = Phrase((Word("mark", "condition"), amount.condition))
    return Remarked(shown, Word("mark", "conditional") if short else full)


def column_name(table: BudgetTable, name: str) -> object:
    """What a column is called; the only amount of a line has no name."""
    column = next((c for c in table.budget.columns if c.id == name), None)
    if column is None:
        return None
    return column.title or Phrase((Word("column", column.kind), column.period))


def differing(table: BudgetTable) -> list[Row]:
    """Every printed total that is not what its lines add up to, with the difference."""
    scale = table.budget.multiplier
    return [
        (
            table.titles[total.line],
            column_name(table, total.column),
            Euro(total.stated * scale),
            Euro(total.computed * scale),
            Euro(total.difference * scale),
        )
        for total in table.totals
        if total.complete and total.difference and total.stated is not None
    ]


def open_rows(table: BudgetTable) -> list[Row]:
    """Totals of which a part is not known yet, bounded or conditional, and what they come to.

    Lines that nothing adds up are taken together, when there are more of them.
    """
    budget = table.budget
    totals = [line for line in budget.lines if line.total and line.per is None]
    found: list[tuple[object, str, Sum, Sureness]] = [
        (table.titles[line.id], column, sum_of(budget, line, column), _printed(line, column))
        for line in totals
        for column in table.columns
    ]
    if len(top_lines(budget)) > 1:
        name = Word("text", "together")
        found += [(name, column, together(budget, column), None) for column in table.columns]
    return [
        (name, column_name(table, column), summed(s), _certain(s), _titles(table, s))
        for name, column, s, printed in found
        if s.conditional or (s.value and (s.open or s.sure != printed))
    ]


def _printed(line: BudgetLine, column: str) -> Sureness:
    return bound_of(line, amount_in(line, column))


def _certain(found: Sum) -> object:
    return summed(replace(found, value=found.certain))


def compared_parts(table: BudgetTable, year: int) -> list[Side]:
    """Every actual and forecast beside its budget, with the part of it and what is left."""
    sides: dict[tuple[str, str], Side] = {}
    for found in compared(table, year):
        key = (found.against, found.column)
        planned, named = (column_name(table, name) for name in key)
        side = sides.setdefault(key, Side(planned, named, []))
        part = None if found.share is None else percent(found.share * 100)
        side.rows.append(
            (
                table.titles[found.line],
                Euro(found.budget),
                Euro(found.amount),
                _sure(part, found.share_sure),
                _sure(Euro(found.left), found.sure),
            )
        )
    return list(sides.values())


def _sure(value: object, sure: Sureness) -> object:
    """A value with how sure it is; of what may be anything only that it is not known."""
    if sure is None or value is None:
        return value
    return Word("figure", "unknown") if sure == "unknown" else Bounded(sure, value)


def over_rows(table: BudgetTable, year: int) -> list[Row]:
    """Every line over the columns of a kind: per year, and over all years."""
    return [
        (
            table.titles[over.line],
            Word("column", over.kind),
            str(over.year) if over.year else Word("text", "all-columns"),
            summed(over.sum),
        )
        for over in over_columns(table, year)
    ]


def rate_rows(table: BudgetTable) -> list[RateRow]:
    """What an fte costs in each scale that more lines have."""
    return [
        RateRow(
            column_name(table, group.column),
            group.scale,
            Euro(Decimal(round(group.rates[0].value))),
            Euro(Decimal(round(group.rates[-1].value))),
            percent(group.spread),
            Measured(group.tolerance, "%"),
        )
        for group in rates(table.budget)
        if len(group.rates) > 1
    ]


def summed(found: Sum) -> object:
    """A sum in euros with how sure it is; of lines without any number the word they have."""
    if found.open and not found.value:
        words = set(found.open.values())
        word = words.pop() if len(words) == 1 else "unknown"
        return Word("figure" if word == "unknown" else "money", word)
    euros = Euro(found.value)
    return Bounded(found.sure, euros) if found.sure else euros


def percent(value: Fraction) -> Measured:
    """A percentage with one decimal, rounded half to even."""
    return Measured(Decimal(round(value * 10)).scaleb(-1), "%")


def _titles(table: BudgetTable, found: Sum) -> object:
    return tuple(table.titles[name] for name in found.open) or None
