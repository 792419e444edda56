"""Whole data folders with expected output; a case is a folder in `tests/cases`, without Python.

    files/           laid over a copy of `tests/base`
    outside/         laid beside the data folder
    case.yaml        `about`, `shows`, `exit`, and what git cannot hold (see `Setup`)
    expected.txt     what `kansrijk --data data validate` prints
    expected.json    the same with `--format json`

A case may also hold `expected.concise`, `expected.github`, `expected.gitlab.json`,
`expected.sarif` and `expected.junit.xml`: what those formats give. `KANSRIJK_UPDATE=1` writes the
expected files again, those of other formats only where there is one: read what changed before you
keep it.
"""

import json
import re
import shutil
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from kansrijk_cli.cli.app import run
from tests.output.test_ci_formats import annotation
from tests.snapshots import check_snapshot
from tests.workspaces import BASE, lay

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/case.yaml"))
ALWAYS = {"text": "expected.txt", "json": "expected.json"}
WHERE_KEPT = {
    "concise": "expected.concise",
    "github": "expected.github",
    "gitlab": "expected.gitlab.json",
    "sarif": "expected.sarif",
    "junit": "expected.junit.xml",
}

# What breaks a file; of each the message must be an error at the exact line and column.
Fault: TypeAlias = Literal[
    "typo-in-key",
    "wrong-type",
    "unknown-reference",
    "duplicate-key",
    "duplicate-id",
    "bad-date",
    "not-utf8",
    "tab",
    "anchor-bomb",
    "empty-file",
    "unreadable-file",
    "missing-file",
    "merge-conflict",
    "dutch-thousands",
    "leading-zero",
]
# What users of tools like this one ask for.
Wish: TypeAlias = Literal[
    "exact-line",
    "typo-one-message",
    "duplicates-and-dangling",
    "everything-grouped",
    "ci-formats",
    "spreadsheet-and-word",
    "history",
    "terminal-and-platform",
]
Topic: TypeAlias = Fault | Wish


class Setup(BaseModel):
    """A `case.yaml`. Paths are inside the data folder.

    `at` is where the fault is that the case shows: `file:line:column`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str
    shows: tuple[Topic, ...] = ()
    at: str | None = None
    exit: int = 1
    delete: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    links: Mapping[str, str] = {}
    sizes: Mapping[str, int] = {}
    repeat: Mapping[str, tuple[str, int]] = {}
    sockets: tuple[str, ...] = ()


def setup_of(name: str) -> Setup:
    """What a case asks for."""
    text = (CASES / name / "case.yaml").read_text("utf-8")
    return Setup.model_validate(yaml.safe_load(text))


def build(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the data folder of a case in `folder`, and go there."""
    setup = setup_of(name)
    data = lay(folder / "data", {})
    for part, target in (("files", data), ("outside", folder / "outside")):
        if (CASES / name / part).is_dir():
            shutil.copytree(CASES / name / part, target, dirs_exist_ok=True)
    for file in setup.delete:
        remove(data / file)
    for file in setup.folders:
        (data / file).mkdir(parents=True)
    for file, (text, times) in setup.repeat.items():
        fresh(data / file).write_text(text * times, encoding="utf-8")
    for file, size in setup.sizes.items():
        with fresh(data / file).open("wb") as stream:
            stream.truncate(size)
    for file, target_path in setup.links.items():
        remove(data / file)
        fresh(data / file).symlink_to(target_path)
    monkeypatch.chdir(folder)
    for file in setup.sockets:
        # Nobody can open a socket as a file, not even root.
        remove(data / file)
        with socket.socket(socket.AF_UNIX) as unopenable:
            unopenable.bind(f"data/{file}")


def fresh(path: Path) -> Path:
    """A path whose folder exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def remove(path: Path) -> None:
    """Take a file or folder away, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


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
        code = run(["--data", "data", "validate", "--format", format])
        printed = capsys.readouterr()
        assert printed.err == ""
        assert code == setup_of(name).exit
        check_snapshot(CASES / name / file, printed.out)


@pytest.mark.parametrize("topic", [*get_args(Fault), *get_args(Wish)])
def test_each_topic_has_a_case(topic: Topic) -> None:
    assert [name for name in NAMES if topic in setup_of(name).shows]


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
