"""The money of a plan: lines and totals, sources, and what is for which municipality."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kansrijk_cli.compute.budget.tables import BudgetTable, amount_in
from kansrijk_cli.compute.dividing.keys import own_keys
from kansrijk_cli.compute.explain.budget import explain_budget
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import BudgetLine, Budgets
from kansrijk_cli.output.budget_tables import depth_tables
from kansrijk_cli.output.contributions import contributions_table
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.overviews import budget_table
from kansrijk_cli.output.show import show
from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.output.site.facts import RegionFacts, YearFacts
from kansrijk_cli.output.site.frame import Page
from kansrijk_cli.output.site.notes import Notes
from kansrijk_cli.output.site.pages.beside import BUDGET, beside, region_step
from kansrijk_cli.output.site.site import Site
from kansrijk_cli.output.table import Table
from kansrijk_cli.reports.budget_figures import money
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.funding import Planned, funding_picture, planned, planned_cell
from kansrijk_cli.reports.values import Euro, Strong
from kansrijk_cli.workspace.entry import each

Row = tuple[object, ...]


def budget_page(site: Site, facts: RegionFacts, year: YearFacts) -> Page:
    """All budgets of a plan, and its sources of money."""
    register = site.workspace.register
    explained = chain.from_iterable(
        explain_budget(table, year.year, register) for table in year.budgets
    )
    notes = Notes(explained, site.lines)
    content = year.folder.files.content(Budgets)
    found = planned(year.budgets, year.year)
    values = {
        "facts": facts,
        "money": funding_picture(found, content.funding if content else ()),
        "budgets": [_budget(site, facts, year, table, notes) for table in year.budgets],
        "funding": list(_funding(site, facts, year, found)),
        "notes": notes,
    }
    return Page(
        Desk(region_page(facts.id, BUDGET, year.year)),
        f"{label('site-page', BUDGET)} {year.year}",
        "budget",
        values,
        part="regions",
        trail=(region_step(facts),),
        about=facts.region.name,
        nav=beside(facts, year),
    )


def _budget(
    site: Site, facts: RegionFacts, year: YearFacts, table: BudgetTable, notes: Notes
) -> dict[str, object]:
    shown, title = budget_table(table), table.budget.title
    # A sentence below the table compares lines by their scale.
    line, fte, *columns = shown.heads
    return {
        "budget": table.budget,
        "heads": [line, fte, label("head", "scale"), *columns],
        "right": [fte, label("head", "scale"), *columns],
        "columns": columns,
        "rows": list(_lines(site, table)),
        "closing": shown.closing,
        "why": [
            Linked(_asked_why(kind, title), why)
            for kind in ("fte", "rate")
            if (why := notes.address(kind, title))
        ],
        "depth": [
            (found, _explained(found, title, notes)) for found in depth_tables(table, year.year)
        ],
        "places": list(_by_municipality(site, facts, table, notes)),
        "contributions": _contributions(site, facts, year, table),
    }


def _asked_why(kind: str, title: str) -> str:
    """What a link to an explanation says: of what it is, in words that no other link has."""
    figure = label("explained-figure", kind).lower()
    return label("site", "why").format(figure=figure, budget=title)


def _lines(site: Site, table: BudgetTable) -> Iterator[Row]:
    """Every line, with its amounts."""
    scale = table.budget.multiplier
    for place, line in each(table.place.at("lines"), table.budget.lines):
        at = site.lines.address
        amounts = (
            Linked(
                marked(line, money(amount_in(line, column), scale, line), "amount", "amounts"),
                at(amount_place(place, line, column)),
            )
            for column in table.columns
        )
        row = (
            Linked(marked(line, table.titles[line.id], "title"), at(place)),
            Linked(marked(line, line.fte, "fte"), at(place.at("fte"))),
            Linked(marked(line, line.scale, "scale"), at(place.at("scale"))),
            *amounts,
        )
        yield tuple(Strong(cell) for cell in row) if line.total else row


def amount_place(place: Place, line: BudgetLine, column: str) -> Place:
    """Where an amount of a line stands; `place` is that of the line."""
    return place.at("amounts", column) if column in line.amounts else place.at("amount")


def _explained(table: Table, title: str, notes: Notes) -> list[Row]:
    """The rows of a computed table, of which each number leads to how it came about."""
    if label("head", "left") in table.heads:
        kinds: tuple[str, ...] = ("compared",)
    else:
        kinds = ("over",) if label("head", "over-years") in table.heads else ("sum", "together")
    return [
        (row[0], *(Linked(value, _why(row, title, kinds, notes)) for value in row[1:]))
        for row in table.rows
    ]


def _why(row: Sequence[object], title: str, kinds: tuple[str, ...], notes: Notes) -> str | None:
    """The explanation of a row: of its column if it names one, else the first of its line."""
    line, column = show(row[0]), show(row[1])
    wanted = [(kind, *names) for kind in kinds for names in ((line, column), (line,), (column,))]
    found = (notes.address(kind, title, *names) for kind, *names in wanted)
    return next(filter(None, found), None)


def _by_municipality(
    site: Site, facts: RegionFacts, table: BudgetTable, notes: Notes
) -> Iterator[Row]:
    """Of lines that stand for one municipality, what they come to."""
    for name, row in table.by_municipality.items():
        why = notes.address("by-municipality", table.budget.title, name)
        amounts = (row.get(column) for column in table.columns)
        yield (
            _named(site, facts, name),
            *(Linked(Euro(a), why) if a is not None else None for a in amounts),
        )


def _contributions(
    site: Site, facts: RegionFacts, year: YearFacts, table: BudgetTable
) -> Table | None:
    """Who contributes what by the keys of the plan itself; nothing when it names none."""
    found = year.contributions[table.budget.id]
    if not any(one.shares for one in found):
        return None
    keys = {name: key.title for name, key in own_keys(site.workspace, facts.folder).items()}
    shown = contributions_table(table, found, keys)
    line = site.lines.address(table.place.at("key"))
    rows = [(name, *(Linked(value, line) for value in values)) for name, *values in shown.rows]
    return replace(
        shown,
        rows=[(_named(site, facts, row[0]), *row[1:]) for row in rows],
        closing=_without_options(shown.closing or ""),
    )


def _without_options(text: str) -> str:
    """What a command says of a division, less the options that it names."""
    shorter = text.replace(label("text", "all-lines"), "")
    return shorter.replace(label("refusal", "no-key"), label("site", "no-key")).strip()


def _named(site: Site, facts: RegionFacts, name: object) -> object:
    """A municipality with the way to its page; "together" stays as it is."""
    is_member = isinstance(name, str) and name in facts.table.municipalities
    return Linked(name, site.directory.municipality(str(name))) if is_member else name


def _funding(
    site: Site, facts: RegionFacts, year: YearFacts, found: Sequence[Planned]
) -> Iterator[Row]:
    """Where the money comes from, and what is planned from it with the first line that is."""
    used = {part: place for place, part in _paid(year)}
    entry = year.folder.files.get(Budgets)
    for place, source in each(entry.place.at("funding"), entry.content.funding) if entry else ():
        yield (
            Linked(marked(source, source.title, "title"), site.lines.address(place)),
            facts.owners(source.parties),
            source.places,
            source.structural,
            source.period,
            Linked(
                marked(source, money(source.amount, 1), "amount"),
                site.lines.address(place.at("amount")),
            ),
            Linked(planned_cell(found, source.id), site.lines.address(used.get(source.id))),
            source.text,
        )


def _paid(year: YearFacts) -> Iterator[tuple[Place, str]]:
    """Where a source is said to pay, the first place of each source last."""
    for table in reversed(year.budgets):
        yield from ((table.place.at("funding"), name) for name in table.budget.funding)
        for place, line in reversed(list(each(table.place.at("lines"), table.budget.lines))):
            named = (line.funding, *(part.funding for part in line.funded))
            yield from ((place, name) for name in named if name)
