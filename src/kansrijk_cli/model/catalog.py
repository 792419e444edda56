"""`catalog/*.yaml`: what is national and shared by all regions."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item, Model
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.model.keys import Key
from kansrijk_cli.model.references import MunicipalityRef
from kansrijk_cli.model.region import Source, Term
from kansrijk_cli.model.results import TargetFields
from kansrijk_cli.model.types import Day, Flag, Id, Line, NoFlag, Text


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
    """Inwoners en geboorten van een gemeente in een jaar."""

    inhabitants: int | None = Field(
        None, strict=True, ge=0, title="Inwoners", description="Op 1 januari."
    )
    births: int | None = Field(
        None, strict=True, ge=0, title="Levendgeborenen", description="In het jaar."
    )


class Population(File):
    """Inwoners en geboorten per jaar en gemeente."""

    path: ClassVar = "catalog/population.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    population: Mapping[int, Mapping[MunicipalityRef, PopulationCount]] = Field(
        title="Bevolking", description="Per jaar, per gemeente."
    )


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
    persons: Flag = Field(False, title="Personen", description="`true`: telt mensen.")


class Indicators(File):
    """De indicatoren."""

    path: ClassVar = "catalog/indicators.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    indicators: tuple[Indicator, ...] = Field(title="Indicatoren")


class FormatPart(Item):
    """Een genummerd onderdeel van een voorgeschreven document."""

    id: Id
    number: Line = Field(title="Nummer")
    title: Line = Field(title="Titel")
    part_of: Id | None = Field(None, title="Hoort bij")
    optional: Flag = Field(False, title="Keuzeonderdeel")


class DocumentFormat(Item):
    """Een voorgeschreven document: zijn vragen en genummerde onderdelen."""

    id: Id
    title: Line = Field(title="Titel")
    questions: tuple[Term, ...] = Field((), title="Vragen")
    components: tuple[FormatPart, ...] = Field((), title="Onderdelen")


class Programme(Item):
    """Een landelijk programma, met zijn ketenelementen en formats."""

    id: Id
    name: Line = Field(title="Naam")
    short: Line | None = Field(None, title="Afkorting")
    aliases: tuple[Line, ...] = Field((), title="Andere namen")
    text: Text | None = Field(None, title="Toelichting")
    elements: tuple[Term, ...] = Field((), title="Ketenelementen")
    phases: tuple[Term, ...] = Field((), title="Fases")
    levels: tuple[Term, ...] = Field((), title="Niveaus")
    formats: tuple[DocumentFormat, ...] = Field((), title="Formats")


class Programmes(File):
    """De landelijke programma's."""

    path: ClassVar = "catalog/programmes.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    programmes: tuple[Programme, ...] = Field(title="Programma's")


class Norm(TargetFields):
    """Een landelijke norm: een doel dat voor elke regio geldt, met een reden als zij afwijkt."""

    element: Line | None = Field(None, title="Onderdeel")


class Norms(File):
    """De landelijke normen."""

    path: ClassVar = "catalog/norms.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    norms: tuple[Norm, ...] = Field(title="Normen")


class Settings(File):
    """De versie van de gegevens."""

    path: ClassVar = "kansrijk.yaml"
    required: ClassVar = True

    version: Annotated[Literal[1], NoFlag] = Field(
        title="Versie", description="De versie van dit gegevensformaat."
    )
