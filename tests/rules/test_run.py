"""Running the rules: what is checked, what is skipped, and a rule that fails itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic, Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.rules import run as runner
from kansrijk_cli.rules.registry import Check, Rule, pages, rules
from kansrijk_cli.rules.run import RuleError, Skipped, run_rules
from kansrijk_cli.workspace.workspace import Workspace
from tests.workspaces import Files, check_over, workspace_of

HERE = Path("regions/voorbeeld")
NEIGHBOUR: Files = {
    "regions/buur/region.yaml": "name: Buur\nkinds: [IZA]\nmunicipalities: [Vught]\n"
}


def each_region(workspace: Workspace) -> Iterator[Finding]:
    """A check that tells of every region it sees."""
    return (finding(Place(f"regions/{name}/region.yaml")) for name in workspace.regions)


def rule(code: str, *needs: type[File], check: Check = each_region, after: str = "") -> Rule:
    return Rule(code, "a-rule", frozenset(needs), frozenset(after.split()), check)


def run(monkeypatch: pytest.MonkeyPatch, workspace: Workspace, *own: Rule) -> runner.Run:
    monkeypatch.setattr(runner, "rules", lambda: own)
    return run_rules(workspace)


def seen(outcome: runner.Run) -> list[tuple[str, str]]:
    return [(d.code, d.place.file.split("/")[1]) for d in outcome.diagnostics]


def test_the_runner_stamps_the_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place, other = Place("a.yaml", ("x",)), Place("b.yaml")
    check = lambda _: [finding(place, other, value="x")]  # noqa: E731 - a check of one line
    outcome = run(monkeypatch, workspace_of(tmp_path, {}), rule("KR901", check=check))
    assert outcome.diagnostics == (Diagnostic("KR901", place, {"value": "x"}, (other,)),)


def test_a_rule_skips_only_the_region_whose_file_is_broken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = {f"{HERE}/parties.yaml": "parties: [\n", **NEIGHBOUR}
    outcome = run(
        monkeypatch, workspace_of(tmp_path, broken), rule("KR901", Parties), rule("KR902", Plan)
    )
    assert seen(outcome) == [("KR901", "buur"), ("KR902", "buur"), ("KR902", "voorbeeld")]
    assert outcome.skipped == (Skipped("KR901", "voorbeeld"),)


def test_a_broken_file_of_a_year_hides_its_region(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = {f"{HERE}/2025/plan.yaml": "document: geen\n", **NEIGHBOUR}
    outcome = run(monkeypatch, workspace_of(tmp_path, broken), rule("KR901", Plan))
    assert seen(outcome) == [("KR901", "buur")]
    assert outcome.skipped == (Skipped("KR901", "voorbeeld"),)


def test_a_broken_catalogue_hides_every_region(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = {"catalog/municipalities.yaml": "municipalities: [\n"}
    outcome = run(
        monkeypatch, workspace_of(tmp_path, broken), rule("KR901", Municipalities, Parties)
    )
    assert outcome == runner.Run((), (Skipped("KR901", None),))


def test_a_file_that_is_not_there_is_not_broken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace = workspace_of(tmp_path, {f"{HERE}/parties.yaml": None})
    outcome = run(monkeypatch, workspace, rule("KR901", Parties))
    assert outcome.skipped == ()
    assert seen(outcome) == [("KR901", "voorbeeld")]


def test_a_rule_waits_for_what_must_be_right_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    check = lambda _: [finding(Place(f"{HERE}/region.yaml"))]  # noqa: E731 - a check of one line
    outcome = run(
        monkeypatch,
        workspace_of(tmp_path, NEIGHBOUR),
        rule("KR901", check=check),
        rule("KR902", after="KR901"),
        rule("KR903", after="KR900"),
    )
    assert seen(outcome)[1:] == [("KR902", "buur"), ("KR903", "buur"), ("KR903", "voorbeeld")]
    assert outcome.skipped == (Skipped("KR902", "voorbeeld"),)


def test_a_rule_that_fails_says_which_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def check(_: Workspace) -> Iterator[Finding]:
        yield finding(Place("a.yaml"))
        raise ZeroDivisionError("gedeeld door nul")

    with pytest.raises(RuleError, match=r"KR901 a-rule: ZeroDivisionError.*gedeeld door nul"):
        run(monkeypatch, workspace_of(tmp_path, {}), rule("KR901", check=check))


def test_every_rule_runs_once_and_pages_are_in_order_of_code() -> None:
    codes = [rule.code for rule in rules()]
    assert len(codes) == len(set(codes))
    assert list(pages()) == sorted(pages())


def test_what_must_be_right_first_is_checked_first() -> None:
    codes = [rule.code for rule in rules()]
    late = [(rule.code, code) for rule in rules() for code in rule.after if code in codes]
    assert late
    assert [pair for pair in late if codes.index(pair[1]) > codes.index(pair[0])] == []


def test_without_the_names_that_it_needs_nothing_is_checked(tmp_path: Path) -> None:
    checked = check_over(tmp_path, {"catalog/municipalities.yaml": "municipalities: [\n"})
    assert checked.codes == ["KR003"]
    assert {skip.region for skip in checked.skipped} == {None}
    assert "KR101" in {skip.code for skip in checked.skipped}
