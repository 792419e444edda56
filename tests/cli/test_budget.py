"""`kansrijk budget` on a small region: what is open, paid, shared and spent, in table and JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import kansrijk
from tests.workspaces import workspace_of

BUDGETS = """\
source: werkagenda
funding:
  - {id: iza, title: IZA, amount: 100}
  - {id: eigen, title: Eigen}
budgets:
  - id: b
    title: B
    multiplier: 1000
    columns:
      - {id: plan, kind: budget, period: 2025}
      - {id: echt, kind: actual, period: 2025}
    lines:
      - id: uren
        title: Uren
        under: som
        amounts: {plan: {value: 8, condition: als het mag}, echt: 9}
        funded: [{funding: iza, amount: 5}, {funding: eigen, amount: 3}]
        shared: {project: Loket, total: 20, regions: {voorbeeld: 8, buren: 12}}
      - {id: zaal, title: Zaal, under: som, amounts: {plan: PM, echt: nvt}}
      - {id: som, title: Som, total: true, amounts: {plan: PM, echt: 9}}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with this budget; everything else is the smallest valid one."""
    workspace_of(tmp_path, {"regions/voorbeeld/2025/budgets.yaml": BUDGETS})
    return tmp_path


def as_json(data: Path) -> dict[str, Any]:
    result = kansrijk("--data", data, "budget", "voorbeeld", "2025", "--format", "json")
    assert (result.code, result.err) == (0, "")
    [budget] = json.loads(result.out)["budgets"]
    assert isinstance(budget, dict)
    return budget


def test_a_line_with_its_sources_condition_and_project(data: Path) -> None:
    line = as_json(data)["lines"][0]
    assert line["conditions"] == {"plan": "als het mag"}
    assert line["funded"] == [
        {"funding": "iza", "column": "plan", "amount": 5000},
        {"funding": "eigen", "column": "plan", "amount": 3000},
    ]
    assert line["shared"] == {
        "project": "Loket",
        "total": 20000,
        "regions": {"buren": 12000, "voorbeeld": 8000},
        "columns": {},
    }


def test_a_sum_is_at_least_what_is_known(data: Path) -> None:
    [found] = [s for s in as_json(data)["sums"] if (s["line"], s["column"]) == ("som", "plan")]
    assert found == {
        "line": "som",
        "column": "plan",
        "value": 8000,
        "conditional": 8000,
        "unconditional": 0,
        "at_least": True,
        "bound": "at-least",
        "open": ["zaal"],
    }


def test_what_was_spent_is_more_than_the_budget(data: Path) -> None:
    [found] = as_json(data)["compared"]
    assert (found["line"], found["left"], found["share"]) == ("uren", -1000, 1.125)


def test_with_an_open_line_the_rest_is_not_certain(data: Path) -> None:
    text = BUDGETS.replace("amounts: {plan: PM, echt: 9}", "amounts: {plan: 8, echt: 9}")
    (data / "regions/voorbeeld/2025/budgets.yaml").write_text(text, "utf-8")
    [_, som] = as_json(data)["compared"]
    assert (som["left"], som["left_bound"], som["share_bound"]) == (-1000, "at-least", "at-most")
    out = kansrijk("--data", data, "budget", "voorbeeld", "2025").out
    [row] = [line for line in out.splitlines() if "112,5%" in line and "Som" in line]
    assert "hoogstens 112,5%   minstens € -1.000" in row


def test_the_table_says_the_same(data: Path) -> None:
    out = kansrijk("--data", data, "budget", "voorbeeld", "2025").out
    assert "minstens € 8.000" in out
    assert "112,5%" in out
    assert "€ -1.000" in out
    assert "onder voorwaarde" in out


def test_who_pays_and_who_shares_is_told(data: Path) -> None:
    lines = kansrijk("--data", data, "budget", "voorbeeld", "2025").out.splitlines()
    paid = lines[lines.index("B: wie betaalt") :]
    [first] = [line for line in paid if line.startswith(" Uren")][:1]
    assert first.split(maxsplit=1)[1] == "IZA € 5.000"
    assert paid[paid.index(first) + 1].strip() == "Eigen € 3.000"
    shared = lines[lines.index("B: gedeeld met andere regio's") :]
    [project] = [line for line in shared if line.startswith(" Loket")]
    assert project.split()[1:] == ["Uren", "€", "20.000", "Voorbeeld", "€", "8.000"]


def test_one_source_for_all_needs_no_table_of_who_pays(data: Path) -> None:
    text = BUDGETS.replace(
        "funded: [{funding: iza, amount: 5}, {funding: eigen, amount: 3}]", "funding: iza"
    )
    (data / "regions/voorbeeld/2025/budgets.yaml").write_text(text, "utf-8")
    assert "wie betaalt" not in kansrijk("--data", data, "budget", "voorbeeld", "2025").out


def test_tables_in_thousands_of_euros(data: Path) -> None:
    out = kansrijk("--data", data, "budget", "voorbeeld", "2025", "--thousands").out
    lines = out.splitlines()
    assert lines[0] == "B (x € 1.000)"
    [row] = [line for line in lines if line.startswith(" Uren") and "voorwaarde" in line]
    assert row.split() == ["Uren", "8", "(onder", "voorwaarde)", "9"]
    assert "Eigen 3" in out
    assert not any("€" in line for line in lines if line.startswith(" "))


@pytest.mark.parametrize("more", [("--format", "json"), ("--format", "csv"), ("--key", "equal")])
def test_thousands_are_for_reading(data: Path, more: tuple[str, ...]) -> None:
    result = kansrijk("--data", data, "budget", "voorbeeld", "2025", "--thousands", *more)
    assert (result.code, result.out) == (2, "")
    assert "--thousands" in result.err


def test_amounts_of_a_column_in_thousands_have_as_many_decimals(tmp_path: Path) -> None:
    text = """\
source: werkagenda
budgets:
  - id: b
    title: B
    columns: [{id: een, kind: budget, period: 2025}, {id: twee, kind: budget, period: 2026}]
    lines:
      - {id: uren, title: Uren, amounts: {een: 56450, twee: 56000}}
      - {id: zaal, title: Zaal, amounts: {een: 87000, twee: 1000}}
"""
    workspace_of(tmp_path, {"regions/voorbeeld/2025/budgets.yaml": text})
    out = kansrijk("--data", tmp_path, "budget", "voorbeeld", "2025", "--thousands").out
    rows = [line.split() for line in out.splitlines() if line.startswith((" Uren", " Zaal"))]
    assert rows[:2] == [["Uren", "56,45", "56"], ["Zaal", "87,00", "1"]]


def test_a_document_may_have_its_tables_in_thousands(data: Path, tmp_path: Path) -> None:
    layouts = tmp_path / "regions/voorbeeld/templates/layouts"
    layouts.mkdir(parents=True)
    layout = layouts / "werkagenda.md.j2"
    words = ("--data", data, "report", "voorbeeld", "2025", "--output", "-")
    found = []
    for options in ("", ", thousands=true"):
        layout.write_text(f'{{{{ section("budgets"{options}) }}}}\n', "utf-8")
        found.append(kansrijk(*words).out.split("## Wat opvalt")[0])
    euros, thousands = found
    assert "| **Som** |" in euros
    assert "€ 9.000" in euros
    assert "B (x € 1.000)" in thousands
    assert "9.000" not in thousands


def test_cents_are_written_and_shown_as_two_decimals(tmp_path: Path) -> None:
    text = """\
source: werkagenda
budgets:
  - id: b
    title: B
    lines:
      - {id: uren, title: Uren, under: som, amount: 56400.50}
      - {id: zaal, title: Zaal, under: som, amount: 87300.00}
      - {id: som, title: Som, total: true, amount: 143701}
"""
    workspace_of(tmp_path, {"regions/voorbeeld/2025/budgets.yaml": text})
    out = kansrijk("--data", tmp_path, "validate", "--format", "concise").out
    assert out.endswith(
        " opmerking KR402 Het totaal `som` is 143.701, de regels tellen op tot 143.700,50:"
        " waarschijnlijk een afronding.\n"
    )
    assert out.count("\n") == 1
    assert [line["amounts"]["amount"] for line in as_json(tmp_path)["lines"]] == [
        56400.5,
        87300,
        143701,
    ]


def test_more_than_a_source_gives_is_found(data: Path) -> None:
    # The source gives 100 euros; the lines are in thousands.
    found = json.loads(kansrijk("--data", data, "validate", "--format", "json").out)["findings"]
    assert [finding["code"] for finding in found] == ["KR407"]
    assert "€ 4.900" in found[0]["message"]
