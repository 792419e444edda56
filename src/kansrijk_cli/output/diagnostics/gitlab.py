"""Findings as GitLab Code Quality reads them."""

import json

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.fingerprint import fingerprints
from kansrijk_cli.output.located import Located
from kansrijk_cli.output.report import Report

FROM_REPOSITORY = True
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """A list of findings, each with its fingerprint: GitLab compares those between branches."""
    pairs = zip(report.findings, fingerprints(report), strict=True)
    issues = [_issue(found, fingerprint) for found, fingerprint in pairs]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(found: Located, fingerprint: str) -> dict[str, object]:
    return {
        "description": found.message.text,
        "check_name": found.message.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[found.message.severity],
        "location": {"path": found.spot.file, "lines": {"begin": found.spot.position[0]}},
    }
