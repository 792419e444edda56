"""A name where a list of names belongs gives the list that is meant."""

from pathlib import Path

import pytest

from tests.workspaces import BASE, load_over

REGION = "regions/voorbeeld"
PLAN = f"{REGION}/2025/plan.yaml"


def meant(folder: Path, file: str, old: str, new: str) -> object:
    """What is proposed for the one thing that is wrong."""
    text = (BASE / file).read_text("utf-8")
    assert old in text
    [problem] = load_over(folder, {file: text.replace(old, new)}).diagnostics
    assert (problem.code, problem.params["expected"]) == ("KR022", "list")
    return problem.params.get("meant")


@pytest.mark.parametrize(
    ("value", "listed"),
    [
        ("kansrijke start", "[kansrijke-start]"),
        ("kansrijke-start", "[kansrijke-start]"),
        ("Kansrijke Strat", "[kansrijke-start]"),
        ("iets heel anders", "[iets heel anders]"),
    ],
)
def test_the_id_of_a_programme(value: str, listed: str, tmp_path: Path) -> None:
    title = "title: Werkagenda 2025"
    assert meant(tmp_path, PLAN, title, f"{title}\n  programmes: {value}") == listed


@pytest.mark.parametrize(
    ("value", "listed"),
    [
        ("Ede", "[Ede]"),
        ("rhenen en ede", "[Rhenen, Ede]"),
        ("Ede/Rhenen", "[Ede, Rhenen]"),
        ("Venendaal", "[Veenendaal]"),
        ("Den Bosch", "[Den Bosch]"),
        ('"\'s-Hertogenbosch"', '["\'s-Hertogenbosch"]'),
        ("Nuenen, Gerwen en Nederwetten", '["Nuenen, Gerwen en Nederwetten"]'),
    ],
)
def test_municipalities(value: str, listed: str, tmp_path: Path) -> None:
    assert meant(tmp_path, f"{REGION}/coalitions.yaml", "[Rhenen, Veenendaal]", value) == listed


def test_a_party_of_the_region(tmp_path: Path) -> None:
    assert meant(tmp_path, PLAN, "owners: [ggd]}", "owners: stuurgroep iza}") == "[stuurgroep]"


def test_of_a_list_of_other_things_the_words_stay(tmp_path: Path) -> None:
    assert meant(tmp_path, f"{REGION}/region.yaml", "[IZA]", "iza") == "[iza]"
