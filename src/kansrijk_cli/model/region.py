"""`region.yaml`: what the region is, its places, its own words and its sources."""

from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.keys import Key
from kansrijk_cli.model.moments import Dated
from kansrijk_cli.model.references import MunicipalityRef
from kansrijk_cli.model.types import Id, Line, Text


class Place(Item):
    """Een plek binnen de regio: een subregio, wijk, VSV, praktijk of school."""

    name: Line = Field(title="Naam")
    kind: Literal["subregion", "district", "vsv", "practice", "school"] = Field(
        title="Soort",
        description="Subregio, wijk (district), verloskundig verband (vsv), praktijk of school.",
    )
    municipalities: tuple[MunicipalityRef, ...] = Field(
        (), title="Gemeenten", description="De gemeenten waarin deze plek ligt."
    )
    text: Text | None = Field(None, title="Toelichting")


class Term(Item):
    """Een woord uit een eigen lijst van de regio."""

    id: Id
    name: Line = Field(title="Naam")
    text: Text | None = Field(None, title="Toelichting")


class Source(Item):
    """Een document waar feiten uit komen."""

    id: Id
    title: Line = Field(title="Titel")
    publisher: Line | None = Field(None, title="Uitgever")
    date: Dated | None = Field(None, title="Datum")
    version: Line | None = Field(None, title="Versie")
    address: Line | None = Field(None, title="Webadres")
    text: Text | None = Field(None, title="Toelichting")


class Region(File):
    """Een regio: wie erbij horen, welke plekken en woorden zij gebruikt, en haar bronnen."""

    path: ClassVar = "regions/{region}/region.yaml"
    required: ClassVar = True

    name: Line = Field(title="Naam")
    short: Line | None = Field(None, title="Korte naam")
    kinds: tuple[Literal["IZA", "GGD", "VSV", "own"], ...] = Field(
        min_length=1, title="Soort regio", description="IZA, GGD, VSV, of een eigen indeling (own)."
    )
    municipalities: tuple[MunicipalityRef, ...] = Field(
        min_length=1, title="Gemeenten", description="De gemeenten van de regio, bij naam."
    )
    threshold: int = Field(
        10,
        strict=True,
        ge=1,
        title="Drempel",
        description="Waargenomen aantallen personen onder deze drempel worden niet getoond.",
    )
    places: tuple[Place, ...] = Field((), title="Plekken")
    elements: tuple[Term, ...] = Field(
        (),
        title="Ketenelementen",
        description="Eigen ketenelementen, naast die van de programma's.",
    )
    support: tuple[Term, ...] = Field(
        (),
        title="Steunniveaus",
        description="Bijvoorbeeld basiszorg, steuntje in de rug, extra steun.",
    )
    departments: tuple[Term, ...] = Field((), title="Afdelingen")
    keys: tuple[Key, ...] = Field(
        (), title="Verdeelsleutels", description="Eigen sleutels om over gemeenten te verdelen."
    )
    sources: tuple[Source, ...] = Field((), title="Bronnen")
