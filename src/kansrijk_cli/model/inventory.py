"""How complete a list is: without a complete inventory an empty cell is unknown, never "no"."""

from pydantic import Field

from kansrijk_cli.model.base import Item
from kansrijk_cli.model.moments import Day
from kansrijk_cli.model.references import InterventionRef, MunicipalityRef
from kansrijk_cli.model.types import Flag, Text


class Inventory(Item):
    """Wat er is nagevraagd, bij wie en wanneer."""

    complete: Flag = Field(
        title="Volledig",
        description="`true`: wat niet is ingevuld is er niet. `false`: dat is niet bekend.",
    )
    on: Day | None = Field(None, title="Stand op", description="De datum van de inventarisatie.")
    municipalities: tuple[MunicipalityRef, ...] = Field(
        (), title="Gemeenten", description="Alleen deze zijn nagevraagd; leeg: alle."
    )
    interventions: tuple[InterventionRef, ...] = Field(
        (), title="Interventies", description="Alleen deze zijn nagevraagd; leeg: alle."
    )
    text: Text | None = Field(None, title="Toelichting")
