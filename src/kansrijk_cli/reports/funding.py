"""What is planned from each source of money, for the table of sources and for a picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kansrijk_cli.compute.budget.by_source import Paid, paid
from kansrijk_cli.compute.budget.funding import available
from kansrijk_cli.compute.budget.sureness import combined
from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.model.budgets import Funding as Source
from kansrijk_cli.reports import pictures
from kansrijk_cli.reports.budget_figures import column_name, money
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.values import Bounded, Euro, Lines, Phrase, Word


@dataclass(frozen=True, slots=True)
class Planned:
    """What a source pays in a column of a budget."""

    source: str | None
    period: object
    parts: tuple[tuple[BudgetTable, Paid], ...]

    @property
    def value(self) -> Decimal:
        """All amounts that are known, added up."""
        return sum((p.value for _, p in self.parts if p.value is not None), Decimal(0))

    @property
    def shown(self) -> object:
        """The sum with how sure it is, or the word that all of it has."""
        if all(p.value is None for _, p in self.parts):
            is_pm = all(p.amount and p.amount.value == "PM" for _, p in self.parts)
            return Word("money", "PM" if is_pm else "ntb")
        sure = combined(bound for _, p in self.parts if (bound := p.bound))
        return Bounded(sure, Euro(self.value)) if sure else Euro(self.value)


def planned(tables: Iterable[BudgetTable], year: int) -> list[Planned]:
    """What is planned from each source in each column, over all budgets of a file."""
    found: dict[tuple[str | None, object], list[tuple[BudgetTable, Paid]]] = {}
    for table in tables:
        for part in paid(table.budget, year):
            key = part.source, column_name(table, part.column)
            found.setdefault(key, []).append((table, part))
    return [Planned(source, period, tuple(parts)) for (source, period), parts in found.items()]


def planned_cell(found: Sequence[Planned], source: str | None) -> object:
    """What is planned from a source as a cell of a table: a line for each period."""
    own = [p for p in found if p.source == source]
    lines = tuple(Phrase((p.period, p.shown)) if p.period else p.shown for p in own)
    return Lines(lines) if lines else None


def funding_picture(found: Sequence[Planned], sources: Sequence[Source]) -> pictures.Funding | None:
    """The money by source; `None` when no source has an amount."""
    named = {p.source for p in found if p.value}
    if not any(s.id in named or available(s) for s in sources):
        return None
    groups = [_group(found, source) for source in sources]
    unnamed = [p for p in found if p.source is None]
    if unnamed:
        name = Word("funding", "none")
        bars = tuple(_bar(p) for p in unnamed)
        groups.append(pictures.FundingGroup(name, bars, None, None))
    return pictures.Funding(tuple(groups))


def _group(found: Sequence[Planned], source: Source) -> pictures.FundingGroup:
    return pictures.FundingGroup(
        marked(source, source.title, "title"),
        tuple(_bar(p) for p in found if p.source == source.id),
        marked(source, money(source.amount, 1, short=True), "amount"),
        available(source),
    )


def _bar(own: Planned) -> pictures.FundingBar:
    return pictures.FundingBar(
        own.period, tuple(_part(table, p) for table, p in own.parts), own.shown
    )


def _part(table: BudgetTable, part: Paid) -> pictures.FundingPart:
    line, title = part.line, table.titles[part.line.id]
    shown: object = Word("money", "ntb")
    if part.amount:
        shown = money(part.amount, table.budget.multiplier, line, short=True)
    elif part.value is not None:
        shown = Euro(part.value)
    return pictures.FundingPart(
        marked(line, title, "title"), marked(line, shown, "amount", "amounts"), part.value
    )
