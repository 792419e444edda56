"""`--explain`: every computed figure with its rule and the lines that it comes from."""

import json
from pathlib import Path
from typing import Any

import pytest

from kansrijk_cli.compute.explain.explanation import Explanation
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.explained_figures import explained_text
from kansrijk_cli.output.labels import labels
from kansrijk_cli.output.located import Sources
from tests.cli.running import kansrijk
from tests.workspaces import ROOT

CASE = ROOT / "tests/cases/all-fields/input"
COMMANDS = {
    "targets": ("targets", "proefregio", "2026"),
    "budget": ("budget", "proefregio", "2026"),
    "coverage": ("coverage", "proefregio"),
    "status": ("status", "proefregio", "2026"),
    "norms": ("targets", "proefregio", "2026", "--norms"),
    "key": ("budget", "proefregio", "2026", "--key", "inhabitants"),
    "municipalities": ("coverage", "proefregio", "--by", "municipality"),
    "phases": ("coverage", "proefregio", "--by", "phase"),
    "levels": ("coverage", "proefregio", "--by", "level"),
    "elements": ("coverage", "proefregio", "--by", "element"),
    "support": ("coverage", "proefregio", "--by", "support"),
    "target-groups": ("coverage", "proefregio", "--by", "target-group"),
    "white-spots": ("coverage", "proefregio", "--white-spots"),
    "prevention": ("coverage", "proefregio", "--matrix", "prevention", "--on", "2026-12-31"),
}


def printed(name: str, *more: str) -> str:
    result = kansrijk("--data", CASE, *COMMANDS[name], "--explain", *more)
    assert (result.code, result.err) == (0, "")
    return result.out


def explained(name: str) -> list[dict[str, Any]]:
    """The explanations of a command, as data."""
    found = json.loads(printed(name, "--format", "json"))
    assert (found["schema"], found["command"]) == ("kansrijk/explanations/1", COMMANDS[name][0])
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


def test_lines_are_in_order_and_one_more_is_no_plural() -> None:
    file = "regions/proefregio/2026/results.yaml"
    text = (CASE / file).read_text("utf-8")
    sources = Sources(CASE, {file: text}, CASE)
    figures = [Place(file, ("figures", number, "value")) for number in (8, 2, 5, 3, 7, 4, 6, 2)]

    def told(places: list[Place]) -> str:
        item = Explanation("sum", ("Uren",), "achieved-activity", tuple(places))
        return explained_text([item], sources)

    lines = [sources.spot(place).position[0] for place in figures]
    first = ", ".join(str(line) for line in sorted(set(lines))[:6])
    assert f"{file}:{first}; en nog 1 plek\n" in told(figures).replace("\n  ", " ")
    more = [*figures, Place(file, ("figures", 9, "value"))]
    assert "en nog 2 plekken" in told(more).replace("\n  ", " ")


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
        if item["about"][1:] == ["Alle mensen samen", "Prognose 2026"] and item["figure"] == "sum"
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


def test_every_contribution_is_explained() -> None:
    shown = json.loads(kansrijk("--data", CASE, *COMMANDS["key"], "--format", "json").out)
    divided = [
        budget["title"]
        for budget in shown["budgets"]
        for line in budget["contributions"]
        if line["municipalities"]
    ]
    found = explained("key")
    assert [item["about"][0] for item in found] == divided
    rules = {item["rule"] for item in found}
    assert rules == {"contribution-figures", "contribution-sum"}
    first = next(item for item in found if item["rule"] == "contribution-figures")
    assert "inwoners, met de cijfers van" in first["text"]


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("phases", "phase"),
        ("levels", "level"),
        ("elements", "element"),
        ("support", "support"),
        ("target-groups", "target-group"),
    ],
)
def test_every_group_is_explained(name: str, by: str) -> None:
    rows = printed_alone(name).splitlines()[1:]
    found = [item for item in explained(name) if item["figure"] == f"by-{by}"]
    assert [item["about"][0] for item in found] == [row.split(";")[0] for row in rows]


def test_every_white_spot_is_explained_with_where_to_ask() -> None:
    rows = printed_alone("white-spots").splitlines()[1:]
    found = explained("white-spots")
    assert [(item["about"][0], item["about"][1]) for item in found] == [
        (row.split(";")[0], row.split(";")[2]) for row in rows
    ]
    assert {item["rule"].split("-")[0] for item in found} == {"spot"}


def test_the_prevention_matrix_names_what_ties_an_intervention_to_a_goal() -> None:
    found = [item for item in explained("prevention") if item["rule"] == "prevention"]
    paths = [place["path"] for item in found for place in item["inputs"]]
    assert any(path.startswith("deployments") for path in paths)
    assert any(path.startswith(("components", "activities", "targets")) for path in paths)


def test_the_status_explains_what_comes_next() -> None:
    shown = json.loads(kansrijk("--data", CASE, *COMMANDS["status"], "--format", "json").out)
    found = explained("status")
    for figure, part in (("moment", "moments"), ("frequency", "frequencies")):
        assert len([item for item in found if item["figure"] == figure]) == len(shown[part])
    needed = [item["about"][0] for item in found if item["figure"] == "needed"]
    assert set(needed) == {
        target["title"]
        for target in shown["targets"]
        if target["region"] or target["municipalities"] or target["programmes"]
    }
    trends = [item["about"][0] for item in found if item["figure"] == "trend"]
    known = [target["title"] for target in shown["targets"] if target["trend"] != "unknown"]
    assert sorted(trends) == sorted(known)


def test_every_norm_with_a_number_has_its_three_figures() -> None:
    shown = json.loads(kansrijk("--data", CASE, *COMMANDS["norms"], "--format", "json").out)
    assert shown["schema"] == "kansrijk/norms/1"
    found = explained("norms")
    for norm in shown["norms"]:
        figures = [item["figure"] for item in found if item["about"] == [norm["title"]]]
        judged = norm["kind"] in ("narrative", "milestone")
        assert figures == ([] if judged else ["required", "known", "lacking"])


def test_a_path_is_never_broken_in_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = printed("budget").split("Hoe de getallen tot stand komen", 1)[1]
    for place in (place for item in explained("budget") for place in item["inputs"]):
        assert f"{place['file']}:" in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_a_rule_is_told_once_for_all_that_it_explains() -> None:
    out = printed("municipalities")
    assert out.count("Geteld over") == 2
    assert out.count("\n  - ") == len(explained("municipalities")) - 1


def printed_alone(name: str) -> str:
    """What the command prints as a spreadsheet, without explanation."""
    return kansrijk("--data", CASE, *COMMANDS[name], "--format", "csv").out
