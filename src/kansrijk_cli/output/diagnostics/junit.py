"""Findings as tests, for CI that shows those: what makes `validate` fail is a failed test."""

import re
from xml.etree import ElementTree as ET

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located
from kansrijk_cli.output.report import Report, files_without_failures
from kansrijk_cli.output.visible import visible

# What XML cannot hold in any way, beyond what `visible` takes away.
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def render(report: Report) -> str:
    """One suite: a test for each finding, and one that passed for each file where nothing fails."""
    passed = list(files_without_failures(report))
    failures = [found for found in report.findings if report.is_failure(found.message.severity)]
    root = ET.Element("testsuites")
    suite = ET.SubElement(
        root,
        "testsuite",
        name="kansrijk validate",
        tests=str(len(report.findings) + len(passed)),
        failures=str(len(failures)),
        errors="0",
        skipped="0",
    )
    for found in report.findings:
        _finding(suite, found, report.is_failure(found.message.severity))
    for file in passed:
        ET.SubElement(suite, "testcase", classname=_text(file), name=_text(file))
    ET.indent(root)
    written = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _finding(suite: ET.Element, found: Located, fails: bool) -> None:
    said, file = found.message, _text(found.spot.file)
    line, column, _, _ = found.spot.position
    name = f"{said.code} {file}:{line}:{column}"
    case = ET.SubElement(suite, "testcase", classname=file, name=name)
    whole = _text("\n".join((f"{file}:{line}:{column}", said.text, *said.advice)))
    if fails:
        failure = ET.SubElement(case, "failure", message=_text(said.text), type=said.code)
        failure.text = whole
    else:
        severity = label("severity", said.severity)
        ET.SubElement(case, "system-out").text = f"{severity} {said.code}\n{whole}"


def _text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", visible(text))
