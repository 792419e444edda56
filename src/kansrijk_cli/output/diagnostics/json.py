"""Findings for a program: `kansrijk/validate/1`."""

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.core.place import Position
from kansrijk_cli.fixes.fix import Fix
from kansrijk_cli.output.fingerprint import fingerprints
from kansrijk_cli.output.located import Located, Spot
from kansrijk_cli.output.report import Report
from kansrijk_cli.output.shapes.validate import (
    EditShape,
    FindingShape,
    FixShape,
    RelatedShape,
    SpotShape,
    SummaryShape,
    ValidateShape,
)


def render(report: Report) -> str:
    """The findings in the published shape."""
    counts = report.counts
    shape = ValidateShape(
        findings=list(map(_finding, report.findings, fingerprints(report))),
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


def _finding(found: Located, fingerprint: str) -> FindingShape:
    said = found.message
    return FindingShape(
        code=said.code,
        severity=said.severity,
        title=said.title,
        message=said.text,
        help=list(said.advice),
        parameters=dict(found.params),
        path=found.path,
        fingerprint=fingerprint,
        fix=_fix(found.fix) if found.fix else None,
        related=[
            RelatedShape(message=what, **_spot(spot).model_dump())
            for spot, what in zip(found.related, said.elsewhere, strict=True)
        ],
        **_spot(found.spot).model_dump(),
    )


def _fix(fix: Fix) -> FixShape:
    edits = [EditShape(**_columns(edit.position), text=edit.text) for edit in fix.edits]
    return FixShape(safe=fix.safe, edits=edits)


def _spot(spot: Spot) -> SpotShape:
    return SpotShape(file=spot.file, **_columns(spot.position))


def _columns(position: Position) -> dict[str, int]:
    return dict(zip(("line", "column", "end_line", "end_column"), position, strict=True))
