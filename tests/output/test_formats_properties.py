"""Any folder of files, and any findings, in every format: each keeps the promises of its reader."""

import json
import re
from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree as ET

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.diagnostics.github import MOST
from kansrijk_cli.output.located import Located, Spot
from kansrijk_cli.output.messages import Message
from kansrijk_cli.output.report import Report
from kansrijk_cli.output.schemas import schemas
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.source.folder import Folder
from tests.mutations.checking import FORMATS, check
from tests.source.data import DATA
from tests.workspaces import BASE

SCHEMA = Draft202012Validator(json.loads(schemas()["output/validate"]))
COMMAND = re.compile(r"::(error|warning|notice)( [^\r\n]*?)?::[^\r\n]*")
SEVERITIES = st.sampled_from(list(Severity))

# Any text, also with half a character and with what steers a terminal.
TEXTS = st.text(st.characters(codec=None), max_size=40)
PATHS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20)


@st.composite
def spots(draw: st.DrawFn) -> Spot:
    line, column = draw(st.integers(1, 9999)), draw(st.integers(1, 500))
    rows, width = draw(st.integers(0, 3)), draw(st.integers(0, 200))
    position = (line, column, line + rows, column + width)
    return Spot(draw(PATHS), position, draw(st.none() | TEXTS))


@st.composite
def findings(draw: st.DrawFn) -> Located:
    advice = tuple(draw(st.lists(TEXTS, max_size=2)))
    code = draw(st.sampled_from(sorted(pages())))
    related = tuple(draw(st.lists(spots(), max_size=2)))
    elsewhere = tuple(draw(TEXTS) for _ in related)
    message = Message(code, draw(SEVERITIES), draw(TEXTS), advice, draw(TEXTS), elsewhere)
    return Located(message, draw(spots()), draw(TEXTS), related)


REPORTS = st.lists(findings(), max_size=25).map(lambda found: Report(tuple(found), 14, ()))


@cache
def base() -> Mapping[str, bytes]:
    folder = Folder(BASE)
    return {file: folder.read(file) for file in folder.files()}


NAMES = st.sampled_from(
    [
        *base(),
        "plan.yaml",
        "catalog/norm.yaml",
        "regions/a/region.yaml",
        "regions/a/0000/plan.yaml",
        "regions/a/2025/plan.yml",
        "regions/a/2025/x/results.yaml",
        "regions/Gelderse Vallei/region.yaml",
        "regions/voorbeeld/2024/budgets.yaml",
    ]
)


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """A whole file, the start of one, two after each other, other data, or no YAML at all."""
    one, other = draw(st.sampled_from(sorted(base().values()))), draw(st.binary(max_size=20))
    start = draw(st.integers(0, len(one)))
    dumped = yaml.safe_dump(draw(DATA), allow_unicode=True).encode(errors="replace")
    return draw(st.sampled_from([one, one[:start], one[:start] + other + one[start:], dumped]))


def keep_their_promises(report: Report) -> None:
    printed = {name: render(report) for name, render in FORMATS.items()}
    number = len(report.findings)
    assert printed["concise"].count("\n") == number
    assert not {"\r", "\x1b", "\u2028"} & set(printed["concise"])
    commands = printed["github"].split("\n")[:-1]
    said = [found.message for found in report.findings]
    causes = {(message.severity, message.code, message.text) for message in said}
    assert min(len(causes), MOST) <= len(commands) <= min(number, MOST * len(Severity))
    assert [line for line in commands if not COMMAND.fullmatch(line)] == []
    issues = json.loads(printed["gitlab"])
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == number
    assert not list(SCHEMA.iter_errors(json.loads(printed["json"])))
    suite = ET.fromstring(printed["junit"].encode())[0]  # noqa: S314 - our own output
    assert suite.get("tests") == str(len(suite))
    assert suite.get("failures") == str(len(list(suite.iter("failure"))))
    [run] = json.loads(printed["sarif"])["runs"]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == known
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert min(region.values()) >= 1
        assert result["message"]["text"] is not None
    assert not {"\x1b", "\x00"} & set("".join(printed.values()))


@given(REPORTS)
def test_any_findings_in_every_format(report: Report) -> None:
    keep_their_promises(report)


@settings(max_examples=60)
@given(st.dictionaries(NAMES, st.none() | contents(), min_size=1, max_size=4))
def test_any_folder_can_be_read_checked_and_told(files: Mapping[str, bytes | None]) -> None:
    folder = {file: found for file, found in {**base(), **files}.items() if found is not None}
    checked = check(folder)
    keep_their_promises(checked.report)
    for found in checked.report.findings:
        assert found.message.text
        line, column, end_line, end_column = found.spot.position
        assert 1 <= line <= end_line
        assert column >= 1
        assert (line, column) <= (end_line, end_column)
    for diagnostic in checked.diagnostics:
        text = checked.texts.get(diagnostic.place.file)
        if text is not None and diagnostic.place.span:
            assert diagnostic.place.span[0] <= text.count("\n") + 1
