"""`kansrijk/validate/1`."""

from typing import ClassVar

from pydantic import Field

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.shapes.base import Part, Shape


class SpotShape(Part):
    """Een plek in een bestand; regels en kolommen tellen vanaf 1."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


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
    message: str
    path: str
    fix: FixShape | None
    related: list[SpotShape]


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
