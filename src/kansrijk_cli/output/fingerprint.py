"""What makes a finding the same finding in the next run, also when lines above it moved."""

import json
from collections import Counter
from hashlib import sha256

from kansrijk_cli.output.located import Located
from kansrijk_cli.output.report import Report, name_in_data

Identity = tuple[str, str, str, str]


def fingerprints(report: Report) -> tuple[str, ...]:
    """A fingerprint for each finding, in the same order; no two are equal."""
    seen: Counter[Identity] = Counter()
    made: list[str] = []
    for found in report.findings:
        identity = _identity(report, found)
        made.append(fingerprint(identity, seen[identity]))
        seen[identity] += 1
    return tuple(made)


def fingerprint(identity: Identity, number: int) -> str:
    """The fingerprint of what identifies a finding; `number` tells equal ones apart."""
    return sha256(json.dumps([*identity, number]).encode("ascii")).hexdigest()


def _identity(report: Report, found: Located) -> Identity:
    """The code, the file, and the data path; without a path the text of the line."""
    line = "" if found.path else (found.spot.line or "").strip()
    return found.message.code, name_in_data(report, found.spot.file), found.path, line
