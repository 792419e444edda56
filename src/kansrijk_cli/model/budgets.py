"""`<year>/budgets.yaml`: where the money comes from and what it is spent on."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item, Model, Shorthand
from kansrijk_cli.model.keys import Allocation
from kansrijk_cli.model.moments import Day, When
from kansrijk_cli.model.numbers import Money, NoFlag, NonNegative
from kansrijk_cli.model.references import (
    ColumnRef,
    ComponentRef,
    DepartmentRef,
    FundingRef,
    InterventionRef,
    KeyRef,
    LineRef,
    PartyRef,
    PlaceRef,
    SupportRef,
)
from kansrijk_cli.model.types import Bound, Flag, Id, Line, Text


class Amount(Shorthand):
    """Een bedrag in de eenheid van de begroting, of `PM`, `ntb` of `nvt`."""

    main_field: ClassVar = "value"

    value: Money = Field(
        title="Bedrag", description="Hele euro's of twee decimalen, of `PM`, `ntb`, `nvt`."
    )
    bound: Bound | None = Field(
        None,
        title="Grens",
        description="Minstens (at-least), hoogstens (at-most) of ongeveer (about).",
    )
    condition: Line | None = Field(
        None,
        title="Voorwaarde",
        description="Het bedrag komt er alleen als dit zo is; het wordt apart geteld.",
    )


class Funding(Item):
    """Een geldbron: een subsidie, regeling of bijdrage."""

    id: Id
    title: Line = Field(title="Titel")
    parties: tuple[PartyRef, ...] = Field((), title="Partijen")
    places: tuple[PlaceRef, ...] = Field((), title="Plekken")
    structural: Flag | None = Field(None, title="Structureel", description="`true`: elk jaar.")
    period: When | None = Field(None, title="Periode")
    amount: Amount | None = Field(None, title="Bedrag")
    text: Text | None = Field(None, title="Toelichting")


class Column(Item):
    """Een kolom van de begroting."""

    id: Id
    kind: Literal["budget", "actual", "forecast"] = Field(
        title="Soort", description="Begroting, realisatie of prognose."
    )
    period: When = Field(title="Periode")
    title: Line | None = Field(None, title="Kop")


class Funded(Model):
    """Welk deel van een regel een geldbron betaalt."""

    funding: FundingRef = Field(title="Geldbron")
    column: ColumnRef | None = Field(
        None, title="Kolom", description="Leeg: het enige bedrag, of anders de eerste kolom."
    )
    amount: Amount | None = Field(None, title="Bedrag")


class SharedAmounts(Model):
    """Wat een project samen kost, en wat elke regio betaalt."""

    total: Amount | None = Field(None, title="Bedrag")
    regions: Mapping[Id, Amount] = Field(
        {},
        title="Regio's",
        description="Per regio (de naam van haar map) wat zij betaalt, ook de eigen regio.",
    )


class Shared(SharedAmounts):
    """Een project van meer regio's: `total` is samen, de regel het deel van deze regio."""

    project: Line = Field(
        title="Project", description="De naam van het project, in elke regio gelijk geschreven."
    )
    columns: Mapping[ColumnRef, SharedAmounts] = Field(
        {}, title="Kolommen", description="Per kolom, als het er meer dan een zijn."
    )

    def by_column(self, first: str) -> Mapping[str, SharedAmounts]:
        """What is shared in each column; what names no column is about the `first`."""
        own = {first: self} if self.total or self.regions or not self.columns else {}
        return {**own, **self.columns}


class BudgetLine(Item):
    """Een regel van de begroting. Een gedrukt totaal is een regel met `total: true`."""

    id: Id
    title: Line | None = Field(None, title="Titel")
    intervention: InterventionRef | None = Field(None, title="Interventie")
    component: ComponentRef | None = Field(None, title="Onderdeel")
    place: PlaceRef | None = Field(None, title="Plek")
    party: PartyRef | None = Field(None, title="Partij")
    support: SupportRef | None = Field(None, title="Steunniveau")
    department: DepartmentRef | None = Field(None, title="Afdeling")
    code: Line | None = Field(None, title="Code", description="Kostenplaats of grootboeknummer.")
    under: LineRef | None = Field(
        None, title="Telt mee in", description="Id van de totaalregel waar deze regel in telt."
    )
    total: Flag = Field(False, title="Totaal", description="`true`: dit is een gedrukt totaal.")
    partial: Flag = Field(
        False, title="Niet alles", description="`true`: niet alle delen van dit totaal staan erbij."
    )
    fte: NonNegative | None = Field(None, title="Fte")
    hours: NonNegative | None = Field(None, title="Uren per week")
    scale: NonNegative | None = Field(None, title="Schaal", description="Salarisschaal.")
    amount: Amount | None = Field(None, title="Bedrag")
    amounts: Mapping[ColumnRef, Amount] = Field({}, title="Bedragen", description="Per kolom.")
    per: Line | None = Field(
        None, title="Per", description="Bij een tarief: waarvoor het bedrag geldt, zoals `gezin`."
    )
    bound: Bound | None = Field(None, title="Grens")
    funding: FundingRef | None = Field(None, title="Geldbron")
    funded: tuple[Funded, ...] = Field(
        (), title="Delen per geldbron", description="Bij meer geldbronnen: wie welk deel betaalt."
    )
    shared: Shared | None = Field(None, title="Gedeeld met regio's")
    allocation: Allocation | None = Field(
        None, title="Verdeling", description="Hoe dit bedrag over gemeenten wordt verdeeld."
    )
    text: Text | None = Field(None, title="Toelichting")


class Budget(Item):
    """Een begroting: regels die optellen tot gedrukte totalen."""

    id: Id
    title: Line = Field(title="Titel")
    multiplier: Annotated[Literal[1, 1000], NoFlag] = Field(
        1, title="Eenheid", description="1: bedragen in euro's; 1000: in duizenden euro's."
    )
    vat: Literal["including", "excluding", "exempt"] | None = Field(
        None, title="Btw", description="Inclusief, exclusief of vrijgesteld."
    )
    empty: Literal["unknown", "nvt"] = Field(
        "unknown", title="Lege cel", description="Wat een lege cel betekent."
    )
    key: KeyRef | None = Field(None, title="Verdeelsleutel")
    key_date: Day | None = Field(None, title="Peildatum")
    tolerance: NonNegative | None = Field(
        None,
        title="Marge",
        description="Hoeveel procent tarieven per fte in een schaal mogen verschillen; leeg: 1.",
    )
    funding: tuple[FundingRef, ...] = Field((), title="Geldbronnen")
    text: Text | None = Field(None, title="Toelichting")
    columns: tuple[Column, ...] = Field((), title="Kolommen")
    lines: tuple[BudgetLine, ...] = Field(title="Regels")


class Budgets(File):
    """De begrotingen van een jaar en hun geldbronnen."""

    path: ClassVar = "regions/{region}/{year}/budgets.yaml"

    funding: tuple[Funding, ...] = Field((), title="Geldbronnen")
    budgets: tuple[Budget, ...] = Field((), title="Begrotingen")
