"""Findings for a program: `kansrijk/validate/1`."""

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.located import Located, Spot
from kansrijk_cli.output.report import Report
from kansrijk_cli.output.shapes.validate import (
    FindingShape,
    SpotShape,
    SummaryShape,
    ValidateShape,
)


def render(report: Report) -> str:
    """The findings in the published shape."""
    counts = report.counts
    shape = ValidateShape(
        findings=[_finding(found) for found in report.findings],
        summary=SummaryShape(
            files=report.files,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            skipped=len(report.skipped),
            ignored=len(report.ignored),
            earlier=len(report.baseline.earlier) if report.baseline else 0,
        ),
    )
    return shape.as_json()


def _finding(found: Located) -> FindingShape:
    return FindingShape(
        code=found.message.code,
        severity=found.message.severity,
        message=found.message.text,
        path=found.path,
        fix=None,
        related=[_spot(spot) for spot in found.related],
        **_spot(found.spot).model_dump(),
    )


def _spot(spot: Spot) -> SpotShape:
    line, column, end_line, end_column = spot.position
    return SpotShape(
        file=spot.file, line=line, column=column, end_line=end_line, end_column=end_column
    )
