"""The outcome of `coverage`, `targets` and `budget` for a person, a program and a spreadsheet."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.cli.running import DATA, kansrijk, on_repository
from tests.reports.reading import tables
from tests.reports.test_full import FULL
from tests.workspaces import lay

COMMANDS = {
    "coverage": ("coverage", "eindhoven-de-kempen"),
    "targets": ("targets", "gelderse-vallei", "2025"),
    "budget": ("budget", "noord-en-midden-limburg", "2024"),
}
MORE = [
    ("coverage", "noord-en-midden-limburg", "--on", "2019-01-01"),
    ("targets", "rivierenland", "2024"),
    ("budget", "gelderse-vallei", "2025"),
    ("validate",),
]


def schema(name: str) -> Draft202012Validator:
    """The published schema of a command."""
    text = (DATA / "schemas" / "output" / f"{name}.schema.json").read_text("utf-8")
    content = json.loads(text)
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content, format_checker=FormatChecker())


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data in which every field is filled."""
    files = {p.relative_to(FULL).as_posix(): p.read_text("utf-8") for p in FULL.rglob("*.yaml")}
    return lay(tmp_path_factory.mktemp("full") / "data", files)


class TestJson:
    @pytest.mark.parametrize("words", [*COMMANDS.values(), *MORE], ids=" ".join)
    def test_it_is_as_published(self, words: tuple[str, ...]) -> None:
        result = on_repository(*words, "--format", "json")
        assert (result.code, result.err) == (0, "")
        found = json.loads(result.out)
        schema(words[0]).validate(found)
        assert found["schema"] == f"kansrijk/{words[0]}/1"
        assert result.out == json.dumps(found, indent=2, ensure_ascii=False) + "\n"

    @pytest.mark.parametrize("words", [("coverage", "vol"), ("targets", "vol", "2025")])
    def test_data_with_every_field_is_as_published(
        self, full: Path, words: tuple[str, ...]
    ) -> None:
        result = kansrijk("--data", full, *words, "--format", "json")
        assert (result.code, result.err) == (0, "")
        schema(words[0]).validate(json.loads(result.out))

    def test_a_budget_with_every_field_is_as_published(self, full: Path) -> None:
        result = kansrijk("--data", full, "budget", "vol", "2025", "--format", "json")
        found = json.loads(result.out)
        schema("budget").validate(found)
        [budget] = [budget for budget in found["budgets"] if budget["id"] == "begroting"]
        assert budget["columns"] == ["plan", "echt"]
        # A tariff is no amount of a municipality.
        assert budget["by_municipality"] == {"Rhenen": {"plan": 43210}}
        assert budget["lines"][0]["amounts"] == {"plan": 12340, "echt": None}
        assert budget["lines"][0]["amounts_state"] == {"echt": "pm"}

    @pytest.mark.parametrize(
        ("name", "change"),
        [
            ("coverage", lambda found: found.update(extra=1)),
            ("coverage", lambda found: found["cells"][0].update(status="misschien")),
            ("targets", lambda found: found["targets"][0].pop("missing")),
            ("budget", lambda found: found["budgets"][0]["totals"][0].update(computed="veel")),
            ("budget", lambda found: found.update(schema="kansrijk/budget/2")),
        ],
        ids=["another key", "another status", "a key less", "text for a number", "version"],
    )
    def test_the_schema_refuses_what_is_not_so(self, name: str, change: Any) -> None:
        found = json.loads(on_repository(*COMMANDS[name], "--format", "json").out)
        assert schema(name).is_valid(found)
        change(found)
        assert not schema(name).is_valid(found)


class TestTables:
    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_format_has_the_same_rows(self, name: str) -> None:
        words = COMMANDS[name]
        [heads, *rows] = csv.reader(
            StringIO(on_repository(*words, "--format", "csv").out), delimiter=";"
        )
        [table] = tables(on_repository(*words, "--format", "markdown").out)
        assert len(table.rows) == len(rows)
        assert [row[0].split("\n")[0] for row in table.rows] == [row[0] for row in rows]
        printed = on_repository(*words).out
        assert on_repository(*words, "--format", "table").out == printed
        assert heads[0] in printed
        for row in rows:
            assert all(word in printed for word in row[0].split())

    @pytest.mark.parametrize("name", COMMANDS)
    @pytest.mark.parametrize("format", ["table", "csv", "markdown"])
    def test_it_ends_with_one_line_end_and_nothing_is_on_stderr(
        self, name: str, format: str
    ) -> None:
        result = on_repository(*COMMANDS[name], "--format", format)
        assert (result.code, result.err) == (0, "")
        assert result.out.endswith("\n")
        assert not result.out.endswith("\n\n")
        assert "\x1b" not in result.out
        assert "\r" not in result.out

    def test_csv_of_a_budget_has_numbers_that_a_spreadsheet_can_add(self) -> None:
        text = on_repository(*COMMANDS["budget"], "--format", "csv").out
        [heads, *rows] = csv.reader(StringIO(text), delimiter=";")
        amounts = [float(row[heads.index("Bedrag")].replace(",", ".")) for row in rows]
        assert amounts == [56400, 42000, 37300, 8000, 143700, 36300, 180000]
        assert [row[heads.index("Fte")] for row in rows][:3] == ["0,44", "0,33", "0,33"]

    def test_csv_of_coverage_by_municipality(self) -> None:
        words = (*COMMANDS["coverage"], "--by", "municipality", "--format", "csv")
        [heads, *rows] = csv.reader(StringIO(on_repository(*words).out), delimiter=";")
        found = {row[0]: row[heads.index("actief")] for row in rows}
        assert len(found) == 15
        assert (found["Valkenswaard"], found["Bladel"]) == ("10", "2")
        assert found["Nuenen, Gerwen en Nederwetten"] == "4"

    def test_a_title_is_never_a_formula(self, work: Path) -> None:
        budget = (
            "budgets:\n- id: b\n  title: B\n"
            "  columns: [{id: k, kind: budget, period: 2025, title: '=1+1'}]\n"
            "  lines: [{id: a, title: '=HYPERLINK(\"https://example.org\")', amounts: {k: 5}}]\n"
        )
        lay(work / "data", {"regions/voorbeeld/2025/budgets.yaml": budget})
        text = kansrijk("budget", "voorbeeld", "2025", "--format", "csv").out
        for row in csv.reader(StringIO(text), delimiter=";"):
            assert not any(cell.startswith(("=", "+", "@")) for cell in row)


class TestChoices:
    def test_coverage_on_a_date(self) -> None:
        found = json.loads(
            on_repository(*COMMANDS["coverage"], "--on", "2020-01-01", "--format", "json").out
        )
        assert found["on"] == "2020-01-01"
        assert "1 januari 2020" in on_repository(*COMMANDS["coverage"], "--on", "2020-01-01").out

    def test_targets_on_a_date(self, work: Path) -> None:
        results = (
            "targets: [{id: t, title: T, kind: count, unit: x, minimum: 10, by: 2025-01-11}]\n"
            "figures: [{target: t, place: Voorbeeld, value: 5}]\n"
        )
        lay(work / "data", {"regions/voorbeeld/2025/results.yaml": results})

        def status(*more: str) -> str:
            words = ("targets", "voorbeeld", "2025", "--format", "json", *more)
            found: str = json.loads(kansrijk(*words).out)["targets"][0]["status"]
            return found

        assert status("--on", "2025-01-06") == "on-track"
        assert status("--on", "2025-01-07") == "behind"
        # Without a date that of the document: here the end of the year.
        assert status() == "missed"

    @pytest.mark.parametrize(
        ("target", "code"),
        [
            ("{minimum: 10}", 1),
            ("{minimum: 5}", 0),
            ("{minimum: 3, maximum: 1}", 1),
            ("{minimum: 10, by: 2030}", 0),
        ],
    )
    def test_check_fails_when_a_target_is_missed_or_impossible(
        self, work: Path, target: str, code: int
    ) -> None:
        results = (
            f"targets: [{{id: t, title: T, kind: count, unit: x, {target[1:-1]}}}]\n"
            "figures: [{target: t, place: Voorbeeld, value: 5}]\n"
        )
        lay(work / "data", {"regions/voorbeeld/2025/results.yaml": results})
        assert kansrijk("targets", "voorbeeld", "2025", "--check").code == code
        assert kansrijk("targets", "voorbeeld", "2025").code == 0

    def test_check_passes_when_nothing_is_measured(self, work: Path) -> None:
        assert work.is_dir()
        assert kansrijk("targets", "voorbeeld", "2025", "--check").code == 0
