"""`status`: how a plan stands, for a person, a program and a spreadsheet."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.cli.english import english_in
from tests.cli.running import DATA, kansrijk, on_repository
from tests.reports.reading import tables
from tests.workspaces import ROOT, lay

WORDS = ("status", "voorbeeld", "2025")
PLAN = "regions/voorbeeld/2025/plan.yaml"
RESULTS = "regions/voorbeeld/2025/results.yaml"
ALL_FIELDS = ROOT / "tests/cases/all-fields/input"
REGIONS = [
    ("eindhoven-de-kempen", "2024"),
    ("gelderland-midden", "2021"),
    ("gelderse-vallei", "2025"),
    ("noord-en-midden-limburg", "2024"),
    ("rivierenland", "2024"),
]
PLANNED = """\
document: {kind: werkagenda, title: Werkagenda}
activities:
  - {id: a, title: "*Af*", when: Q1, status: done, owners: [ggd]}
  - {id: b, title: Bezig, when: Q1, status: active}
  - {id: c, title: Stil, when: Q1}
  - {id: d, title: Straks, when: Q4}
"""
MEASURED = """\
targets:
  - {id: huis, title: Huisbezoek, kind: per-municipality, unit: bezoeken, minimum: 2}
  - {id: bestuur, title: Bestuur, kind: frequency, unit: keer, minimum: 2, per: year, party: ggd}
figures:
  - {target: huis, place: Ede, period: 2025-03, value: 1}
  - {target: huis, place: Ede, period: 2025-06, value: 1.5}
  - {target: bestuur, place: Voorbeeld, period: 2025-02, value: 1}
"""


def schema() -> Draft202012Validator:
    """The published schema."""
    text = (DATA / "schemas/output/status.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text), format_checker=FormatChecker())


@pytest.fixture
def plan(work: Path) -> Path:
    """A plan with four initiatives, a target and an agreed frequency."""
    lay(work / "data", {PLAN: PLANNED, RESULTS: MEASURED})
    return work


def found(*more: str) -> Any:
    result = kansrijk(*WORDS, "--format", "json", *more)
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


@pytest.mark.usefixtures("plan")
class TestJson:
    def test_initiatives_on_a_date(self) -> None:
        data = found("--on", "2025-06-30")
        assert (data["schema"], data["on"]) == ("kansrijk/status/1", "2025-06-30")
        assert [(i["id"], i["state"], i["basis"]) for i in data["initiatives"]] == [
            ("a", "done", "stated"),
            ("b", "late", "stated"),
            ("c", "unknown", None),
            ("d", "not-started", "planned"),
        ]

    def test_initiatives_by_the_quarter_in_which_they_end(self) -> None:
        assert found("--on", "2025-06-30")["quarters"] == [
            {
                "due": "quarter",
                "quarter": 1,
                "states": {"late": 1, "done": 1, "unknown": 1},
                "initiatives": ["a", "b", "c"],
            },
            {
                "due": "quarter",
                "quarter": 4,
                "states": {"not-started": 1},
                "initiatives": ["d"],
            },
        ]

    def test_without_a_date_it_is_that_of_the_document(self) -> None:
        assert found()["on"] == "2025-12-31"

    def test_what_is_still_needed_in_each_municipality(self) -> None:
        [target] = found("--on", "2025-06-30")["targets"]
        assert target["trend"] == "up"
        need = {
            "minimum": 2,
            "maximum": None,
            "at_least": False,
            "at_most": False,
            "minimum_met": None,
        }
        unknown = {"value": None, "value_state": "unknown"}
        assert target["municipalities"]["Ede"] == {
            **need,
            "value": 1.5,
            "value_state": None,
            "needed": 0.5,
            "needed_state": None,
            "state": "short",
        }
        assert target["municipalities"]["Rhenen"] == {
            **need,
            **unknown,
            "needed": None,
            "needed_state": "unknown",
            "state": "unknown",
        }
        # Of two of the three nothing is known: 1,5 is what there is at least.
        region = target["region"]
        assert (region["value"], region["at_least"], region["at_most"]) == (1.5, True, True)

    @pytest.mark.parametrize(
        ("on", "expected", "state"), [("2025-06-30", 1, "on-track"), ("2025-12-31", 2, "behind")]
    )
    def test_an_agreed_frequency(self, on: str, expected: int, state: str) -> None:
        [board] = found("--on", on)["frequencies"]
        assert (board["expected"], board["observed"], board["state"]) == (expected, 1, state)
        assert board["owner"] == {"owners": ["ggd"], "coalition": None, "via": None}

    def test_what_is_open_is_sorted(self) -> None:
        open_ = found("--on", "2025-06-30")["open"]
        assert [(i["kind"], i["id"], i["state"]) for i in open_] == [
            ("initiative", "b", "late"),
            ("initiative", "c", "unknown"),
            ("target", "huis", "not-measured"),
        ]

    def test_the_schema_refuses_what_is_not_so(self) -> None:
        data = found()
        schema().validate(data)
        for change in (
            {"extra": 1},
            {"schema": "kansrijk/status/2"},
            {"initiatives": [{**data["initiatives"][0], "state": "misschien"}]},
        ):
            assert not schema().is_valid({**data, **change})


@pytest.mark.parametrize("words", REGIONS, ids=lambda words: words[0])
@pytest.mark.parametrize("day", [(), ("--on", "2024-03-31"), ("--on", "2030-01-01")], ids=str)
def test_every_region_is_as_published(words: tuple[str, str], day: tuple[str, ...]) -> None:
    result = on_repository("status", *words, *day, "--format", "json")
    assert (result.code, result.err) == (0, "")
    schema().validate(json.loads(result.out))


@pytest.mark.parametrize("year", ["2025", "2026", "2027"])
def test_data_with_every_field_is_as_published(year: str) -> None:
    result = kansrijk("--data", ALL_FIELDS, "status", "proefregio", year, "--format", "json")
    assert (result.code, result.err) == (0, "")
    schema().validate(json.loads(result.out))


@pytest.mark.usefixtures("plan")
class TestTables:
    def test_for_a_person(self) -> None:
        lines = kansrijk(*WORDS, "--on", "2025-06-30").out.splitlines()
        assert lines[0] == "Stand van Voorbeeld 2025 (30 juni 2025)"
        assert lines[lines.index("Q1 2025") :][:11] == [
            "Q1 2025",
            "  Te laat (1)",
            "  - Bezig (Q1), wie: niet genoemd",
            "  Klaar (1)",
            "  - *Af* (Q1), wie: GGD",
            "  Onbekend (1)",
            "  - Stil (Q1), wie: niet genoemd",
            "",
            "Q4 2025",
            "  Later gepland (1)",
            "  - Straks (Q4), wie: niet genoemd",
        ]
        assert "minstens 2 keer per jaar" in next(x for x in lines if x.startswith(" Bestuur"))

    def test_markdown_has_a_table_for_each_part(self) -> None:
        shown = kansrijk(*WORDS, "--on", "2025-06-30", "--format", "markdown").out
        counts, first, *_ = found_tables = tables(shown)
        assert counts.column("Klaar in") == ["Q1 2025", "Q4 2025", "Samen"]
        assert counts.column("Initiatieven") == ["3", "1", "4"]
        assert counts.column("te laat") == ["1", "0", "1"]
        assert [row[0] for row in first.rows] == ["*Af*", "Bezig", "Stil"]
        assert [len(table.rows) for table in found_tables] == [3, 3, 1, 1, 1, 1, 3]

    def test_a_spreadsheet_has_one_table_with_one_kind_of_row(self) -> None:
        text = kansrijk(*WORDS, "--on", "2025-06-30", "--format", "csv").out
        [heads, *rows] = csv.reader(StringIO(text), delimiter=";")
        assert {len(row) for row in rows} == {len(heads)}
        records = [dict(zip(heads, row, strict=True)) for row in rows]
        in_ede = [r for r in records if r["Waar"] == "Ede"]
        assert [(r["Wat"], r["Bereikt"], r["Nog nodig"]) for r in in_ede] == [
            ("Huisbezoek", "1,5", "0,5")
        ]
        parts = [record["Onderdeel"] for record in records]
        assert [parts.count(part) for part in dict.fromkeys(parts)] == [4, 4, 1]

    def test_what_is_open_stands_under_who_is_to_act(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        shown = kansrijk(*WORDS, "--on", "2025-06-30").out
        assert shown.split("wie aan zet is\n\n", 1)[1].splitlines() == [
            "Niet genoemd; vraag het aan Regionale coalitie",
            "  - Bezig (initiatief: te laat, uiterlijk 31 maart 2025)",
            "  - Stil (initiatief: onbekend, uiterlijk 31 maart 2025)",
            "  - Huisbezoek (doel: niet gemeten, uiterlijk 31 december 2025)",
        ]

    def test_whom_to_ask_is_told_once_in_tables_and_in_every_row_of_a_spreadsheet(self) -> None:
        shown = kansrijk(*WORDS, "--on", "2025-06-30").out
        assert "(niet genoemd" not in shown
        sheet = kansrijk(*WORDS, "--on", "2025-06-30", "--format", "csv").out
        who = {row[1]: row[-1] for row in csv.reader(StringIO(sheet), delimiter=";")}
        asked = "Regionale coalitie (niet genoemd; coalitie van de regio)"
        assert (who["*Af*"], who["Bezig"], who["Huisbezoek"]) == ("GGD", asked, asked)

    @pytest.mark.parametrize("format", ["table", "csv", "markdown", "json"])
    def test_it_ends_with_one_line_end_and_nothing_is_on_stderr(self, format: str) -> None:
        result = kansrijk(*WORDS, "--format", format)
        assert (result.code, result.err) == (0, "")
        assert result.out.endswith("\n")
        assert not result.out.endswith("\n\n")

    def test_the_columns_that_nothing_fills_are_not_there(self) -> None:
        assert "Te veel" not in kansrijk(*WORDS).out
        assert "Nog nodig" in kansrijk(*WORDS).out


class TestHidden:
    @pytest.mark.parametrize("format", ["table", "csv", "markdown", "json"])
    def test_a_small_number_of_people_is_nowhere(self, work: Path, format: str) -> None:
        """With 6 people it prints the same as with 7; the threshold is 10."""
        region = work / "data/regions/voorbeeld/region.yaml"
        text = region.read_text("utf-8")
        shown = []
        for value in (6, 7):
            results = MEASURED.replace("value: 1.5}", f"value: {value}, persons: true}}")
            lay(work / "data", {RESULTS: results.replace("minimum: 2}", "minimum: 50}")})
            region.write_text(f"{text}\nthreshold: 10\n", "utf-8")
            shown.append(kansrijk(*WORDS, "--format", format).out)
        assert shown[0] == shown[1]
        assert ("suppressed" if format == "json" else "niet getoond (privacy)") in shown[0]

    def test_whether_the_minimum_is_met_is_told_for_each_municipality(self, work: Path) -> None:
        targets = MEASURED.split("figures:", maxsplit=1)[0]
        figures = "".join(
            f"  - {{target: huis, place: {place}, period: 2025-06, value: suppressed{met}}}\n"
            for place, met in (
                ("Ede", ", minimum_met: true"),
                ("Rhenen", ", minimum_met: false"),
                ("Veenendaal", ""),
            )
        )
        lay(work / "data", {RESULTS: f"{targets}figures:\n{figures}"})
        [needed] = [
            t for t in tables(kansrijk(*WORDS, "--format", "markdown").out) if "Elk" in t.heads
        ]
        assert needed.column("Niet getoond (privacy)") == [
            "Ede (minimum gehaald), Rhenen (minimum niet gehaald), Veenendaal"
        ]
        [target] = found()["targets"]
        met = {name: need["minimum_met"] for name, need in target["municipalities"].items()}
        assert met == {"Ede": True, "Rhenen": False, "Veenendaal": None}
        sheet = csv.reader(StringIO(kansrijk(*WORDS, "--format", "csv").out), delimiter=";")
        reached = {row[2]: row[5] for row in sheet}
        assert reached["Rhenen"] == "niet getoond (privacy), minimum niet gehaald"


class TestWrongUse:
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("nergens", "2025"), "nergens"),
            (("voorbeeld", "2031"), "2031"),
            (("voorbeeld", "2025", "--on", "gisteren"), "2024-05-28"),
            (("voorbeeld", "2025", "--format", "xlsx"), "table"),
        ],
    )
    def test_it_is_told_in_dutch(self, work: Path, words: tuple[str, ...], told: str) -> None:
        assert work.is_dir()
        result = kansrijk("status", *words)
        assert (result.code, result.out) == (2, "")
        assert told in result.err
        assert english_in(result.err) == []

    def test_broken_data_first(self, work: Path) -> None:
        lay(work / "data", {PLAN: "document: [\n"})
        result = kansrijk(*WORDS)
        assert (result.code, result.out) == (1, "")
        assert "kansrijk validate" in result.err

    def test_a_plan_with_nothing_in_it(self, work: Path) -> None:
        lay(work / "data", {PLAN: "document: {kind: leeg, title: Leeg}\n", RESULTS: None})
        assert kansrijk(*WORDS).out.splitlines()[-1].startswith("Dit plan heeft nog geen")
        assert len(kansrijk(*WORDS, "--format", "csv").out.splitlines()) == 1
        data = found()
        names = ("initiatives", "quarters", "targets", "moments", "open")
        assert [data[name] for name in names] == [[]] * len(names)
