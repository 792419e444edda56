"""What `allocate` and `budget --key` share: their options, and finding what is asked for."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer
from typer.models import OptionInfo

from kansrijk_cli.cli.explaining import with_explanation
from kansrijk_cli.cli.options import choice, parse_day
from kansrijk_cli.cli.session import UseError, data_folder, find_region, find_year, load_data
from kansrijk_cli.output.formats import TABLES, renderer
from kansrijk_cli.output.labels import label, labels

if TYPE_CHECKING:
    from kansrijk_cli.compute.budget.tables import BudgetTable
    from kansrijk_cli.compute.dividing.allocation import Allocated
    from kansrijk_cli.compute.dividing.apportion import Refusal
    from kansrijk_cli.compute.dividing.requests import Where, Wishes

NUMBER = re.compile(r"\d+([.,]\d{1,2})?")
# What the data cannot mend: it is for whoever types the command to say.
ASKED_WRONG = ("no-key", "no-total", "no-amount", "no-step")


def parse_amount(text: str) -> Decimal:
    """A number as people type it: with a comma or point before at most two decimals."""
    if not NUMBER.fullmatch(text):
        raise typer.BadParameter(label("use", "an-amount"))
    return Decimal(text.replace(",", "."))


def amount(name: str, explanation: str) -> OptionInfo:
    """An option that takes a number."""
    option: OptionInfo = typer.Option(name, metavar="N", parser=parse_amount, help=explanation)
    return option


KeyName = Annotated[
    str | None,
    typer.Option("--key", metavar="SLEUTEL", help="equal, inhabitants, births, of een eigen id."),
]
MethodName = Annotated[
    str | None, choice("--method", tuple(labels()["method"]), "Hoe er wordt afgerond.")
]
Without = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="GEMEENTE", help="Doet niet mee. Mag vaker."),
]
KeyDay = Annotated[
    date | None,
    typer.Option("--on", metavar="DATUM", parser=parse_day, help="De peildatum van de cijfers."),
]


def where_to_divide(region: str, year: int) -> "Where":
    """The plan that somebody asks for."""
    from kansrijk_cli.compute.dividing.requests import Where

    workspace = load_data(data_folder()).value.workspace
    folder = find_region(workspace, region)
    return Where(workspace, folder, find_year(folder, year))


def divide(where: "Where", target: str, wishes: "Wishes") -> "Allocated":
    """Divide what is called so. Raises UseError when the command asks what cannot be asked."""
    from kansrijk_cli.compute.dividing.allocation import Allocated

    check_key(where, wishes.key)
    found = _divided(where, target, wishes)
    if not isinstance(found, Allocated):
        raise UseError("refused", why=_why((found,)))
    refuse_use(found.refusals)
    return found


def official_names(where: "Where", names: "list[str] | None") -> tuple[str, ...]:
    """Municipalities of the region by any of their names. Raises UseError for another."""
    members = where.municipalities
    for name in names or ():
        if where.official(name) not in members:
            raise UseError("no-member", name=name, known=", ".join(members))
    return tuple(where.official(name) for name in names or ())


def refuse_use(refusals: "tuple[Refusal, ...]") -> None:
    """End as wrong use when it is about the command and not about the data."""
    if any(refusal.why in ASKED_WRONG for refusal in refusals):
        raise UseError("refused", why=_why(refusals))


def shown(where: "Where", target: str, found: "Allocated", format: str) -> str:
    """An outcome in a format; one that was refused only has a form for programs."""
    from kansrijk_cli.output.allocations import allocation_table, explanation_table, wide_table
    from kansrijk_cli.output.explanations import key_title
    from kansrijk_cli.output.shapes.allocate import allocate_shape

    key = key_title(found.request.key, _titles(where))
    render, year = renderer(TABLES, format), where.year.year
    if format == "json":
        return render(allocate_shape(where.region.id, year, target, found, key))
    if found.refusals:
        return ""
    if format == "csv":
        return render(wide_table(found, key))
    tables = (
        allocation_table(found, key, where.region.name, year),
        explanation_table(found, key),
    )
    return "\n".join(map(render, tables))


def contributed(
    where: "Where", tables: "list[BudgetTable]", wishes: "Wishes", format: str, explain: bool
) -> tuple[str, bool]:
    """Who contributes what to budgets, and whether everything could be divided."""
    from kansrijk_cli.compute.dividing.contributions import contributions
    from kansrijk_cli.compute.explain.contributions import explain_contributions
    from kansrijk_cli.output.contributions import contributions_rows, contributions_table
    from kansrijk_cli.output.shapes.contributions import contributions_shape

    check_key(where, wishes.key)
    found = [(table, contributions(where, table, wishes)) for table in tables]
    refusals = tuple(r for _, lines in found for line in lines for r in line.refusals)
    refuse_use(refusals)
    render = renderer(TABLES, format)
    if format == "json":
        text = render(contributions_shape(where.region.id, where.year.year, found))
    elif format == "csv":
        text = "\n".join(render(contributions_rows(table, lines)) for table, lines in found)
    else:
        keys = _titles(where)
        text = "\n".join(
            render(contributions_table(table, lines, keys, advice=True)) for table, lines in found
        )
    if explain:
        year, keys = where.year.year, _titles(where)
        how = (e for table, lines in found for e in explain_contributions(table, lines, year, keys))
        text = with_explanation(text, "budget", where.region.id, how, format)
    return text, not refusals


def _titles(where: "Where") -> dict[str, str]:
    """What the region's own keys and those of the catalogue are called."""
    from kansrijk_cli.compute.dividing.keys import own_keys

    return {name: key.title for name, key in own_keys(where.workspace, where.region).items()}


def check_key(where: "Where", name: str | None) -> None:
    """Raises UseError for the name of a key that does not exist."""
    from kansrijk_cli.compute.dividing.keys import key_names
    from kansrijk_cli.core.nearest import nearest

    names = key_names(where.workspace, where.region)
    if name is not None and name not in names:
        near = nearest(name, names)
        known = ", ".join(names)
        raise UseError(
            "no-key-near" if near else "no-key-called", name=name, near=near, known=known
        )


def _divided(where: "Where", name: str, wishes: "Wishes") -> "Allocated | Refusal":
    from kansrijk_cli.compute.dividing.allocation import Request, allocate
    from kansrijk_cli.compute.dividing.contributions import of_amount
    from kansrijk_cli.compute.dividing.requests import find_cells, find_target, of_target

    target, cells = find_target(where, name), find_cells(where, name)
    if target:
        request = of_target(where, target, wishes)
        if isinstance(request, Request):
            return allocate(where.workspace, where.region, request)
        return request
    if len(cells) > 1:
        known = ", ".join(f"{name}/{cell.column}" for cell in cells)
        raise UseError("which-column", name=name, known=known)
    if not cells:
        raise _no_target(where, name)
    return of_amount(where, cells[0], wishes)


def _no_target(where: "Where", name: str) -> UseError:
    from kansrijk_cli.compute.dividing.requests import names_to_divide
    from kansrijk_cli.core.nearest import nearest

    names = names_to_divide(where)
    near = nearest(name, names)
    return UseError(
        "no-target-near" if near else "no-target",
        name=name,
        near=near,
        region=where.region.id,
        year=where.year.year,
        known=", ".join(names),
    )


def _why(refusals: "tuple[Refusal, ...]") -> str:
    from kansrijk_cli.output.explanations import refused

    return refused(refusals, "", advice=True)
