"""Whole data folders with expected output; a case is a folder in `tests/cases`, without Python.

    files/           laid over a copy of `tests/base`
    outside/         laid beside the data folder
    before/          laid over it first, and committed with git; `files/` is then staged
    later/           laid over `files/` on disk only, after staging
    case.yaml        `about`, `shows`, `exit`, and what git cannot hold (see `Setup`)
    expected.txt     what `kansrijk --data data validate` prints
    expected.json    the same with `--format json`

A case may also hold `expected.concise`, `expected.github`, `expected.gitlab.json`,
`expected.sarif` and `expected.junit.xml`: what those formats give; and `expected.diff.txt` and
`expected.diff.json`: what `kansrijk diff HEAD` tells. `KANSRIJK_UPDATE=1` writes the
expected files again, those of other formats only where there is one: read what changed before you
keep it.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from kansrijk_cli.cli.app import run
from tests.case_folders import CASES, NAMES, Fault, Topic, Wish, build, setup_of
from tests.output.test_ci_formats import annotation
from tests.snapshots import check_snapshot
from tests.workspaces import BASE

ALWAYS = {"text": "expected.txt", "json": "expected.json"}
WHERE_KEPT = {
    "concise": "expected.concise",
    "github": "expected.github",
    "gitlab": "expected.gitlab.json",
    "sarif": "expected.sarif",
    "junit": "expected.junit.xml",
}
TABLE = """\
# Cases

Made from what each `case.yaml` shows, by `KANSRIJK_UPDATE=1 pytest tests/test_cases.py`. How to add
one is in [CONTRIBUTING](../../CONTRIBUTING.md#tests).

## What breaks a file

| | fault | cases |
| --- | --- | --- |
{faults}

## What users of tools like this one ask for

| | wish | cases |
| --- | --- | --- |
{wishes}
"""
DIFFS = {"text": "expected.diff.txt", "json": "expected.diff.json"}


@pytest.mark.parametrize("name", NAMES)
def test_case(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    build(name, tmp_path, monkeypatch)
    # The base stands in for the national catalogue, so that a change of that changes no case.
    monkeypatch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
    monkeypatch.setattr("kansrijk_cli.output.diagnostics.sarif.version", lambda _: "0")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    kept = {f: file for f, file in WHERE_KEPT.items() if (CASES / name / file).is_file()}
    for format, file in (ALWAYS | kept).items():
        code = run(["--data", "data", "validate", "--format", format, *setup_of(name).options])
        printed = capsys.readouterr()
        assert printed.err == ""
        assert code == setup_of(name).exit
        check_snapshot(CASES / name / file, printed.out)
    for format, file in DIFFS.items():
        if (CASES / name / file).is_file():
            assert run(["--data", "data", "diff", "HEAD", "--format", format]) == 0
            check_snapshot(CASES / name / file, capsys.readouterr().out)


@pytest.mark.parametrize("topic", [*get_args(Fault), *get_args(Wish)])
def test_each_topic_has_a_case(topic: Topic) -> None:
    assert [name for name in NAMES if topic in setup_of(name).shows]


def test_the_table_of_all_cases_is_of_now() -> None:
    rows = [f"| {number} | {_row(topic)} |" for number, topic in enumerate(get_args(Fault), 1)]
    wishes = [
        f"| {letter} | {_row(w)} |" for letter, w in zip("ABCDEFGH", get_args(Wish), strict=True)
    ]
    check_snapshot(
        CASES / "README.md", TABLE.format(faults="\n".join(rows), wishes="\n".join(wishes))
    )


def _row(topic: Topic) -> str:
    cases = (f"[{name}]({name})" for name in NAMES if topic in setup_of(name).shows)
    return f"{topic} | {', '.join(cases)}"


FAULTS = [(name, f) for name in NAMES for f in setup_of(name).shows if f in get_args(Fault)]


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_a_fault_is_an_error_at_its_place(name: str, fault: Fault) -> None:
    at = setup_of(name).at
    assert at, f"{name} shows {fault}: say in case.yaml where"
    found = kept_findings(name)
    assert f"data/{at}" in [place(finding) for finding in found if finding["severity"] == "error"]
    assert all(finding["line"] > 0 and finding["column"] > 0 for finding in found)


def test_only_a_case_of_a_fault_says_where() -> None:
    with_place = {name for name in NAMES if setup_of(name).at}
    assert with_place == {name for name, _ in FAULTS}


def kept_findings(name: str) -> list[dict[str, Any]]:
    """The findings that a case expects."""
    found: list[dict[str, Any]] = kept_json(name, "expected.json")["findings"]
    return found


def kept_json(name: str, file: str) -> Any:
    return json.loads((CASES / name / file).read_text("utf-8"))


def place(finding: Mapping[str, Any]) -> str:
    return f"{finding['file']}:{finding['line']}:{finding['column']}"


class TestOtherFormats:
    """Every finding is in every format, at the same place, as the consumer of the format asks."""

    NAME = "ci-formats"

    @pytest.fixture
    def found(self) -> list[dict[str, Any]]:
        return kept_findings(self.NAME)

    def kept(self, format: str) -> str:
        return (CASES / self.NAME / WHERE_KEPT[format]).read_text("utf-8")

    def test_the_case_holds_all_formats_and_enough_to_say(
        self, found: list[dict[str, Any]]
    ) -> None:
        assert all((CASES / self.NAME / file).is_file() for file in WHERE_KEPT.values())
        assert {"error", "warning"} <= {finding["severity"] for finding in found}
        assert any(finding["related"] for finding in found)
        said = "".join(finding["message"] for finding in found)
        assert all(sign in said for sign in ("%", ": ", ",", "<"))

    def test_concise_has_a_line_for_each(self, found: list[dict[str, Any]]) -> None:
        lines = self.kept("concise").splitlines()
        assert [re.match(r".*?:\d+:\d+(?=: )", line)[0] for line in lines] == [  # type: ignore[index]
            place(finding) for finding in found
        ]

    def test_github_reads_each_as_a_command(self, found: list[dict[str, Any]]) -> None:
        read = [annotation(line) for line in self.kept("github").splitlines()]
        told = [
            (properties["file"], properties["line"], level.replace("notice", "note"))
            for level, properties, _ in read
        ]
        assert sorted(told) == sorted(
            (finding["file"], str(finding["line"]), finding["severity"]) for finding in found
        )
        texts = [text for _, _, text in read]
        assert all(any(text.startswith(f["message"]) for text in texts) for f in found)
        for _, properties, _ in read:
            assert {"endLine", "title"} <= properties.keys()
            assert ("col" in properties) == (properties["line"] == properties["endLine"])

    def test_gitlab_reads_each_as_an_issue(self, found: list[dict[str, Any]]) -> None:
        issues = json.loads(self.kept("gitlab"))
        assert [(i["location"]["path"], i["location"]["lines"]["begin"]) for i in issues] == [
            (finding["file"], finding["line"]) for finding in found
        ]
        required = {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(required <= issue.keys() for issue in issues)
        allowed = {"info", "minor", "major", "critical", "blocker"}
        assert {issue["severity"] for issue in issues} <= allowed
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)

    def test_sarif_has_each_with_its_rule(self, found: list[dict[str, Any]]) -> None:
        log = json.loads(self.kept("sarif"))
        [ran] = log["runs"]
        rules = {rule["id"]: rule for rule in ran["tool"]["driver"]["rules"]}
        regions = []
        for result in ran["results"]:
            [location] = result["locations"]
            physical = location["physicalLocation"]
            address = unquote(physical["artifactLocation"]["uri"])
            region = physical["region"]
            assert region["endLine"] >= region["startLine"]
            regions.append(f"{address}:{region['startLine']}:{region['startColumn']}")
            assert result["partialFingerprints"]["primaryLocationLineHash"]
            for text in ("shortDescription", "fullDescription", "help"):
                assert rules[result["ruleId"]][text]["text"]
        assert (log["version"], regions) == ("2.1.0", [place(finding) for finding in found])

    def test_junit_has_a_failure_for_each_error(self, found: list[dict[str, Any]]) -> None:
        [suite] = ET.fromstring(self.kept("junit"))  # noqa: S314  (our own output)
        failed = [case for case in suite if case.find("failure") is not None]
        errors = [finding for finding in found if finding["severity"] == "error"]
        assert [case.get("name") for case in failed] == [
            f"{finding['code']} {place(finding)}" for finding in errors
        ]
        assert suite.get("failures") == str(len(errors))
        assert suite.get("tests") == str(len(suite))
