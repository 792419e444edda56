"""What the repository's own data must show, checked against the documents it comes from."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import DATA, kansrijk, on_repository, spawn
from tests.reports.reading import chapter, headings, table_holding, tables
from tests.workspaces import ROOT

EINDHOVEN = "eindhoven-de-kempen"
LIMBURG = "noord-en-midden-limburg"
VALLEI = "gelderse-vallei"
SEVEN = (
    "Barneveld",
    "Ede",
    "Renswoude",
    "Rhenen",
    "Scherpenzeel",
    "Veenendaal",
    "Wageningen",
)


def asked(*arguments: str) -> Any:
    """What a command says as JSON, when it ended well and said nothing else."""
    result = on_repository(*arguments, "--format", "json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


@pytest.fixture(scope="module")
def coverage() -> Any:
    return asked("coverage", EINDHOVEN)


@pytest.fixture(scope="module")
def active(coverage: Any) -> Mapping[str, set[str]]:
    """Per intervention the municipalities where it is active."""
    found: dict[str, set[str]] = {}
    for cell in coverage["cells"]:
        if cell["status"] == "active":
            found.setdefault(cell["intervention"], set()).add(cell["municipality"])
    return found


@pytest.fixture(scope="module")
def targets() -> Mapping[str, Any]:
    return {target["id"]: target for target in asked("targets", VALLEI, "2025")["targets"]}


@pytest.fixture(scope="module")
def document() -> str:
    result = on_repository("report", LIMBURG, "2024", "--output", "-")
    assert (result.code, result.err) == (0, "")
    return result.out


class TestCoverageOfEindhovenDeKempen:
    def test_a_coalition_is_active_in_ten_of_fifteen_and_unknown_in_the_rest(
        self, coverage: Any
    ) -> None:
        assert Counter(coverage["coalitions"].values()) == {"active": 10, "unknown": 5}
        unknown = {m for m, status in coverage["coalitions"].items() if status == "unknown"}
        assert unknown == {
            "Cranendonck",
            "Geldrop-Mierlo",
            "Heeze-Leende",
            "Veldhoven",
            "Waalre",
        }

    @pytest.mark.parametrize(
        ("intervention", "count"),
        [
            ("giz", 15),
            ("centering-zwangerschap", 5),
            ("nu-niet-zwanger", 14),
            ("stevig-ouderschap", 11),
            ("video-hometraining", 11),
            ("moeders-informeren-moeders", 1),
            ("boekstart", 2),
            ("home-start", 1),
        ],
    )
    def test_an_intervention_is_active_in(
        self, coverage: Any, intervention: str, count: int
    ) -> None:
        counted = coverage["by_intervention"][intervention]
        assert counted["active"] == count
        assert counted["unknown"] == 15 - count
        assert counted["of"] == 15

    def test_what_is_not_crossed_is_unknown_and_never_no(self, coverage: Any) -> None:
        assert {cell["status"] for cell in coverage["cells"]} == {"active", "unknown"}

    def test_there_are_seventy_crosses(self, coverage: Any, active: Mapping[str, set[str]]) -> None:
        columns = (
            "giz",
            "centering-zwangerschap",
            "nu-niet-zwanger",
            "stevig-ouderschap",
            "video-hometraining",
            "moeders-informeren-moeders",
            "boekstart",
            "home-start",
        )
        coalitions = Counter(coverage["coalitions"].values())["active"]
        assert coalitions + sum(len(active[column]) for column in columns) == 70

    @pytest.mark.parametrize(
        ("intervention", "where"),
        [
            ("sociale-kaart", "Eersel"),
            ("ouderwijzer", "Geldrop-Mierlo"),
            ("oudersinc", "Son en Breugel"),
            ("babymassage", "Waalre"),
            ("moestuin", "Waalre"),
            ("babyextra", "Valkenswaard"),
            ("vortouw", "Valkenswaard"),
            ("stichting-babyspullen", "Valkenswaard"),
        ],
    )
    def test_what_only_one_municipality_has(
        self, active: Mapping[str, set[str]], intervention: str, where: str
    ) -> None:
        assert active[intervention] == {where}

    def test_rows_are_as_in_the_source(self, active: Mapping[str, set[str]]) -> None:
        assert active["centering-zwangerschap"] == {
            "Geldrop-Mierlo",
            "Son en Breugel",
            "Eersel",
            "Oirschot",
            "Valkenswaard",
        }
        assert active["moeders-informeren-moeders"] == {"Veldhoven"}
        assert active["boekstart"] == {"Waalre", "Valkenswaard"}
        assert active["home-start"] == {"Valkenswaard"}
        assert "Heeze-Leende" not in active["nu-niet-zwanger"]


class TestTargetsOfGelderseVallei:
    def test_babythuiszorg_asks_two_to_four_each_and_twenty_in_all(
        self, targets: Mapping[str, Any]
    ) -> None:
        target = targets["babythuiszorg"]
        required = target["required"]
        assert (required["minimum"], required["maximum"], required["total"]) == (14, 28, 20)
        assert required["municipalities"] == {name: {"minimum": 2, "maximum": 4} for name in SEVEN}
        assert target["feasible"] is True

    def test_mdo_is_asked_in_all_seven(self, targets: Mapping[str, Any]) -> None:
        required = targets["mdo-kwetsbare-zwangeren"]["required"]
        assert sorted(required["municipalities"]) == list(SEVEN)
        assert all(bounds["minimum"] == 1 for bounds in required["municipalities"].values())
        assert required["total"] == 7

    def test_power4gezondzwanger_asks_one_each_and_seven_in_all(
        self, targets: Mapping[str, Any]
    ) -> None:
        required = targets["power4gezondzwanger"]["required"]
        assert required["municipalities"] == {
            name: {"minimum": 1, "maximum": None} for name in SEVEN
        }
        assert required["total"] == 7

    def test_new_projects_are_asked_of_three_programmes_and_not_of_jogg(
        self, targets: Mapping[str, Any]
    ) -> None:
        target = targets["nieuwe-projecten"]
        assert target["kind"] == "per-programme"
        assert target["required"]["programmes"] == {
            "gezonde-school": {"minimum": 1, "maximum": None},
            "kansrijke-start": {"minimum": 1, "maximum": None},
            "oko": {"minimum": 1, "maximum": None},
        }

    def test_at_least_four_schools(self, targets: Mapping[str, Any]) -> None:
        target = targets["scholen-welbevinden"]
        assert (target["unit"], target["required"]["minimum"]) == ("scholen", 4)
        assert target["required"]["maximum"] is None

    def test_exactly_three_pilot_schools(self, targets: Mapping[str, Any]) -> None:
        target = targets["pilotscholen"]
        assert target["unit"] == "scholen"
        assert (target["required"]["minimum"], target["required"]["maximum"]) == (3, 3)

    def test_what_is_not_measured_is_not_missed(self, targets: Mapping[str, Any]) -> None:
        unmeasured = [target for target in targets.values() if target["achieved"] is None]
        assert len(unmeasured) >= 10
        assert {target["status"] for target in unmeasured} == {"not-measured"}

    def test_no_target_is_missed_because_a_municipality_is_unknown(
        self, targets: Mapping[str, Any]
    ) -> None:
        # Of the MDO only Ede is known; that says nothing about the other six.
        assert targets["mdo-kwetsbare-zwangeren"]["achieved"]["municipalities"] == {"Ede": 1}
        assert "missed" not in {target["status"] for target in targets.values()}

    def test_all_targets_can_be_met(self, targets: Mapping[str, Any]) -> None:
        assert len(targets) == 13
        assert all(target["feasible"] for target in targets.values())


class TestBudgetOfNoordEnMiddenLimburg:
    def test_stated_totals_equal_the_computed_ones(self) -> None:
        [budget] = asked("budget", LIMBURG, "2024")["budgets"]
        assert [
            (total["line"], total["stated"], total["computed"], total["difference"])
            for total in budget["totals"]
        ] == [("onderdelen", 143700, 143700, 0), ("totaal", 180000, 180000, 0)]
        assert budget["fte"] == 1.1

    def test_people_read_fte_with_two_decimals(self) -> None:
        result = on_repository("budget", LIMBURG, "2024")
        assert "1,10 fte" in result.out
        assert "€ 143.700" in result.out
        assert "€ 180.000" in result.out


class TestReportOfNoordEnMiddenLimburg:
    def test_twelve_initiatives_with_their_periods(self, document: str) -> None:
        initiatives = table_holding(document, "Q1 + Q4", "Digitaal platform verkennen")
        assert initiatives.column("Wanneer") == [
            "Q1 - Q2",
            "Q1 - Q2",
            "Q1 - Q4",
            "Q1",
            "Q1 - Q2",
            "Q1",
            "Q1 - Q4",
            "Q3 - Q4",
            "Q1 + Q4",
            "Q1 - Q4",
            "Q1 - Q4",
            "Q2 - Q4",
        ]
        assert all(initiatives.column("Resultaat"))

    def test_four_risks_with_measures_and_owners(self, document: str) -> None:
        risks = table_holding(document, "Te weinig personeel", "Management van ketenorganisaties")
        gemeenten = "Gemeenten in Noord- en Midden-Limburg"
        team = "Programmateam regionale ketenaanpak Kansrijke Start Noord- en Midden-Limburg"
        assert risks.column("Verantwoordelijk") == [
            "Management van ketenorganisaties",
            f"{gemeenten}, Ketenorganisaties, {team}",
            f"{gemeenten}, {team}",
            f"{gemeenten}, {team}",
        ]
        assert all(risks.column("Maatregelen"))

    def test_the_budget_line_by_line(self, document: str) -> None:
        budget = table_holding(document, "€ 56.400")
        assert budget.column("Bedrag") == [
            "€ 56.400",
            "€ 42.000",
            "€ 37.300",
            "€ 8.000",
            "€ 143.700",
            "€ 36.300",
            "€ 180.000",
        ]
        staff = [(row.get("Fte"), row.get("Schaal")) for row in budget.records("Fte", "Schaal")]
        assert staff[:3] == [("0,44", "11"), ("0,33", "11"), ("0,33", "10")]
        assert not any(fte or scale for fte, scale in staff[3:])
        titles = [title.split("\n")[0] for title in budget.column("Onderdeel")]
        assert titles[4] == "Totaal van alle onderdelen"
        assert titles[5] == "Out of pocket kosten"
        assert titles[6] == "Totaal"
        assert "1,10 fte" in document

    def test_three_layers_of_governance(self, document: str) -> None:
        layers = table_holding(document, "Mandaatgemeente Venlo", "Kerngroep IZA NML")
        names = [name.split("\n")[0] for name in layers.column("Naam")]
        assert names == [
            "Mandaatgemeente Venlo",
            "Portefeuillehoudersoverleg (PhO) IZA",
            "Kerngroep IZA NML",
        ]

    def test_four_working_groups(self, document: str) -> None:
        groups = table_holding(document, "Werkgroep doelgroep")
        assert len(groups.rows) == 4
        for word in ("doelgroep", "projectleiders", "beleidsambtenaren", "communicatie"):
            assert sum(word in name for name in groups.column("Naam")) == 1

    def test_indicators_with_their_ranges(self, document: str) -> None:
        figures = table_holding(document, "17,2%")
        birth = next(row for row in figures.rows if "Vroeggeboorte" in row[0])
        assert {"17,2%"} < set(birth)
        assert any(cell.startswith("10,6 - 27,5%") for cell in birth)
        mortality = next(row for row in figures.rows if "Perinatale sterfte" in row[0])
        assert "2017 - 2019" in mortality
        assert any(cell.startswith("5 per 1.000") for cell in mortality)
        assert any(cell.startswith("0 - 17 per 1.000") for cell in mortality)

    def test_the_annex_on_seeing_thinking_doing_and_keeping_on(self, document: str) -> None:
        titles = [heading.title for heading in headings(document)]
        start = titles.index("Zien")
        assert titles[start - 1].endswith("Zien, Erover denken, Doen en Blijven doen")
        assert titles[start : start + 4] == [
            "Zien",
            "Erover denken",
            "Doen",
            "Blijven doen en uitdragen",
        ]
        assert "nieuwsbrieven" in chapter(document, "Zien").points
        assert len(chapter(document, "Zien").points) == 8
        assert len(chapter(document, "Erover denken").points) == 3
        assert len(chapter(document, "Doen").points) == 4
        assert len(chapter(document, "Blijven doen en uitdragen").points) == 4


def test_the_data_of_the_repository_is_valid() -> None:
    result = on_repository("validate", "--format", "json")
    summary = json.loads(result.out)["summary"]
    assert (result.code, summary["errors"], summary["skipped"]) == (0, 0, 0)
    assert summary["files"] == len(list(DATA.rglob("*.yaml")))


def test_every_table_of_every_report_has_a_numbered_caption() -> None:
    for path in sorted(DATA.glob("regions/*/*/plan.yaml")):
        year, region = path.parent.name, path.parents[1].name
        document = on_repository("report", region, year, "--output", "-").out
        numbers = [table.caption.split(":")[0] for table in tables(document)]
        assert numbers == [f"Tabel {n}" for n in range(1, len(numbers) + 1)]
        assert numbers


# Several commands in one process: what differs must come from the environment alone.
PROGRAM = """
import sys
from kansrijk_cli.cli.app import run
data = sys.argv[1]
for words in sys.argv[2:]:
    print(run(["--data", data, *words.split()]))
"""
COMMANDS = (
    f"coverage {EINDHOVEN} --format json",
    f"targets {VALLEI} 2025",
    f"budget {LIMBURG} 2024",
    f"budget {LIMBURG} 2024 --format csv",
    f"report {LIMBURG} 2024 --output -",
    "explain",
    "nergens",
)
ENVIRONMENTS: Mapping[str, Mapping[str, str]] = {
    "dutch": {"LC_ALL": "nl_NL.UTF-8", "LANG": "nl_NL.UTF-8", "TZ": "Europe/Amsterdam"},
    "plain C": {
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "1",
    },
    "turkish": {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "TZ": "America/Los_Angeles",
        "PYTHONHASHSEED": "2",
        "COLUMNS": "20",
        "LINES": "5",
        "TERM": "dumb",
    },
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_output_does_not_depend_on_the_environment_nor_on_the_folder(
    tmp_path: Path, name: str
) -> None:
    here = [on_repository(*words.split()) for words in COMMANDS]
    there = spawn(DATA, *COMMANDS, code=PROGRAM, cwd=tmp_path, env=ENVIRONMENTS[name])
    assert there.out == "".join(f"{result.out}{result.code}\n" for result in here)
    assert there.err == "".join(result.err for result in here)


def test_the_same_command_gives_the_same_bytes() -> None:
    words = COMMANDS[4].split()
    assert kansrijk("--data", DATA, *words).out_bytes == on_repository(*words).out_bytes


def test_validate_names_files_as_seen_from_the_current_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def files_from(folder: Path) -> list[str]:
        monkeypatch.chdir(folder)
        findings = json.loads(kansrijk("validate", "--format", "json").out)["findings"]
        return [finding["file"] for finding in findings]

    files = files_from(ROOT)
    assert files
    assert all((ROOT / file).is_file() for file in files)
    assert [f"data/regions/{file}" for file in files_from(DATA / "regions")] == files
