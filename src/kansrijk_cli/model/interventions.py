"""`interventions.yaml`: what the region offers, and where it runs (the matrix)."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item, Shorthand
from kansrijk_cli.model.inventory import Inventory
from kansrijk_cli.model.moments import Dated, Day
from kansrijk_cli.model.references import InterventionRef, OwnerRef, PlaceRef, SupportRef
from kansrijk_cli.model.types import Flag, Id, Line, Phase, Prevention, Status, Text


class Recognition(Shorthand):
    """De erkenning van een interventie, volgens wie en tot wanneer."""

    main_field: ClassVar = "status"

    status: Literal[
        "well-described",
        "well-founded",
        "first-indications",
        "good-indications",
        "strong-indications",
        "not-recognised",
        "unknown",
    ] = Field(
        title="Niveau",
        description="Niveau in de databank van NJi of RIVM; `unknown` als er geen bron is.",
    )
    by: Line | None = Field(None, title="Volgens", description="Wie de erkenning gaf.")
    on: Day | None = Field(None, title="Datum van erkenning")
    until: Day | None = Field(None, title="Geldig tot en met")
    address: Line | None = Field(None, title="Webadres")


class Intervention(Item):
    """Een interventie, instrument, wettelijke taak of werkwijze."""

    id: Id
    name: Line = Field(title="Naam")
    aliases: tuple[Line, ...] = Field(
        (), title="Andere namen", description="Andere schrijfwijzen die in documenten voorkomen."
    )
    public_name: Line | None = Field(None, title="Naam voor inwoners")
    kind: Literal["intervention", "instrument", "statutory", "process"] = Field(
        title="Soort",
        description="Interventie, instrument, wettelijke taak (statutory) of werkwijze (process).",
    )
    phases: tuple[Phase, ...] = Field(
        (), title="Fases", description="Voor, tijdens of na de zwangerschap."
    )
    prevention: tuple[Prevention, ...] = Field(
        (),
        title="Preventieniveau",
        description=(
            "Universeel (universal, voor iedereen), selectief (selective, voor groepen met een "
            "verhoogd risico), geïndiceerd (indicated, bij beginnende klachten) of zorggericht "
            "(care, bij een probleem)."
        ),
    )
    support: SupportRef | None = Field(None, title="Steunniveau")
    target_group: Text | None = Field(None, title="Doelgroep")
    recognition: Recognition | None = Field(None, title="Erkenning")
    since: Day | None = Field(
        None, title="Verplicht sinds", description="Alleen bij een wettelijke taak."
    )
    text: Text | None = Field(None, title="Toelichting")


class Deployment(Shorthand):
    """De inzet van een interventie op een plek."""

    main_field: ClassVar = "status"

    status: Status = Field(
        title="Stand",
        description="Actief, in opstart, gepland, gestopt (ended), er niet (none) of onbekend.",
    )
    period: Dated | None = Field(None, title="Periode")
    everywhere: Flag = Field(
        False,
        title="Overal",
        description="Bij de regio of een plek: `true` betekent in elke gemeente daarvan.",
    )
    owners: tuple[OwnerRef, ...] = Field((), title="Eigenaren")
    name: Line | None = Field(None, title="Naam ter plaatse")


class Interventions(File):
    """Het aanbod van de regio en waar het wordt ingezet."""

    path: ClassVar = "regions/{region}/interventions.yaml"

    inventory: Inventory | None = Field(None, title="Inventarisatie")
    interventions: tuple[Intervention, ...] = Field(
        (), title="Eigen interventies", description="Wat niet in de landelijke catalogus staat."
    )
    deployments: Mapping[PlaceRef, Mapping[InterventionRef, Deployment]] = Field(
        {}, title="Inzet", description="Per plek en interventie: de status, of meer dan dat."
    )
