"""`agreements.yaml`: who does what when, regionally and locally."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.moments import Dated
from kansrijk_cli.model.references import (
    ElementRef,
    InterventionRef,
    OwnerRef,
    PlaceRef,
    SupportRef,
)
from kansrijk_cli.model.types import Id, Level, Line, Phase, Status, Text


class Agreement(Item):
    """Een afspraak of processtap in de keten."""

    id: Id
    title: Line = Field(title="Titel")
    element: ElementRef | None = Field(None, title="Ketenelement")
    level: Level | None = Field(None, title="Niveau")
    phases: tuple[Phase, ...] = Field((), title="Fases")
    support: SupportRef | None = Field(None, title="Steunniveau")
    moment: Line | None = Field(
        None, title="Moment", description="Bijvoorbeeld `16 weken zwanger`."
    )
    intervention: InterventionRef | None = Field(None, title="Interventie")
    owners: tuple[OwnerRef, ...] = Field((), title="Eigenaren")
    period: Dated | None = Field(None, title="Periode")
    status: Status | None = Field(None, title="Stand")
    scope: Literal["regional", "local"] | None = Field(
        None,
        title="Alleen bedoeld voor",
        description=(
            "Alleen de regio (regional) of alleen gemeenten (local). Leeg: voor allebei, en dan "
            "valt op waar een van de twee ontbreekt."
        ),
    )
    regional: Text | None = Field(None, title="Regionale afspraak")
    local: Text | None = Field(None, title="Lokale afspraak")
    places: Mapping[PlaceRef, Text] = Field(
        {}, title="Afwijkingen", description="Wat op een plek anders is afgesproken."
    )
    roles: Mapping[OwnerRef, Text] = Field(
        {}, title="Rollen", description="Per partij `x`, of wat die partij doet."
    )


class Agreements(File):
    """De afspraken van de regio."""

    path: ClassVar = "regions/{region}/agreements.yaml"

    agreements: tuple[Agreement, ...] = Field(title="Afspraken")
