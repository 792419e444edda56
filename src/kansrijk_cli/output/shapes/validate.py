"""`kansrijk/validate/1`."""

from datetime import date
from typing import ClassVar, TypeAlias

from pydantic import Field

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.shapes.base import Number, Part, Shape

Parameter: TypeAlias = str | int | Number | date | tuple[str, ...] | None


class SpotShape(Part):
    """Een plek in een bestand; regels en kolommen tellen vanaf 1."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class RelatedShape(SpotShape):
    """Een andere plek waar het over gaat, en wat daar staat."""

    message: str


class EditShape(Part):
    """Een andere tekst voor een stuk van een bestand; kolom 0 is een BOM voor regel 1."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixShape(Part):
    """Wat een bevinding herstelt. `safe`: de betekenis blijft zeker gelijk; `--fix` doet het."""

    safe: bool
    edits: list[EditShape]


class FindingShape(SpotShape):
    """Een bevinding."""

    code: str
    severity: Severity
    title: str = Field(description="De naam van de code, in elke melding gelijk.")
    message: str
    help: list[str] = Field(description="Wat u kunt doen, elke zin apart.")
    parameters: dict[str, Parameter] = Field(
        description="De waarden in de melding. Welke dat zijn hoort bij de code, en kan veranderen."
    )
    path: str
    fingerprint: str = Field(
        description="Blijft gelijk als regels verschuiven; in een uitvoer niet twee keer."
    )
    fix: FixShape | None
    related: list[RelatedShape]


class SummaryShape(Part):
    """De telling."""

    files: int
    errors: int
    warnings: int
    notes: int
    skipped: int
    ignored: int = Field(description="Met een reden genegeerd, door een opmerking in de gegevens.")
    earlier: int = Field(description="Bij `--since`: wat de oudere versie ook al had.")


class ValidateShape(Shape):
    """De uitkomst van `kansrijk validate`."""

    name: ClassVar = "validate"

    findings: list[FindingShape]
    summary: SummaryShape
