"""A document tells of a division what `allocate` tells: shares, comparison, years and why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.rendering import document_of
from tests.workspaces import load_over

Told = Callable[..., str]

RESULTS = """\
source: werkagenda/doelen
targets:
  - id: trajecten
    title: Trajecten VoorZorg
    kind: per-municipality
    intervention: voorzorg
    unit: trajecten
    minimum: 2
    maximum: 4
    total: {total}
    allocation: {{key: births{more}}}
"""


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Makes the chapter about a division of a total with more about how."""

    def make(total: int = 9, more: str = "") -> str:
        file = "regions/voorbeeld/2025/results.yaml"
        results = RESULTS.format(total=total, more=more)
        loaded = load_over(tmp_path / "data", {file: results})
        document = document_of(loaded.value.workspace)
        return document.split("## Verdeling over gemeenten", 1)[1].split("\n## ", 1)[0]

    return make


def test_each_share_next_to_equal_parts_and_people(told: Told) -> None:
    lines = told().splitlines()
    heads = "Gemeente | Krijgt | Bij gelijke delen | Verschil"
    assert f"| {heads} | Per 10.000 inwoners | Per 1.000 geboorten |" in lines
    assert "| Rhenen | 2 | 3 | \\-1 | 0,97 | 10 |" in lines
    assert "| Samen | 9 | 9 |  | 0,42 | 3,75 |" in lines


def test_how_each_share_came_about(told: Told) -> None:
    found = told()
    assert "minimum 2, maximum 4, aandeel 4,88" in found
    assert "aandeel 0,75, dat wordt het minimum (grootste resten; geboorten in 2024)" in found


def test_the_year_of_the_figures_and_the_method(told: Told) -> None:
    found = told()
    assert "Sleutel: geboorten in 2024. Methode: grootste resten." in found
    assert "Per inwoner: inwoners op 1 januari 2024. Per geboorte: geboorten in 2024." in found


def test_a_value_chosen_by_hand_and_assumed(told: Told) -> None:
    deviation = "{value: 3, reason: Al beloofd, assumed: {value: Zo verteld}}"
    found = told(more=f", deviations: {{Ede: {deviation}}}")
    # 1300 of 2400 births, of 9.
    assert "3: aandeel 4,88 (geboorten in 2024), met de hand 1,88 lager gezet: Al beloofd" in found
    assert "Met de hand gekozen, en een aanname: Ede." in found


def test_what_cannot_be_divided_says_by_how_much(told: Told) -> None:
    found = told(total=13)
    assert "De verdeling van Trajecten VoorZorg kan niet." in found
    assert "De maximums zijn samen 12 en het totaal is 13: dat is 1 te veel." in found
    assert "Tabel" not in found
