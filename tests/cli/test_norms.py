"""`targets --norms`: what the national norms ask of a region, what is known and what is missing."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import DATA, kansrijk, on_repository
from tests.workspaces import lay

WORDS = ("targets", "voorbeeld", "2025", "--norms")
JSON = ("--format", "json")
COALITIONS = "regions/voorbeeld/coalitions.yaml"
RESULTS = "regions/voorbeeld/2025/results.yaml"
NORMS = """\
norms:
  - {id: coalitie, title: Coalitie, kind: every-municipality, counts: local-coalitions}
  - {id: steunpunt, title: Steunpunt, kind: per-municipality, unit: steunpunten, minimum: 1}
  - {id: risico, title: Inschatting van het valrisico, kind: narrative}
"""
NONE = """\
source: werkagenda/coalities
coalitions:
  - {id: ede, name: Coalitie Ede, level: local, municipalities: [Ede], status: active}
  - {id: rhenen, name: Coalitie Rhenen, level: local, municipalities: [Rhenen], status: none}
"""
TAKEN_OVER = """\
source: werkagenda/doelen
targets:
  - id: steunpunten
    title: Steunpunten in de regio
    kind: per-municipality
    unit: steunpunten
    minimum: 2
    norm: steunpunt
    deviation: De regio is groot
figures:
  - {target: steunpunten, place: Ede, period: 2025-06, value: 1}
"""


@pytest.fixture(autouse=True)
def catalog(work: Path) -> None:
    """A catalogue with a norm of each kind."""
    lay(work / "data", {"catalog/norms.yaml": NORMS})


def norms(*more: str) -> dict[str, Any]:
    """The norms by id."""
    result = kansrijk(*WORDS, "--format", "json", *more)
    assert result.err == ""
    found = json.loads(result.out)
    schema = json.loads((DATA / "schemas/output/norms.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(found)
    return {norm["id"]: norm for norm in found["norms"]}


class TestKnown:
    def test_everything_that_is_known_is_there(self) -> None:
        norm = norms()["coalitie"]
        assert (norm["required"]["total"], norm["known"]["total"]) == (3, 3)
        assert (norm["lacking"], norm["short"], norm["unknown"]) == (0, [], [])
        assert kansrijk(*WORDS, "--check").code == 0

    def test_what_is_not_known_has_no_number(self) -> None:
        norm = norms()["steunpunt"]
        assert (norm["known"]["total"], norm["known"]["total_state"]) == (None, "unknown")
        assert (norm["lacking"], norm["lacking_state"]) == (None, "unknown")
        assert norm["unknown"] == ["Ede", "Rhenen", "Veenendaal"]


def test_who_is_known_to_lack_it(work: Path) -> None:
    (work / "data" / COALITIONS).write_text(NONE, "utf-8")
    norm = norms()["coalitie"]
    assert (norm["short"], norm["unknown"], norm["known"]["complete"]) == (
        ["Rhenen"],
        ["Veenendaal"],
        False,
    )
    assert kansrijk(*WORDS, "--check").code == 1
    lines = kansrijk(*WORDS).out.splitlines()
    [row] = [line for line in lines if line.startswith(" Coalitie ")]
    assert "alle gemeenten (3)" in row
    assert "1 (niet overal bekend)" in row
    assert "hoogstens 2" in row


def test_a_target_that_takes_over_a_norm_with_its_reason(work: Path) -> None:
    (work / "data" / RESULTS).write_text(TAKEN_OVER, "utf-8")
    norm = norms()["steunpunt"]
    assert (norm["target"], norm["deviation"]) == ("steunpunten", "De regio is groot")
    assert (norm["required"]["total"], norm["known"]["municipalities"]) == (None, {"Ede": 1})
    assert norm["short"] == ["Ede"]
    shown = kansrijk(*WORDS).out
    assert "Steunpunten in de regio" in shown
    assert "De regio is groot" in shown


def test_without_own_targets_there_are_no_columns_for_them() -> None:
    heads = next(line for line in kansrijk(*WORDS).out.splitlines() if "Gevraagd" in line)
    assert heads.split() == ["Norm", "Gevraagd", "Bekend", "Ontbreekt"]


def test_a_norm_that_is_judged_says_so() -> None:
    lines = kansrijk(*WORDS, "--format", "csv").out.splitlines()
    judged = [line for line in lines if line.startswith("Inschatting van het valrisico")]
    assert [line.split(";")[1] for line in judged] == ["een oordeel"]


def test_a_norm_that_wants_a_figure_says_which(work: Path) -> None:
    text = NORMS.replace("kind: narrative}", "kind: narrative, needs: het aantal ouderen}")
    lay(work / "data", {"catalog/norms.yaml": text})
    out = kansrijk(*WORDS).out
    [row] = [line for line in out.splitlines() if line.startswith(" Inschatting")]
    assert row.split("valrisico")[1].split() == ["onbekend"] * 3
    told = "Nog niet te berekenen: Inschatting van het valrisico. Daarvoor is nodig: het aantal"
    assert f"{told} ouderen." in out
    assert norms()["risico"]["needs"] == "het aantal ouderen"


def test_the_national_norms_about_people_of_an_age_say_what_is_needed() -> None:
    """The register of inhabitants has no ages: nothing is made up."""
    result = on_repository("targets", "noord-en-midden-limburg", "2024", *WORDS[3:], *JSON)
    needed = {norm["id"]: norm["needs"] for norm in json.loads(result.out)["norms"]}
    assert {id_ for id_, needs in needed.items() if needs} == {
        *("valpreventie-inschatting", "valpreventie-deelname"),
        *(f"overgewicht-kinderen-{what}" for what in ("zorgverlener", "gli", "coordinatie")),
    }
