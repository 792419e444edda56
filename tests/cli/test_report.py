"""`report`: where documents go, of which kind, and with whose templates."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.english import english_in
from tests.cli.running import kansrijk
from tests.reports.reading import headings
from tests.workspaces import BASE, ROOT, lay

WORDS = ("report", "voorbeeld", "2025")
NAME = "voorbeeld-2025-werkagenda.md"


# The same command again and again, until the pipe is full.
LONG = """
import sys
from kansrijk_cli.cli.app import run
for _ in range(9):
    code = run(sys.argv[1:])
sys.exit(code)
"""


def two_years() -> dict[str, str]:
    """A second year of the region."""
    plan = (BASE / "regions/voorbeeld/2025/plan.yaml").read_text("utf-8")
    return {"regions/voorbeeld/2026/plan.yaml": plan.replace("2025", "2026")}


class TestWhere:
    def test_in_build_unless_told_otherwise(self, work: Path) -> None:
        result = kansrijk(*WORDS)
        assert (result.code, result.out) == (0, "")
        assert result.err == f"Voorbeeld: build/{NAME}\n"
        assert (work / "build" / NAME).read_text("utf-8").startswith("# Werkagenda 2025\n")

    def test_on_stdout_and_nowhere_else(self, work: Path) -> None:
        result = kansrijk(*WORDS, "--output", "-")
        assert (result.code, result.err) == (0, "")
        assert not (work / "build").exists()
        kansrijk(*WORDS)
        assert (work / "build" / NAME).read_bytes() == result.out_bytes

    def test_in_a_file_of_choice(self, work: Path) -> None:
        result = kansrijk(*WORDS, "--output", "nieuw/map/plan.md")
        assert (result.code, result.out) == (0, "")
        assert "nieuw/map/plan.md" in result.err
        assert (work / "nieuw/map/plan.md").is_file()
        assert not (work / "build").exists()

    def test_an_older_document_is_replaced(self, work: Path) -> None:
        path = work / "build" / NAME
        path.parent.mkdir()
        path.write_text("oud\n" * 10_000, encoding="utf-8")
        kansrijk(*WORDS)
        assert path.read_bytes() == kansrijk(*WORDS, "--output", "-").out_bytes

    @pytest.mark.parametrize("output", ["data", "data/kansrijk.yaml/plan.md", ""])
    def test_a_place_where_nothing_can_be_written(self, work: Path, output: str) -> None:
        before = (work / "data" / "kansrijk.yaml").read_bytes()
        result = kansrijk(*WORDS, "--output", output)
        assert (result.code, result.out) == (2, "")
        assert "niet in uw gegevens" not in result.err
        assert english_in(result.err) == []
        assert (work / "data" / "kansrijk.yaml").read_bytes() == before

    def test_line_ends_are_the_same_everywhere(self, work: Path) -> None:
        kansrijk(*WORDS)
        assert b"\r" not in (work / "build" / NAME).read_bytes()


class TestAll:
    def test_every_year_of_every_region(self, work: Path) -> None:
        lay(work / "data", two_years())
        result = kansrijk("report", "--all")
        assert (result.code, result.out) == (0, "")
        names = sorted(path.name for path in (work / "build").glob("*.*"))
        assert names == [NAME, NAME.replace("2025", "2026")]
        assert result.err.count("\n") == 2

    def test_of_one_kind(self, work: Path) -> None:
        assert kansrijk("report", "--all", "--kind", "jaarplan").code == 0
        assert [p.name for p in (work / "build").glob("*.*")] == ["voorbeeld-2025-jaarplan.md"]

    def test_a_region_with_one_year_needs_none(self, work: Path) -> None:
        assert kansrijk("report", "voorbeeld").code == 0
        assert (work / "build" / NAME).is_file()

    def test_a_region_with_several_years_asks_which(self, work: Path) -> None:
        lay(work / "data", two_years())
        result = kansrijk("report", "voorbeeld")
        assert result.code == 2
        assert "2025, 2026" in result.err


class TestKind:
    def test_the_kind_of_the_plan_unless_told_otherwise(self, work: Path) -> None:
        assert work.is_dir()
        own = kansrijk(*WORDS, "--output", "-").out
        assert kansrijk(*WORDS, "--kind", "werkagenda", "--output", "-").out == own
        other = kansrijk(*WORDS, "--kind", "jaarplan", "--output", "-").out
        assert other != own
        assert "Risico's en beheersmaatregelen" in [h.title for h in headings(other)]

    def test_a_kind_is_in_the_name_of_the_file(self, work: Path) -> None:
        kansrijk(*WORDS, "--kind", "projectplan")
        assert (work / "build" / "voorbeeld-2025-projectplan.md").is_file()

    def test_a_kind_without_a_layout_still_tells_everything(self, work: Path) -> None:
        assert work.is_dir()
        document = kansrijk(*WORDS, "--kind", "jaarverslag", "--output", "-").out
        assert "Scholing van verwijzers" in document
        assert "Het geld is tijdelijk" in document


class TestTemplates:
    def test_the_templates_of_the_folder_and_of_the_region(self, work: Path) -> None:
        shared = work / "templates" / "sections"
        shared.mkdir(parents=True)
        (shared / "risks.md.j2").write_text("Van allen.\n", encoding="utf-8")
        assert "Van allen." in kansrijk(*WORDS, "--output", "-").out
        own = work / "data" / "regions" / "voorbeeld" / "templates" / "sections"
        own.mkdir(parents=True)
        (own / "risks.md.j2").write_text("Van de regio.\n", encoding="utf-8")
        document = kansrijk(*WORDS, "--output", "-").out
        assert "Van de regio." in document
        assert "Van allen." not in document
        assert kansrijk("validate").code == 0

    @pytest.mark.parametrize(
        "text", ["een\n{{ nergens }}\n", "een\n{% if %}\n", "een\n{{ 1 / 0 }}\n"]
    )
    def test_a_mistake_in_a_template_is_told_with_its_line(self, work: Path, text: str) -> None:
        shared = work / "templates" / "sections"
        shared.mkdir(parents=True)
        (shared / "risks.md.j2").write_text(text, encoding="utf-8")
        result = kansrijk(*WORDS)
        assert (result.code, result.out) == (2, "")
        assert "risks.md.j2" in result.err
        assert "regel 2" in result.err
        assert not (work / "build" / NAME).exists()

    def test_a_template_cannot_reach_outside_its_data(self, work: Path) -> None:
        shared = work / "templates" / "sections"
        shared.mkdir(parents=True)
        text = "{{ rows.__class__.__mro__[1].__subclasses__() }}\n"
        (shared / "risks.md.j2").write_text(text, encoding="utf-8")
        assert kansrijk(*WORDS, "--output", "-").code == 2


class TestPipe:
    def test_a_reader_that_stops_is_no_error(self) -> None:
        # What `head` does: read a little of more than a pipe holds, and go.
        words = ("coverage", "eindhoven-de-kempen", "--format", "json")
        with subprocess.Popen(
            [sys.executable, "-c", LONG, *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as started:
            assert started.stdout
            assert started.stderr
            assert started.stdout.read(10) == b'{\n  "schem'
            started.stdout.close()
            said = started.stderr.read()
        assert (started.returncode, said) == (0, b"")

    def test_a_reader_that_is_gone_is_no_error(self) -> None:
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "wb") as stream:
            done = subprocess.run(
                [sys.executable, "-m", "kansrijk_cli", "validate", "--format", "json"],
                cwd=ROOT,
                stdout=stream,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr) == (0, b"")
