"""`catalog/*.yaml`: what is national and shared by all regions."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from kansrijk_cli.model.base import File, Item, Model
from kansrijk_cli.model.interventions import Intervention
from kansrijk_cli.model.keys import Key
from kansrijk_cli.model.moments import Day
from kansrijk_cli.model.numbers import NoFlag, Number
from kansrijk_cli.model.references import InterventionRef, MunicipalityRef
from kansrijk_cli.model.region import Source, Term
from kansrijk_cli.model.results import TargetFields
from kansrijk_cli.model.types import Flag, Id, Line, Text

# The version of the data that this program works with. A newer one needs a step in `migrations/`.
FORMAT_VERSION = 1
OTHER_VERSION = "KR033"


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


class FormatQuestion(Item):
    """Een vraag van een voorgeschreven document."""

    id: Id
    name: Line = Field(title="Naam")
    text: Text | None = Field(None, title="Vraag")
    level: Literal["whole", "area", "part"] = Field(
        title="Bij",
        description=(
            "Bij welke onderdelen de vraag hoort: een los onderdeel zonder delen (whole), een "
            "leefgebied met delen (area) of een deel daarvan (part)."
        ),
    )
    optional: Flag = Field(False, title="Mag leeg blijven")
    filled_by: (
        Literal[
            "activities", "agreements", "budgets", "deployments", "figures", "parties", "targets"
        ]
        | None
    ) = Field(
        None,
        title="Gevuld uit",
        description="Welke gegevens van het plan ook iets over deze vraag zeggen.",
    )


class FormatPart(Item):
    """Een genummerd onderdeel van een voorgeschreven document."""

    id: Id
    number: Line = Field(title="Nummer")
    title: Line = Field(title="Titel")
    part_of: Id | None = Field(None, title="Hoort bij")
    optional: Flag = Field(False, title="Keuzeonderdeel")
    stage: Literal["basic", "running", "new"] | None = Field(
        None,
        title="Status",
        description=(
            "Basisfunctionaliteit (basic), of een aanpak die al loopt (running) of nieuw is (new)."
        ),
    )
    interventions: tuple[InterventionRef, ...] = Field(
        (), title="Interventies", description="Waarvan de inzet bij dit onderdeel hoort."
    )
    text: Text | None = Field(
        None, title="Gevraagd", description="Wat het onderdeel vraagt, in eigen woorden."
    )


class DocumentFormat(Item):
    """Een voorgeschreven document: zijn vragen en genummerde onderdelen."""

    id: Id
    title: Line = Field(title="Titel")
    questions: tuple[FormatQuestion, ...] = Field((), title="Vragen")
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

    element: Line | None = Field(
        None, title="Onderdeel", description="De titel van een onderdeel van een format."
    )
    counts: Literal["local-coalitions", "regional-coalitions"] | None = Field(
        None,
        title="Telt",
        description="Wat uit `coalitions.yaml` meetelt: lokale of regionale coalities.",
    )
    needs: Line | None = Field(
        None,
        title="Nodig om te rekenen",
        description="Welk getal er nog niet is, waardoor de norm geen getal voor de regio geeft.",
    )


class Norms(File):
    """De landelijke normen."""

    path: ClassVar = "catalog/norms.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    norms: tuple[Norm, ...] = Field(title="Normen")


def _refuse_other_version(value: object) -> object:
    """A version that there was, or that may come; anything else is no version at all."""
    if not isinstance(value, int) or value < 1 or value == FORMAT_VERSION:
        return value
    if value > FORMAT_VERSION:
        params = {"newer": str(value), "known": str(FORMAT_VERSION)}
    else:
        params = {"older": str(value), "current": str(FORMAT_VERSION)}
    raise PydanticCustomError(OTHER_VERSION, "version", params)


class Settings(File):
    """De versie van de gegevens."""

    path: ClassVar = "kansrijk.yaml"
    required: ClassVar = True

    version: Annotated[Literal[1], NoFlag, BeforeValidator(_refuse_other_version)] = Field(
        title="Versie", description="De versie van dit gegevensformaat."
    )
