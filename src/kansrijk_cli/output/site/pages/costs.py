"""Lines of budgets for one thing, and what plans cost a municipality."""

from collections.abc import Callable, Iterator

from kansrijk_cli.compute.budget.tables import amount_in
from kansrijk_cli.model.budgets import BudgetLine
from kansrijk_cli.output.contributions import contribution_marks
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.pages.beside import BUDGET
from kansrijk_cli.output.site.pages.budget import amount_place
from kansrijk_cli.output.site.pages.local import Local
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.reports.budget_figures import column_name, money
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.values import Euro
from kansrijk_cli.workspace.entry import each

Row = tuple[object, ...]


def lines_where(
    site: Site, facts: RegionFacts, year: YearFacts, wanted: Callable[[BudgetLine], bool]
) -> Iterator[Row]:
    """The amounts of some lines: title, budget, column, amount, and for what each."""
    for table in year.budgets:
        for place, line in each(table.place.at("lines"), table.budget.lines):
            for column in table.columns if wanted(line) else ():
                amount = amount_in(line, column)
                if amount:
                    at = site.lines.address(amount_place(place, line, column))
                    yield (
                        marked(line, table.titles[line.id], "title"),
                        _budget_link(facts, year, table.budget.title),
                        column_name(table, column),
                        Linked(money(amount, table.budget.multiplier, line), at),
                        line.per,
                    )


def own_lines(local: Local, facts: RegionFacts, year: YearFacts) -> Iterator[Row]:
    """The lines that stand for this municipality alone; a total is of lines that are there too."""

    def is_own(line: BudgetLine) -> bool:
        is_here = line.place is not None and facts.official(line.place) == local.name
        return is_here and not line.total

    return lines_where(local.site, facts, year, is_own)


def contributed(local: Local, facts: RegionFacts, year: YearFacts) -> Iterator[Row]:
    """The part of the municipality in lines that count in no other, by the keys of the plan."""
    for table in year.budgets:
        places = {ln.id: at for at, ln in each(table.place.at("lines"), table.budget.lines)}
        for one in year.contributions[table.budget.id]:
            if one.line.under is None and local.name in one.shares and one.total is not None:
                own = places[one.line.id]
                at = own.at("allocation") if one.line.allocation else table.place.at("key")
                whole = amount_place(own, one.line, one.column)
                yield (
                    table.titles[one.line.id],
                    _budget_link(facts, year, table.budget.title),
                    column_name(table, one.column),
                    Linked(Euro(one.total), local.line(whole)),
                    Linked(Euro(one.shares[local.name]), local.line(at)),
                    tuple(contribution_marks(one)),
                )


def _budget_link(facts: RegionFacts, year: YearFacts, title: str) -> Linked:
    told = f"{title}, {facts.region.name} {year.year}"
    return Linked(told, region_page(facts.id, BUDGET, year.year))
