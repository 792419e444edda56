"""`<year>/results.yaml`: what the plan wants to reach, and what is observed."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item, Model
from kansrijk_cli.model.keys import Allocation
from kansrijk_cli.model.moments import When
from kansrijk_cli.model.numbers import NonNegative, Number, Observed, Per
from kansrijk_cli.model.references import (
    ActivityRef,
    AgreementRef,
    CoalitionRef,
    ComponentRef,
    IndicatorRef,
    InterventionRef,
    NormRef,
    PartyRef,
    PlaceRef,
    ProgrammeRef,
    TargetRef,
)
from kansrijk_cli.model.types import Bound, Flag, Id, Line, Text

TargetKind = Literal[
    "per-municipality",
    "every-municipality",
    "per-programme",
    "count",
    "growth",
    "sum",
    "per-population",
    "region-spread",
    "frequency",
    "milestone",
    "narrative",
]


class Spread(Model):
    """Over hoeveel een regionaal minimum verdeeld moet zijn."""

    minimum: NonNegative = Field(title="Minimum")
    unit: Line = Field(title="Eenheid", description="Bijvoorbeeld `personen`.")


class TargetFields(Item):
    """What a target and a national norm have in common."""

    id: Id
    title: Line = Field(title="Titel")
    kind: TargetKind = Field(title="Soort doel")
    unit: Line | None = Field(
        None, title="Eenheid", description="Wat er geteld wordt, zoals `trajecten`."
    )
    intervention: InterventionRef | None = Field(None, title="Interventie")
    indicator: IndicatorRef | None = Field(None, title="Indicator")
    minimum: NonNegative | None = Field(None, title="Minimum")
    maximum: NonNegative | None = Field(None, title="Maximum")
    exact: NonNegative | None = Field(None, title="Precies")
    total: NonNegative | None = Field(None, title="Totaal", description="In de hele regio.")
    over: Spread | None = Field(None, title="Verdeeld over")
    per: Per | None = Field(
        None,
        title="Per",
        description="Bijvoorbeeld `10000` inwoners, of `year` bij een frequentie.",
    )
    of: Literal["inhabitants", "births", "youths", "seniors"] | None = Field(
        None,
        title="Van",
        description="Waarvan `per` telt: inwoners, geboorten, jeugdigen of 65-plussers.",
    )
    condition: Text | None = Field(None, title="Voorwaarde", description="Wanneer iets meetelt.")
    text: Text | None = Field(None, title="Toelichting")


class Target(TargetFields):
    """Een doel van het plan."""

    component: ComponentRef | None = Field(None, title="Onderdeel")
    activity: ActivityRef | None = Field(None, title="Activiteit")
    agreement: AgreementRef | None = Field(None, title="Afspraak")
    party: PartyRef | None = Field(None, title="Partij")
    coalition: CoalitionRef | None = Field(None, title="Coalitie")
    programmes: tuple[ProgrammeRef, ...] = Field((), title="Programma's")
    places: tuple[PlaceRef, ...] = Field(
        (), title="Plekken", description="Leeg: alle gemeenten van de regio."
    )
    baseline: NonNegative | None = Field(None, title="Beginstand")
    path: Mapping[Line, NonNegative] = Field(
        {}, title="Groeipad", description="Per jaar de waarde die dan gehaald moet zijn."
    )
    parts: Mapping[Line, NonNegative] = Field(
        {}, title="Delen", description="De delen die samen het totaal zijn."
    )
    by: When | None = Field(None, title="Uiterlijk", description="Leeg: het einde van het jaar.")
    measured_by: Literal["figures", "coverage"] = Field(
        "figures",
        title="Gemeten met",
        description="Waarnemingen (figures), of de inzet in `interventions.yaml` (coverage).",
    )
    allocation: Allocation | None = Field(
        None, title="Verdeling", description="Hoe het totaal over gemeenten wordt verdeeld."
    )
    norm: NormRef | None = Field(None, title="Landelijke norm")
    deviation: Text | None = Field(
        None, title="Reden van afwijking", description="Verplicht als het doel van de norm afwijkt."
    )
    persons: Flag | None = Field(
        None,
        title="Personen",
        description=(
            "Of dit mensen telt, zodat de drempel van de regio geldt. Leeg: ja, als de eenheid "
            "mensen noemt, zoals `gezinnen`. `false`: het gaat niet over mensen die te herkennen "
            "zijn."
        ),
    )


class Range(Model):
    """Het laagste en hoogste, en waarover."""

    low: Number = Field(title="Laagste")
    high: Number = Field(title="Hoogste")
    over: Line | None = Field(None, title="Over", description="Bijvoorbeeld `wijken`.")


class Figure(Item):
    """Een waarneming: de stand van een indicator of doel."""

    indicator: IndicatorRef | None = Field(None, title="Indicator")
    target: TargetRef | None = Field(None, title="Doel")
    programme: ProgrammeRef | None = Field(
        None, title="Programma", description="Bij een doel per programma: voor welk programma."
    )
    place: PlaceRef = Field(
        title="Plek", description="Een gemeente, de regio, een plek of een land."
    )
    period: When | None = Field(None, title="Periode")
    value: Observed | None = Field(
        None, title="Waarde", description="Een getal, of `unknown`, `nvt`, `suppressed`."
    )
    of: NonNegative | None = Field(
        None,
        title="Van",
        description="Bij personen: van hoeveel de waarde een deel is, zoals 97 `of` 120.",
    )
    minimum_met: Flag | None = Field(
        None,
        title="Minimum gehaald",
        description="Alleen bij `value: suppressed`: of het getal het minimum van het doel haalt.",
    )
    bound: Bound | None = Field(None, title="Grens")
    range: Range | None = Field(None, title="Bereik")
    trend: Literal["rising", "falling", "stable"] | None = Field(
        None, title="Trend", description="Stijgend, dalend of gelijk."
    )
    printed: Line | None = Field(
        None, title="Zoals gedrukt", description="De schrijfwijze in de bron, zoals `1 op de 5`."
    )
    forecast: Flag = Field(False, title="Prognose")
    persons: Flag | None = Field(
        None,
        title="Personen",
        description=(
            "Of dit mensen telt, zodat de drempel van de regio geldt. Leeg: zoals bij het doel of "
            "de indicator."
        ),
    )


class Results(File):
    """De doelen van een jaar en wat ervan is waargenomen."""

    path: ClassVar = "regions/{region}/{year}/results.yaml"

    targets: tuple[Target, ...] = Field((), title="Doelen")
    figures: tuple[Figure, ...] = Field((), title="Cijfers")
