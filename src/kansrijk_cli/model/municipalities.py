"""`catalog/{municipalities,population,borders}.yaml`: what is known of every municipality."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from kansrijk_cli.model.base import File, Model
from kansrijk_cli.model.moments import Day
from kansrijk_cli.model.numbers import Number
from kansrijk_cli.model.references import MunicipalityRef
from kansrijk_cli.model.region import Source
from kansrijk_cli.model.types import Line


class Municipality(Model):
    """Een gemeente, met de periode waarin zij bestond en wie haar opvolgde."""

    code: Line = Field(pattern=r"^GM\d{4}$", title="Gemeentecode")
    name: Line = Field(title="Naam", description="De officiële naam volgens het CBS.")
    province: Line = Field(title="Provincie")
    ggd: Line | None = Field(None, title="GGD-regio")
    since: Day | None = Field(None, title="Bestaat sinds")
    until: Day | None = Field(None, title="Bestond tot en met")
    successors: tuple[Line, ...] = Field((), title="Opvolgers", description="Gemeentecodes.")
    aliases: tuple[Line, ...] = Field((), title="Andere namen")


class Municipalities(File):
    """Het register van gemeenten."""

    path: ClassVar = "catalog/municipalities.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    municipalities: tuple[Municipality, ...] = Field(title="Gemeenten")


class PopulationCount(Model):
    """Hoeveel mensen een gemeente in een jaar telt; wat niet bekend is, blijft weg."""

    inhabitants: int | None = Field(
        None, strict=True, ge=0, title="Inwoners", description="Op 1 januari."
    )
    births: int | None = Field(
        None, strict=True, ge=0, title="Levendgeborenen", description="In het jaar."
    )
    youths: int | None = Field(
        None,
        strict=True,
        ge=0,
        title="Jeugdigen",
        description="Op 1 januari. Zeg bij `note` tot welke leeftijd iemand meetelt.",
    )
    seniors: int | None = Field(
        None,
        strict=True,
        ge=0,
        title="Ouderen",
        description="Inwoners van 65 jaar en ouder, op 1 januari.",
    )


class Population(File):
    """Inwoners, geboorten, jeugdigen en 65-plussers per jaar en gemeente."""

    path: ClassVar = "catalog/population.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    population: Mapping[int, Mapping[MunicipalityRef, PopulationCount]] = Field(
        title="Bevolking", description="Per jaar, per gemeente."
    )


class Border(Model):
    """Waar een gemeente ligt: haar midden, en aan welke gemeenten zij grenst."""

    latitude: Number = Field(title="Breedtegraad", description="Van het midden, in graden (WGS84).")
    longitude: Number = Field(title="Lengtegraad", description="Van het midden, in graden (WGS84).")
    neighbours: tuple[MunicipalityRef, ...] = Field(
        (), title="Buren", description="De gemeenten waarmee zij een stuk grens deelt."
    )


class Borders(File):
    """De ligging van de gemeenten, om de dichtstbijzijnde te vinden."""

    path: ClassVar = "catalog/borders.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    borders: Mapping[MunicipalityRef, Border] = Field(
        title="Grenzen", description="Per gemeente, met de grenzen van een jaar."
    )
