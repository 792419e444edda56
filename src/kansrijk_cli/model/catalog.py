"""`catalog/*.yaml`: interventions, indicators and keys that regions share."""

from typing import ClassVar

from pydantic import Field

from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.model.keys import Key
from kansrijk_cli.model.region import Source
from kansrijk_cli.model.types import Flag, Id, Line, Text


class Keys(File):
    """De verdeelsleutels die meer regio's gebruiken."""

    path: ClassVar = "catalog/keys.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    keys: tuple[Key, ...] = Field(title="Verdeelsleutels")


class CatalogInterventions(File):
    """De interventies en instrumenten die in meer regio's voorkomen."""

    path: ClassVar = "catalog/interventions.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    interventions: tuple[Intervention, ...] = Field(title="Interventies")


class Indicator(Item):
    """Een indicator, met wat er precies geteld wordt."""

    id: Id
    name: Line = Field(title="Naam")
    unit: Line = Field(title="Eenheid", description="Bijvoorbeeld `%` of `per 1.000 geboorten`.")
    definition: Text | None = Field(None, title="Definitie")
    publisher: Line | None = Field(None, title="Bronhouder")
    persons: Flag | None = Field(
        None,
        title="Personen",
        description=(
            "Of dit mensen telt, zodat de drempel van de regio geldt. Leeg: ja, als de eenheid "
            "mensen noemt, zoals `kinderen`."
        ),
    )


class Indicators(File):
    """De indicatoren."""

    path: ClassVar = "catalog/indicators.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    indicators: tuple[Indicator, ...] = Field(title="Indicatoren")
