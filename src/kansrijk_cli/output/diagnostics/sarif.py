"""Findings as SARIF 2.1.0, with what GitHub asks for."""

import json
from dataclasses import replace
from importlib.metadata import version
from urllib.parse import quote

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.explained import explained
from kansrijk_cli.output.fingerprint import fingerprints
from kansrijk_cli.output.located import Located, Spot
from kansrijk_cli.output.report import Report
from kansrijk_cli.rules.registry import pages

FROM_REPOSITORY = True
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report) -> str:
    """One run with the rules that found something, and what they found."""
    reasons = (*(None for _ in report.findings), *(item.reason for item in report.ignored))
    every = replace(report, findings=(*report.findings, *(i.found for i in report.ignored)))
    codes = sorted({found.message.code for found in every.findings})
    driver = {
        "name": "kansrijk",
        "version": version("kansrijk"),
        "rules": [_rule(code) for code in codes],
    }
    results = map(_result, every.findings, fingerprints(every), reasons)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(results),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, object]:
    page = pages()[code]
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        # GitHub refuses an empty text.
        "fullDescription": {"text": page.explanation or page.title},
        "help": {"text": explained(code, page)},
    }


def _result(found: Located, fingerprint: str, reason: str | None) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": found.message.code,
        "level": LEVELS[found.message.severity],
        "message": {"text": "\n".join((found.message.text, *found.message.advice))},
        "locations": [{"physicalLocation": _location(found.spot)}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if found.related:
        places = dict(zip(found.related, found.message.elsewhere, strict=True))
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(spot), "message": {"text": said}}
            for number, (spot, said) in enumerate(places.items())
        ]
    if reason is not None:
        # A justification may not be empty, as a reason that is missing would be.
        justification = {"justification": reason} if reason else {}
        result["suppressions"] = [{"kind": "inSource", **justification}]
    return result


def _location(spot: Spot) -> dict[str, object]:
    line, column, end_line, end_column = spot.position
    return {
        # A name that is no UTF-8 cannot stand in an address as it is.
        "artifactLocation": {"uri": quote(spot.file, errors="backslashreplace")},
        "region": {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    }
