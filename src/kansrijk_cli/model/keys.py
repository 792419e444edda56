"""Keys by which something is divided over municipalities, and how one thing is divided."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from kansrijk_cli.model.base import Item
from kansrijk_cli.model.moments import Day
from kansrijk_cli.model.numbers import NonNegative, Number
from kansrijk_cli.model.references import KeyRef, MunicipalityRef
from kansrijk_cli.model.types import Id, Line, Text

# The keys that need no definition. `table` is one of which a document shows only the result.
PlainKey = Literal["equal", "inhabitants", "births", "table"]
Method = Literal["largest-remainder", "dhondt", "sainte-lague", "huntington-hill", "adams"]


class Key(Item):
    """Een verdeelsleutel: een eigen tabel per gemeente, of een mix van andere sleutels."""

    id: Id
    title: Line = Field(title="Titel")
    on: Day | None = Field(
        None, title="Peildatum", description="De dag waarvan de cijfers van de sleutel zijn."
    )
    table: Mapping[MunicipalityRef, Number] = Field(
        {}, title="Tabel", description="Per gemeente een getal; alleen de verhouding telt."
    )
    mix: Mapping[KeyRef, Number] = Field(
        {},
        title="Mix",
        description="Per sleutel hoe zwaar hij telt, zoals `{equal: 30, births: 70}`.",
    )
    fixed: Number | None = Field(
        None,
        title="Vast deel",
        description="Wat elke gemeente eerst krijgt; de sleutel verdeelt wat dan over is.",
    )
    text: Text | None = Field(None, title="Toelichting")


class Deviation(Item):
    """Een aantal of bedrag dat met de hand is gekozen, met de reden."""

    value: Number = Field(title="Waarde")
    reason: Text = Field(title="Reden")


class Allocation(Item):
    """Hoe iets over gemeenten wordt verdeeld."""

    key: KeyRef | None = Field(None, title="Verdeelsleutel")
    on: Day | None = Field(
        None, title="Peildatum", description="Leeg: 1 januari van het jaar van de map."
    )
    method: Method | None = Field(
        None, title="Methode", description="Hoe wordt afgerond. Leeg: grootste resten."
    )
    step: NonNegative | None = Field(
        None,
        title="Stap",
        description="In welke stappen; leeg: hele aantallen, en bij geld hele centen.",
    )
    minimum: NonNegative | None = Field(
        None, title="Minimum", description="Per gemeente, naast dat van het doel zelf."
    )
    maximum: NonNegative | None = Field(
        None, title="Maximum", description="Per gemeente, naast dat van het doel zelf."
    )
    without: tuple[MunicipalityRef, ...] = Field(
        (), title="Doen niet mee", description="Gemeenten die niet meedoen."
    )
    deviations: Mapping[MunicipalityRef, Deviation] = Field(
        {}, title="Afwijkingen", description="Per gemeente een eigen waarde, met de reden."
    )
