"""`kansrijk coverage` in depth: groups, white spots, matrices and mergers, as a user asks them."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Result, kansrijk, on_repository
from tests.workspaces import lay

EINDHOVEN = ("coverage", "eindhoven-de-kempen")
OFFER_FILE = "regions/voorbeeld/interventions.yaml"
SPOTS = ("coverage", "voorbeeld", "--white-spots")
VOORNE = """\
name: Voorne
kinds: [own]
municipalities: [Brielle, Hellevoetsluis, Westvoorne, Nissewaard]
"""
REGISTER = """\
municipalities:
  - {code: GM0501, name: Brielle, province: Z, until: 2022-12-31, successors: [GM1992]}
  - {code: GM0530, name: Hellevoetsluis, province: Z, until: 2022-12-31, successors: [GM1992]}
  - {code: GM0614, name: Westvoorne, province: Z, until: 2022-12-31, successors: [GM1992]}
  - {code: GM1930, name: Nissewaard, province: Z}
  - {code: GM1992, name: Voorne aan Zee, province: Z, since: 2023-01-01}
"""
BORDERS = """\
borders:
  Voorne aan Zee: {latitude: 51.88, longitude: 4.13, neighbours: [Nissewaard]}
  Nissewaard: {latitude: 51.82, longitude: 4.27, neighbours: [Voorne aan Zee]}
"""
OFFER = """\
interventions:
  - id: samen
    name: Samen
    kind: intervention
    phases: [during]
    prevention: [selective]
    target_group: Ouders
    recognition: {status: well-founded, until: 2022-06-30}
deployments:
  Brielle:
    samen: active
    giz: none
"""
AGREEMENTS = """\
agreements:
  - {id: een, title: Alleen regionaal, level: board, regional: Samen.}
  - {id: twee, title: Alleen lokaal, level: execution, local: Zelf.}
"""


@pytest.fixture
def voorne(tmp_path: Path) -> Path:
    """A region of which three municipalities merged on 1 January 2023."""
    folder = "regions/voorne"
    return lay(
        tmp_path,
        {
            "catalog/municipalities.yaml": REGISTER,
            "catalog/borders.yaml": BORDERS,
            f"{folder}/region.yaml": VOORNE,
            f"{folder}/interventions.yaml": OFFER,
            f"{folder}/agreements.yaml": AGREEMENTS,
            f"{folder}/2023/plan.yaml": "document: {kind: jaarplan, title: Jaarplan}\n",
            "regions/voorbeeld/region.yaml": None,
            "regions/voorbeeld/interventions.yaml": None,
            "regions/voorbeeld/coalitions.yaml": None,
            "regions/voorbeeld/parties.yaml": None,
            "regions/voorbeeld/2025/plan.yaml": None,
        },
    )


def on(data: Path, day: str, *options: str) -> Result:
    """The coverage of that region on a day."""
    return kansrijk("--data", data, "coverage", "voorne", "--on", day, *options)


def shape(data: Path, day: str) -> Any:
    """The same as JSON."""
    return json.loads(on(data, day, "--format", "json").out)


def rows(result: Result) -> list[dict[str, str]]:
    """The rows of a CSV."""
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out), delimiter=";"))


class TestMergers:
    def test_a_deployment_counts_under_the_old_name_before_and_the_new_one_after(
        self, voorne: Path
    ) -> None:
        before, after = shape(voorne, "2022-12-31"), shape(voorne, "2023-01-01")
        old = ["Brielle", "Hellevoetsluis", "Nissewaard", "Westvoorne"]
        assert before["municipalities"] == old
        assert after["municipalities"] == ["Nissewaard", "Voorne aan Zee"]
        assert (before["merged"], after["merged"]) == ({}, {"Voorne aan Zee": ["Brielle"]})
        assert before["by_municipality"]["Brielle"]["active"] == 1
        assert after["by_municipality"]["Voorne aan Zee"]["active"] == 1
        # Brielle says that it has no GIZ; the others say nothing, so nobody knows it of the whole.
        assert after["by_municipality"]["Voorne aan Zee"]["unknown"] == 1

    def test_it_is_told_under_the_table(self, voorne: Path) -> None:
        assert "samengegaan" not in on(voorne, "2022-12-31").out
        told = on(voorne, "2023-01-01").out
        assert "Onder Voorne aan Zee telt mee wat bij Brielle is ingevuld" in told


class TestViews:
    @pytest.mark.parametrize(
        ("by", "first"),
        [
            ("phase", "voor de zwangerschap"),
            ("level", "uitvoering"),
            ("element", "Mogelijke samenwerkingsafspraken met partners"),
            ("support", "Basiszorg"),
            ("target-group", "Zwangeren"),
        ],
    )
    def test_every_way_to_look_has_its_own_rows(self, by: str, first: str) -> None:
        found = rows(on_repository(*EINDHOVEN, "--by", by, "--format", "csv"))
        assert next(iter(found[0].values())).startswith(first)
        assert {row["van"] for row in found} == {"15"}

    def test_unknown_and_not_there_stand_on_lines_of_their_own(self, voorne: Path) -> None:
        found = rows(on(voorne, "2022-12-31", "--white-spots", "--format", "csv"))
        stands = {(row["Interventie"], row["Gemeente"]): row["Stand"] for row in found}
        assert stands["GIZ-methodiek", "Brielle"] == "niet aanwezig"
        assert stands["GIZ-methodiek", "Nissewaard"] == "onbekend"
        assert ("Samen", "Brielle") not in stands

    def test_the_nearest_one_is_named(self, voorne: Path) -> None:
        [row] = [
            row
            for row in rows(on(voorne, "2023-01-01", "--white-spots", "--format", "csv"))
            if row["Interventie"] == "Samen"
        ]
        assert row["Gemeente"] == "Nissewaard"
        assert (row["Vraag het aan"], row["Afstand"]) == ("Voorne aan Zee", "buurgemeente")

    def test_in_the_repository_best_can_ask_its_neighbours(self) -> None:
        found = rows(on_repository(*EINDHOVEN, "--white-spots", "--format", "csv"))
        asked = {(r["Interventie"], r["Gemeente"]): r["Vraag het aan"] for r in found}
        assert asked["Stevig Ouderschap", "Bladel"] == "Oirschot"
        assert ("Stevig Ouderschap", "Oirschot") not in asked

    def test_agreements_with_one_side_are_told_with_the_white_spots(self, voorne: Path) -> None:
        told = on(voorne, "2023-01-01", "--white-spots").out
        assert "Geen lokale uitwerking in de gegevens: Alleen regionaal." in told
        assert "Geen regionale afspraak in de gegevens: Alleen lokaal." in told

    def test_a_recognition_that_is_over_is_told(self, voorne: Path) -> None:
        assert "geldig tot en met 30 juni 2022" in on(voorne, "2022-07-01").out
        assert "geldig tot en met" not in on(voorne, "2022-06-30").out
        expired = {"intervention": "samen", "state": "expired", "day": "2022-06-30"}
        assert shape(voorne, "2022-07-01")["recognitions"] == [expired]

    def test_the_matrix_has_a_row_for_every_municipality(self) -> None:
        words = (*EINDHOVEN, "--matrix", "municipality")
        found = rows(on_repository(*words, "--format", "csv"))
        assert len(found) == 15
        assert {row["GIZ-methodiek"] for row in found} == {"ja"}
        assert next(r for r in found if r["Gemeente"] == "Best")["CenteringZwangerschap"] == "?"
        # In a terminal the heads are letters, explained below.
        shown = on_repository(*words).out
        assert max(map(len, shown.splitlines())) <= 80
        [best] = [line for line in shown.splitlines() if line.startswith(" Best ")]
        assert best.split() == ["Best", *"●?●●●???????????"]
        assert [line.split() for line in shown.splitlines() if "GIZ" in line] == [
            ["a", "GIZ-methodiek"]
        ]

    def test_the_prevention_matrix_counts_municipalities(self, voorne: Path) -> None:
        found = rows(on(voorne, "2023-01-01", "--matrix", "prevention", "--format", "csv"))
        [row] = found
        assert row["Selectief"] == "Samen (1)"
        assert row["Onbekend"] == "GIZ-methodiek (onbekend)"

    def test_the_example_shows_a_goal_with_what_serves_it(self, tmp_path: Path) -> None:
        kansrijk("init", tmp_path)
        data = ("--data", tmp_path / "data", "coverage", "voorbeeldregio")
        # The plan of next year is there from the day on which it was adopted.
        [goal, _] = rows(kansrijk(*data, "--matrix", "prevention", "--format", "csv"))
        assert goal["Doel"] == "Ouders vinden steun dicht bij huis"
        assert (goal["Universeel"], goal["Onbekend"]) == ("Babycafé (1)", "Home-Start (1)")
        before = kansrijk(*data, "--matrix", "prevention", "--on", "2026-12-09").out
        assert "Op deze dag is er geen plan" in before

    def test_a_prevention_matrix_without_levels_says_so(self) -> None:
        told = on_repository(*EINDHOVEN, "--matrix", "prevention").out
        assert "Van geen enkele interventie staat het preventieniveau" in told

    def test_what_is_only_there_for_the_region_is_unknown_in_each_municipality(self) -> None:
        counts = on_repository("coverage", "noord-en-midden-limburg").out
        assert "Het aanbod is alleen voor de regio als geheel ingevuld." in counts
        assert counts.count(" 0         14    14") == 11
        spots = on_repository("coverage", "noord-en-midden-limburg", "--white-spots").out
        assert "PrePare" in spots
        assert "alle 14 gemeenten" in spots
        assert "Er zijn geen witte vlekken." not in counts + spots

    def test_no_white_spots_is_only_said_when_something_was_counted(self, tmp_path: Path) -> None:
        everywhere = "{Ede: {giz: active}, Rhenen: {giz: active}, Veenendaal: {giz: active}}"
        full, empty = (
            kansrijk(
                "--data", lay(tmp_path / name, {OFFER_FILE: f"deployments: {rows}\n"}), *SPOTS
            ).out
            for name, rows in (("full", everywhere), ("empty", "{}"))
        )
        assert "Er zijn geen witte vlekken." in full
        assert "Er is nog geen aanbod ingevuld." in empty
        assert "Er zijn geen witte vlekken." not in empty

    def test_what_stands_for_the_region_does_not_hide_what_municipalities_have(
        self, tmp_path: Path
    ) -> None:
        rows = "{Ede: {giz: active}, Voorbeeld: {voorzorg: active, nu-niet-zwanger: none}}"
        folder = lay(tmp_path, {OFFER_FILE: f"source: werkagenda\ndeployments: {rows}\n"})
        told = kansrijk("--data", folder, "coverage", "voorbeeld").out
        assert "per gemeente onbekend: VoorZorg." in told
        found = json.loads(
            kansrijk("--data", folder, "coverage", "voorbeeld", "--format", "json").out
        )
        assert found["elsewhere"] == ["voorzorg"]
        assert found["by_intervention"]["voorzorg"]["unknown"] == 3
        assert {s["status"] for s in found["white_spots"] if s["intervention"] == "voorzorg"} == {
            "unknown"
        }

    @pytest.mark.parametrize(
        ("view", "field"),
        [("level", "`level`"), ("element", "`element`"), ("support", "`support`")],
    )
    def test_what_no_source_fills_is_told_with_where_one_fills_it_in(
        self, view: str, field: str
    ) -> None:
        told = on_repository("coverage", "gelderland-midden", "--by", view).out
        assert "Van geen enkele interventie staat" in told
        assert field in told

    @pytest.mark.parametrize("form", ["table", "csv", "markdown"])
    @pytest.mark.parametrize(
        "view",
        [("--white-spots",), ("--matrix", "municipality"), ("--matrix", "prevention")],
    )
    def test_every_region_shows_every_view(self, view: Sequence[str], form: str) -> None:
        for region in ("gelderland-midden", "gelderse-vallei", "rivierenland"):
            assert on_repository("coverage", region, *view, "--format", form).code == 0


class TestJson:
    def test_what_was_there_stays_and_the_rest_is_there_for_every_view(self) -> None:
        found = on_repository(*EINDHOVEN, "--format", "json").out
        assert on_repository(*EINDHOVEN, "--white-spots", "--format", "json").out == found
        data = json.loads(found)
        old = "schema region on municipalities interventions coalitions cells by_intervention"
        assert list(data)[:9] == [*old.split(), "by_municipality"]
        assert data["schema"] == "kansrijk/coverage/1"

    def test_a_white_spot_has_its_distance_and_a_state(self, voorne: Path) -> None:
        [spot] = [
            s for s in shape(voorne, "2023-01-01")["white_spots"] if s["intervention"] == "samen"
        ]
        assert spot == {
            "municipality": "Nissewaard",
            "intervention": "samen",
            "status": "unknown",
            "nearest": "Voorne aan Zee",
            "relation": "neighbour",
            "distance": pytest.approx(11.7, abs=0.2),
            "region": None,
        }


@pytest.mark.parametrize(
    "options",
    [
        ("--by", "phase", "--white-spots"),
        ("--white-spots", "--matrix", "prevention"),
        ("--by", "intervention", "--matrix", "municipality"),
    ],
)
def test_two_views_at_once_are_refused(options: Sequence[str]) -> None:
    result = on_repository(*EINDHOVEN, *options)
    assert result.code == 2
    assert "Kies een van" in result.err
    assert result.out == ""


def test_a_matrix_that_does_not_exist_is_refused_with_those_that_do() -> None:
    result = on_repository(*EINDHOVEN, "--matrix", "alles")
    assert result.code == 2
    assert "municipality, prevention" in result.err
