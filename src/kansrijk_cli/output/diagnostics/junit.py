"""Findings as tests, for CI that shows those: an error is a test that failed."""

import re
from xml.etree import ElementTree as ET

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located
from kansrijk_cli.output.report import Report, files_without_errors
from kansrijk_cli.output.visible import visible

# What XML cannot hold in any way, beyond what `visible` takes away.
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def render(report: Report) -> str:
    """One suite: a test for each finding, and one that passed for each file without errors."""
    passed = list(files_without_errors(report))
    root = ET.Element("testsuites")
    suite = ET.SubElement(
        root,
        "testsuite",
        name="kansrijk validate",
        tests=str(len(report.findings) + len(passed)),
        failures=str(report.counts[Severity.ERROR]),
        errors="0",
        skipped="0",
    )
    for found in report.findings:
        _finding(suite, found)
    for file in passed:
        ET.SubElement(suite, "testcase", classname=_text(file), name=_text(file))
    ET.indent(root)
    written = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _finding(suite: ET.Element, found: Located) -> None:
    said, file = found.message, _text(found.spot.file)
    line, column, _, _ = found.spot.position
    name = f"{said.code} {file}:{line}:{column}"
    case = ET.SubElement(suite, "testcase", classname=file, name=name)
    whole = _text("\n".join((f"{file}:{line}:{column}", said.text, *said.advice)))
    if said.severity is Severity.ERROR:
        failure = ET.SubElement(case, "failure", message=_text(said.text), type=said.code)
        failure.text = whole
    else:
        severity = label("severity", said.severity)
        ET.SubElement(case, "system-out").text = f"{severity} {said.code}\n{whole}"


def _text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", visible(text))
