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
        "open": ["zaal"],
    }


def test_what_was_spent_is_more_than_the_budget(data: Path) -> None:
    [found] = as_json(data)["compared"]
    assert (found["line"], found["left"], found["share"]) == ("uren", -1000, 1.125)


def test_the_table_says_the_same(data: Path) -> None:
    out = kansrijk("--data", data, "budget", "voorbeeld", "2025").out
    assert "minstens € 8.000" in out
    assert "112,5%" in out
    assert "€ -1.000" in out
    assert "onder voorwaarde" in out


def test_more_than_a_source_gives_is_found(data: Path) -> None:
    # The source gives 100 euros; the lines are in thousands.
    found = json.loads(kansrijk("--data", data, "validate", "--format", "json").out)["findings"]
    assert [finding["code"] for finding in found] == ["KR407"]
    assert "€ 4.900" in found[0]["message"]
