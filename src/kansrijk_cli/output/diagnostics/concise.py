"""Findings for a person or an editor: one line each."""

import re

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located
from kansrijk_cli.output.report import Report
from kansrijk_cli.output.visible import visible

_BREAK = re.compile("[\t\n\u2028\u2029]")


def render(report: Report) -> str:
    """Where it is, how bad it is, and the sentence."""
    return "".join(f"{_line(found)}\n" for found in report.findings)


def _line(found: Located) -> str:
    line, column, _, _ = found.spot.position
    message = found.message
    severity = label("severity", message.severity)
    text = f"{found.spot.file}:{line}:{column}: {severity} {message.code} {message.text}"
    return _BREAK.sub(" ", visible(text))
