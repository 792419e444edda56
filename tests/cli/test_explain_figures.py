"""`--explain`: every computed figure with its rule and the lines that it comes from."""

import json
from pathlib import Path
from typing import Any

import pytest

from kansrijk_cli.output.labels import labels
from tests.cli.running import kansrijk
from tests.workspaces import ROOT

CASE = ROOT / "tests/cases/all-fields/input"
COMMANDS = {
    "targets": ("targets", "proefregio", "2026"),
    "budget": ("budget", "proefregio", "2026"),
    "coverage": ("coverage", "proefregio"),
    "status": ("status", "proefregio", "2026"),
}


def printed(name: str, *more: str) -> str:
    result = kansrijk("--data", CASE, *COMMANDS[name], "--explain", *more)
    assert (result.code, result.err) == (0, "")
    return result.out


def explained(name: str) -> list[dict[str, Any]]:
    """The explanations of a command, as data."""
    found = json.loads(printed(name, "--format", "json"))
    assert (found["schema"], found["command"]) == ("kansrijk/explanations/1", name)
    explanations: list[dict[str, Any]] = found["explanations"]
    return explanations


@pytest.mark.parametrize("name", COMMANDS)
def test_every_explanation_has_a_rule_in_words(name: str) -> None:
    found = explained(name)
    assert found
    for item in found:
        assert item["figure"] in labels()["explained-figure"]
        assert item["text"]
        assert "{" not in item["text"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_input_is_a_line_that_is_there(name: str) -> None:
    inputs = [place for item in explained(name) for place in item["inputs"]]
    assert inputs
    for place in inputs:
        lines = Path(place["file"]).read_text("utf-8").splitlines()
        shown = lines[place["line"] - 1].strip()
        assert shown
        assert not shown.startswith("#")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("format", ["table", "markdown"])
def test_it_comes_behind_what_the_command_prints(name: str, format: str) -> None:
    plain = kansrijk("--data", CASE, *COMMANDS[name], "--format", format).out
    out = printed(name, "--format", format)
    assert out.startswith(plain)
    assert "Hoe de getallen tot stand komen" in out[len(plain) :]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_spreadsheet_has_only_the_explanations(name: str) -> None:
    heads = printed(name, "--format", "csv").splitlines()[0]
    assert heads.removeprefix("\ufeff") == "Cijfer;Regel;Jaar;Uit"


def test_a_total_names_the_lines_that_count_in_it() -> None:
    [total] = [
        item
        for item in explained("budget")
        if item["figure"] == "sum"
        and item["about"] == ["Kosten van de agenda", "Alle mensen samen", "Begroot bedrag"]
    ]
    assert total["rule"] == "sum"
    assert [place["path"] for place in total["inputs"]] == [
        "budgets[0].lines[0].amounts.begroot",
        "budgets[0].lines[1].amounts.begroot",
    ]


def test_a_total_with_an_open_line_says_so() -> None:
    [total] = [
        item
        for item in explained("budget")
        if item["about"][1:] == ["Alle mensen samen", "verwacht"] and item["figure"] == "sum"
    ]
    assert total["rule"] == "sum-open"
    assert "minstens" in total["text"]


def test_every_target_has_its_three_figures() -> None:
    found = explained("targets")
    shown = json.loads(kansrijk("--data", CASE, *COMMANDS["targets"], "--format", "json").out)
    for target in shown["targets"]:
        figures = [item["figure"] for item in found if item["about"] == [target["title"]]]
        assert figures == ["required", "achieved", "status"]


def test_every_intervention_is_explained() -> None:
    counted = json.loads(kansrijk("--data", CASE, *COMMANDS["coverage"], "--format", "json").out)
    found = [item for item in explained("coverage") if item["figure"] == "coverage"]
    assert len(found) == len(counted["interventions"])


def test_small_numbers_are_not_in_an_explanation() -> None:
    """An explanation names where a number stands, never what it is."""
    assert all(
        set(place) == {"file", "line", "path"}
        for item in explained("targets")
        for place in item["inputs"]
    )


def test_a_key_and_an_explanation_do_not_go_together() -> None:
    result = kansrijk("--data", CASE, *COMMANDS["budget"], "--explain", "--key", "equal")
    assert result.code == 2
    assert "kansrijk allocate" in result.err
