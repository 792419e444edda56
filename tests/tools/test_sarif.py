"""Findings as SARIF, judged by the schema of the standard and by the validator of its makers."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import FormatChecker
from jsonschema.validators import validator_for

from kansrijk_cli.core.pages import Page
from kansrijk_cli.rules.registry import pages
from tests.cli.running import kansrijk
from tests.tools.conftest import ROOT, Run, missing
from tests.workspaces import BASE, lay

pytestmark = [pytest.mark.tools, pytest.mark.long]

# That a tool should have a website is advice; this one has none yet.
ADVICE = "SARIF2005"


REGION = "regions/voorbeeld/"


def regional(page: Page) -> bool:
    """Whether the wrong example of a page is of one region, so that others can stand beside it."""
    return all(example.file.startswith(REGION) for example in page.wrong)


def wrong_folder(folder: Path) -> Path:
    """A region for each page with a wrong example: the smallest valid one with that example."""
    shutil.copytree(BASE, folder)
    for code, page in pages().items():
        if regional(page):
            own = folder / "regions" / code.lower()
            shutil.copytree(folder / REGION, own)
            for example in page.wrong:
                path = own / example.file.removeprefix(REGION)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(example.text, "utf-8")
    return folder


def wrong_folders(folder: Path) -> Iterator[Path]:
    """The folder of all regional mistakes, and one for each mistake that touches all regions."""
    yield wrong_folder(folder / "regional")
    for code, page in pages().items():
        if not regional(page):
            yield lay(folder / code, {example.file: example.text for example in page.wrong})


@pytest.fixture(scope="module")
def schema() -> Any:
    """SARIF 2.1.0 as OASIS publishes it; it comes with the validator."""
    found = sorted((ROOT / "node_modules" / "@microsoft").glob("*/sarif-2.1.0.json"))
    if not found:
        missing("sarif-2.1.0.json")
    return json.loads(found[0].read_text("utf-8"))


@pytest.fixture(params=["own", "clean", "wrong"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A log of `kansrijk validate`: of the repository, of a clean folder, and of all mistakes."""
    folders = {"own": ROOT / "data", "clean": BASE}
    folder = folders.get(request.param) or wrong_folder(tmp_path / "data")
    printed = kansrijk("--data", folder, "validate", "--format", "sarif")
    assert printed.code == (1 if request.param == "wrong" else 0)
    path = tmp_path / "log.sarif"
    path.write_text(printed.out, "utf-8")
    return path


def test_the_logs_of_mistakes_have_every_rule_with_an_example(tmp_path: Path) -> None:
    found = set()
    for folder in wrong_folders(tmp_path):
        log = json.loads(kansrijk("--data", folder, "validate", "--format", "sarif").out)
        found |= {result["ruleId"] for result in log["runs"][0]["results"]}
    assert {code for code, page in pages().items() if page.wrong} - found == set()


def test_the_log_is_valid_by_the_schema_of_the_standard(log: Path, schema: Any) -> None:
    validator = validator_for(schema)
    validator.check_schema(schema)
    errors = validator(schema, format_checker=FormatChecker()).iter_errors(
        json.loads(log.read_text("utf-8"))
    )
    assert [(error.json_path, error.message) for error in errors] == []


def test_the_schema_of_the_standard_refuses_another_log(schema: Any) -> None:
    log: Any = {"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": [{}]}]}
    errors = validator_for(schema)(schema).iter_errors(log)
    assert sorted(error.json_path for error in errors) == [
        "$.runs[0].results[0]",
        "$.runs[0].tool.driver",
    ]


def judged(run: Run, log: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The rules by which the validator of Microsoft has something to say of a log."""
    # It compares texts by language, for which a small system lacks the tables.
    monkeypatch.setenv("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
    said = log.with_name("said.sarif")
    # The rules of the standard and those of GitHub. A shell starts the program: hence quotes.
    options = ("--rule-kind", '"Sarif;Ghas"', "--log", "ForceOverwrite")
    run("sarif-multitool", "validate", log, "--output", said, *options)
    results = json.loads(said.read_text("utf-8"))["runs"][0].get("results", [])
    return {result["ruleId"] for result in results}


def test_the_validator_has_nothing_to_say_but_some_advice(
    log: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of a log that it cannot read it says nothing at all, so the advice must be there.
    assert judged(run, log, monkeypatch) == {ADVICE}


def test_the_validator_speaks_of_another_log(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = {"artifactLocation": {"uri": "a b"}, "region": {"startLine": 5, "endLine": 4}}
    result = {
        "ruleId": "KR020",
        "message": {"text": "Fout."},
        "locations": [{"physicalLocation": place}],
        "colour": "red",
    }
    driver = {"name": "kansrijk", "version": "1.0.0"}
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": [result]}]}
    path = tmp_path / "log.sarif"
    path.write_text(json.dumps(log), "utf-8")
    # An unknown property, an address and a place that cannot be, and a result GitHub cannot use.
    wanted = {"JSON1005", "SARIF1002", "SARIF1007", "GH1013"}
    assert wanted - judged(run, path, monkeypatch) == set()
