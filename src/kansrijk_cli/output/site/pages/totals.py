"""What a plan costs a municipality in all, as far as the plan itself says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kansrijk_cli.compute.budget.sums import Sum, added, together
from kansrijk_cli.compute.budget.sureness import combined
from kansrijk_cli.compute.budget.tables import BudgetTable, parts_of
from kansrijk_cli.compute.dividing.contributions import Contribution
from kansrijk_cli.model.budgets import BudgetLine, Budgets
from kansrijk_cli.model.types import Bound
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.pages.beside import BUDGET
from kansrijk_cli.output.site.pages.local import Local
from kansrijk_cli.reports.budget_figures import column_name
from kansrijk_cli.reports.values import Euro, Remarked, Word


@dataclass(frozen=True, slots=True)
class Cost:
    """What a budget costs the municipality in a column. Without a `share` the plan does not tell.

    `whole` is then what is known of the whole budget. `left` are the lines of which nobody says
    who pays them, `open` those without an amount yet, and `sources` where the money comes from.
    """

    budget: Linked
    sources: tuple[str, ...]
    open: tuple[str, ...]
    column: object = None
    share: Linked | None = None
    bound: Word | None = None
    left: tuple[str, ...] = ()
    is_conditional: bool = False
    whole: tuple[object, ...] = ()


def costs(local: Local, facts: RegionFacts, year: YearFacts) -> Iterator[Cost]:
    """What each budget costs the municipality by column; all columns that do not tell it as one."""
    page = region_page(facts.id, BUDGET, year.year)
    for number, table in enumerate(year.budgets, 1):
        name = Linked(f"{table.budget.title}, {facts.region.name} {year.year}", page)
        about = name, tuple(_sources(year, table))
        contributed = year.contributions[table.budget.id]
        found = [_Found(table, column, contributed, facts, local.name) for column in table.columns]
        division = "bijdragen" if any(one.shares for one in contributed) else "begroting"
        for one in found:
            if one.is_told:
                yield one.told(*about, f"{page}#{division}-{number}")
        rest = [one for one in found if not one.is_told]
        if rest:
            open_lines = tuple(dict.fromkeys(name for one in rest for name in one.open))
            at = f"{page}#begroting-{number}"
            yield Cost(*about, open_lines, whole=tuple(w for one in rest for w in one.whole(at)))


class _Found:
    """Who pays the lines of a budget in a column: each that counts in no other, or else its parts.

    A line that stands for the municipality alone is its own, whatever key there is; one of another
    municipality is not.
    """

    def __init__(
        self,
        table: BudgetTable,
        column: str,
        found: Iterable[Contribution],
        facts: RegionFacts,
        name: str,
    ) -> None:
        self._table, self._column, self._facts, self._name = table, column, facts, name
        self._by_line = {one.line.id: one for one in found if one.column == column}
        self._sums: list[Sum] = []
        self._left: list[BudgetLine] = []
        self._share, self.is_told = Decimal(0), False
        for line in table.budget.lines:
            if line.under is None:
                self._take(line, frozenset())

    @property
    def open(self) -> tuple[str, ...]:
        """The lines without an amount yet."""
        return tuple(self._table.titles[id_] for id_ in added(self._sums).open)

    def told(self, budget: Linked, sources: tuple[str, ...], address: str) -> Cost:
        """The total of the municipality, with how sure it is."""
        total = added(self._sums)
        # What the municipality pays of the lines that are left is nothing or more.
        more: frozenset[Bound] = frozenset(("at-least",) if self._left else ())
        sure = combined(total.bounds | more)
        return Cost(
            budget,
            sources,
            self.open,
            column_name(self._table, self._column),
            Linked(Euro(self._share), address),
            Word("bound", sure) if sure else None,
            tuple(self._table.titles[line.id] for line in self._left),
            is_conditional=bool(total.conditional),
        )

    def whole(self, address: str) -> Iterator[object]:
        """The whole column, if there is an amount in it."""
        if any(one.total is not None for one in self._by_line.values()):
            amount = Linked(Euro(together(self._table.budget, self._column).value), address)
            column = column_name(self._table, self._column)
            yield Remarked(amount, column) if column else amount

    def _take(self, line: BudgetLine, above: frozenset[str]) -> None:
        one = self._by_line.get(line.id)
        if one is None:
            return
        place = self._facts.official(line.place) if line.place else None
        parts = parts_of(self._table.budget, line.id)
        if one.shares:
            self._add(one, one.shares.get(self._name, Decimal(0)))
        elif parts and line.id not in above:
            for part in parts:
                self._take(part, above | {line.id})
        elif one.total is not None and place == self._name:
            self._add(one, one.total)
        elif place in self._facts.table.municipalities and place != self._name:
            return
        elif one.total is None:
            self._sums.append(one.sum)
        else:
            self._left.append(line)

    def _add(self, one: Contribution, share: Decimal) -> None:
        self._sums.append(one.sum)
        self._share, self.is_told = self._share + share, True


def _sources(year: YearFacts, table: BudgetTable) -> Iterator[str]:
    """The sources of money of a budget, by name."""
    content = year.folder.files.content(Budgets)
    lines = table.budget.lines
    named = {
        *table.budget.funding,
        *(line.funding for line in lines),
        *(part.funding for line in lines for part in line.funded),
    }
    return (one.title for one in (content.funding if content else ()) if one.id in named)
