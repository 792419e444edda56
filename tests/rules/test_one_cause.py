"""A wrong amount is one mistake, and gives one message, that shows what was added up."""

from pathlib import Path

import pytest

from tests.workspaces import Checked, check_over

BUDGETS = "regions/voorbeeld/2025/budgets.yaml"
HEAD = """\
source: werkagenda
funding: [{id: iza, title: IZA, amount: 45000}]
budgets:
- id: b
  title: B
  lines:
"""
# As it should be; each test makes one of the amounts another.
RIGHT = """\
  - {id: regie, title: R, fte: 0.5, scale: 11, under: staf, funding: iza, amount: 30000}
  - {id: studie, title: S, fte: 0.25, scale: 11, under: staf, funding: iza, amount: 15000}
  - {id: staf, title: Staf, total: true, under: alles, amount: 45000}
  - id: loket
    title: L
    under: alles
    amount: 4000
    shared: {project: P, total: 9000, regions: {voorbeeld: 4000, elders: 5000}}
  - {id: alles, title: Alles, total: true, amount: 49000}
"""


def check(folder: Path, lines: str) -> Checked:
    return check_over(folder, {BUDGETS: HEAD + lines})


def test_what_adds_up_is_right(tmp_path: Path) -> None:
    assert check(tmp_path, RIGHT).codes == []


@pytest.mark.parametrize(
    ("right", "wrong", "total"),
    [
        # Also another rate (KR408), and more than the source of money gives (KR407).
        ("iza, amount: 15000", "iza, amount: 43000", "staf"),
        # Also another amount than its region pays of the project (KR409).
        ("amount: 4000\n", "amount: 6000\n", "alles"),
        # Also the total in which this total counts.
        ("under: alles, amount: 45000", "under: alles, amount: 54000", "staf"),
        ("total: true, amount: 49000", "total: true, amount: 94000", "alles"),
    ],
)
def test_one_wrong_amount_is_one_message(
    right: str, wrong: str, total: str, tmp_path: Path
) -> None:
    assert RIGHT.count(right) == 1
    found = check(tmp_path, RIGHT.replace(right, wrong))
    assert [(d.code, d.params["line"]) for d in found.diagnostics] == [("KR401", total)]


def test_two_wrong_totals_of_which_one_counts_in_the_other_are_two_messages(
    tmp_path: Path,
) -> None:
    lines = RIGHT.replace("alles, amount: 45000", "alles, amount: 54000")
    found = check(tmp_path, lines.replace("true, amount: 49000", "true, amount: 94000"))
    assert [d.params["line"] for d in found.diagnostics] == ["staf", "alles"]


@pytest.mark.parametrize(
    ("right", "wrong", "codes"),
    [
        ("fte: 0.25", "fte: 0.2", ["KR408"]),
        ("amount: 45000}]", "amount: 40000}]", ["KR407"]),
        ("voorbeeld: 4000", "voorbeeld: 3000", ["KR409", "KR409"]),
    ],
)
def test_with_right_totals_the_other_rules_speak(
    right: str, wrong: str, codes: list[str], tmp_path: Path
) -> None:
    text = (HEAD + RIGHT).replace(right, wrong)
    assert text != HEAD + RIGHT
    assert check_over(tmp_path, {BUDGETS: text}).codes == codes


def test_parts_that_are_not_the_amount_come_before_the_total(tmp_path: Path) -> None:
    lines = RIGHT.replace(
        "funding: iza, amount: 15000",
        "funded: [{funding: iza, amount: 15000}], amount: 18000",
    )
    assert check(tmp_path, lines).codes == ["KR410"]


def test_a_total_shows_each_amount_that_was_added_up_by_its_line(tmp_path: Path) -> None:
    found = check(tmp_path, RIGHT.replace("amount: 49000", "amount: 47000"))
    [total], [said] = found.diagnostics, found.messages()
    places = [(place.route[-2:], place.file) for place in total.related]
    assert places == [((2, "amount"), BUDGETS), ((3, "amount"), BUDGETS)]
    assert said.elsewhere == ("`staf` telt mee", "`loket` telt mee")
    assert total.params["difference"] == 2000


def test_of_columns_only_the_amounts_of_the_column_are_shown(tmp_path: Path) -> None:
    text = (
        "source: werkagenda\nbudgets:\n- id: b\n  title: B\n  empty: nvt\n  columns:\n"
        "  - {id: een, kind: budget, period: 2025}\n  - {id: twee, kind: budget, period: 2026}\n"
        "  lines:\n"
        "  - {id: a, title: A, under: t, amounts: {een: 10, twee: 20}}\n"
        "  - {id: b, title: B, under: t, amounts: {een: 5}}\n"
        "  - {id: t, title: T, total: true, amounts: {een: 15, twee: 40}}\n"
    )
    [total] = check_over(tmp_path, {BUDGETS: text}).diagnostics
    assert [place.route[-3:] for place in total.related] == [(0, "amounts", "twee")]


TARGET = """\
source: werkagenda
targets:
  - {id: t, title: T, kind: per-municipality, minimum: 2, maximum: 2, total: 6}
"""
REGION = """\
name: Voorbeeld
kinds: [IZA]
municipalities: [Ede, Rhenen, Veenendaal]
sources:
  - {id: werkagenda, title: Werkagenda 2025}
"""


def test_a_municipality_that_the_region_lacks_is_not_also_a_target_that_cannot_be_met(
    tmp_path: Path,
) -> None:
    results, region = "regions/voorbeeld/2025/results.yaml", "regions/voorbeeld/region.yaml"
    assert check_over(tmp_path / "right", {results: TARGET, region: REGION}).codes == []
    # The total is that of three municipalities, and two are left.
    lacks = {results: TARGET, region: REGION.replace(", Veenendaal", "")}
    assert set(check_over(tmp_path / "wrong", lacks).codes) == {"KR108"}
