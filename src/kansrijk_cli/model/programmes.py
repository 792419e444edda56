"""`catalog/programmes.yaml`: the national programmes, with the documents that they prescribe."""

from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.references import InterventionRef
from kansrijk_cli.model.region import Source, Term
from kansrijk_cli.model.types import Flag, Id, Line, Text


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
