"""`kansrijk/contributions/1`, of `kansrijk budget --key`. Amounts are in euros."""

from collections.abc import Iterable
from typing import ClassVar

from kansrijk_cli.compute.budget.tables import BudgetTable
from kansrijk_cli.compute.dividing.contributions import Contribution
from kansrijk_cli.model.keys import Method
from kansrijk_cli.output.shapes.allocate import RefusalShape, refusal_shape
from kansrijk_cli.output.shapes.base import Number, Part, Shape


class ContributionShape(Part):
    """Een bedrag en wie wat bijdraagt. `key` en `method` zijn `null` bij een som van andere regels.

    `difference` is hoeveel een gedrukt totaal hoger is dan zijn regels. Wat `open` is, maakt het
    `at_least`, behalve als een gedrukt totaal er ruimte voor heeft. `conditional` is het deel onder
    voorwaarde.
    """

    line: str
    column: str
    total: Number | None
    key: str | None
    key_years: dict[str, int]
    method: Method | None
    difference: Number
    conditional: Number
    at_least: bool
    open: list[str]
    municipalities: dict[str, Number]
    refusals: list[RefusalShape]


class DividedShape(Part):
    """Een begroting die verdeeld is."""

    id: str
    title: str
    contributions: list[ContributionShape]


class ContributionsShape(Shape):
    """De uitkomst van `kansrijk budget --key`. Bijdragen tellen op de cent op tot het bedrag."""

    name: ClassVar = "contributions"

    region: str
    year: int
    budgets: list[DividedShape]


def contributions_shape(
    region: str, year: int, found: Iterable[tuple[BudgetTable, Iterable[Contribution]]]
) -> ContributionsShape:
    """The contributions in their published shape; budgets by id, lines as in the budget."""
    budgets = [
        DividedShape(
            id=table.budget.id,
            title=table.budget.title,
            contributions=[_contribution(one) for one in divided],
        )
        for table, divided in sorted(found, key=lambda pair: pair[0].budget.id)
    ]
    return ContributionsShape(region=region, year=year, budgets=budgets)


def _contribution(found: Contribution) -> ContributionShape:
    allocated = found.allocated
    years = allocated.weights.years if allocated else {}
    return ContributionShape(
        line=found.line.id,
        column=found.column,
        total=found.total,
        key=allocated.request.key if allocated else None,
        key_years={str(measure): year for measure, year in sorted(years.items())},
        method=allocated.request.method if allocated else None,
        difference=found.difference,
        conditional=found.sum.conditional,
        at_least=found.sum.at_least,
        open=sorted(found.sum.open),
        municipalities=dict(found.shares),
        refusals=[refusal_shape(refusal) for refusal in found.refusals],
    )
