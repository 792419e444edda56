"""`report --to`, `--check` and `--watch`: formats, stale documents, and making them again."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kansrijk_cli.cli import watching
from kansrijk_cli.cli.session import DataError, UseError
from kansrijk_cli.output.formats import WRITERS, formats
from tests.cli.running import kansrijk

ROOT = Path(__file__).parents[2]
WORDS = ("report", "voorbeeld", "2025")
STEM = "voorbeeld-2025-werkagenda"
SLEEP = "kansrijk_cli.cli.watching.sleep"
PLAN = "regions/voorbeeld/2025/plan.yaml"


class TestFormats:
    def test_markdown_unless_told_otherwise(self, work: Path) -> None:
        kansrijk(*WORDS)
        assert {path.suffix for path in (work / "build").glob(f"{STEM}.*")} == {".md"}

    def test_several_at_once(self, work: Path) -> None:
        result = kansrijk(*WORDS, "--to", "html", "--to", "markdown")
        assert (result.code, result.out) == (0, "")
        assert result.err == f"Voorbeeld: build/{STEM}.html\nVoorbeeld: build/{STEM}.md\n"
        assert (work / f"build/{STEM}.html").read_text("utf-8").startswith("<!doctype html>")

    def test_an_unknown_one(self) -> None:
        result = kansrijk(*WORDS, "--to", "rtf")
        assert (result.code, result.out) == (2, "")
        assert all(name in result.err for name in formats(WRITERS))

    def test_html_on_stdout(self, work: Path) -> None:
        kansrijk(*WORDS, "--to", "html")
        result = kansrijk(*WORDS, "--to", "html", "--output", "-")
        assert result.out_bytes == (work / f"build/{STEM}.html").read_bytes()

    @pytest.mark.parametrize(
        "options",
        [
            ("--to", "html", "--to", "markdown", "--output", "-"),
            ("--check", "--output", "-"),
            ("--to", "html", "--to", "markdown", "--output", "plan.html"),
            ("--output", ""),
        ],
    )
    def test_what_does_not_go_together(self, work: Path, options: tuple[str, ...]) -> None:
        result = kansrijk(*WORDS, *options)
        assert (result.code, result.out) == (2, "")
        assert "--output" in result.err or "bestand" in result.err
        assert not (work / "build").exists()

    def test_what_is_not_installed_is_told(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in [n for n in sys.modules if n.startswith(("docx", "kansrijk_cli.output.docx"))]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.delitem(sys.modules, "kansrijk_cli.output.writers.docx", raising=False)
        monkeypatch.setitem(sys.modules, "docx", None)
        result = kansrijk(*WORDS, "--to", "docx")
        assert (result.code, result.out) == (2, "")
        assert "kansrijk[all]" in result.err
        readme = (ROOT / "README.md").read_text("utf-8")
        assert "pipx install --force '.[all]'" in result.err
        assert "pipx install --force '.[all]'" in readme
        assert "kansrijk[all]" in readme
        assert not list(work.rglob("*.docx"))


class TestAll:
    def test_in_a_folder_of_choice(self, work: Path) -> None:
        result = kansrijk("report", "--all", "--output", "plannen")
        assert result.code == 0
        assert (work / f"plannen/{STEM}.md").is_file()
        assert not (work / "build").exists()


@pytest.mark.usefixtures("work")
class TestCheck:
    def test_what_is_of_today(self) -> None:
        kansrijk(*WORDS, "--to", "html", "--to", "markdown")
        result = kansrijk(*WORDS, "--to", "html", "--to", "markdown", "--check")
        assert (result.code, result.out) == (0, "")
        assert "van nu" in result.err

    def test_what_changed_since(self, work: Path) -> None:
        kansrijk(*WORDS)
        plan = work / "data" / PLAN
        plan.write_text(plan.read_text("utf-8").replace("Werkagenda 2025", "Agenda 2025"), "utf-8")
        before = (work / f"build/{STEM}.md").read_bytes()
        result = kansrijk(*WORDS, "--check")
        assert result.code == 1
        assert f"build/{STEM}.md" in result.out
        assert "\n-# Werkagenda 2025\n+# Agenda 2025\n" in result.out
        assert (work / f"build/{STEM}.md").read_bytes() == before

    def test_what_was_never_made(self, work: Path) -> None:
        result = kansrijk(*WORDS, "--check", "--output", "plannen/plan.md")
        assert result.code == 1
        assert result.out.startswith("Nog niet gemaakt: plannen/plan.md\n")
        assert not (work / "plannen").exists()

    def test_a_file_that_is_no_text(self, work: Path) -> None:
        path = work / "plan.html"
        path.write_bytes(b"\xff\xfe\x00")
        result = kansrijk(*WORDS, "--to", "html", "--check", "--output", "plan.html")
        assert result.code == 1
        told = "Dit bestand is niet te lezen. Daarom staat hier niet wat er anders is."
        assert result.out == f"Niet meer van nu: plan.html\n{told}\n"

    @pytest.mark.parametrize("format_", ["docx", "pdf", "html"])
    def test_the_words_that_differ_of_what_is_no_text(self, work: Path, format_: str) -> None:
        kansrijk(*WORDS, "--to", format_)
        plan = work / "data" / PLAN
        plan.write_text(plan.read_text("utf-8").replace("Werkagenda 2025", "Agenda 2025"), "utf-8")
        result = kansrijk(*WORDS, "--to", format_, "--check")
        assert result.code == 1
        name = f"build/{STEM}.{format_}"
        assert result.out.startswith(f"Niet meer van nu: {name}\n--- {name}\n+++ nu\n@@\n")
        lines = result.out.splitlines()[3:]
        assert any(line.startswith("- ") and "Werkagenda 2025" in line for line in lines)
        assert any(line.startswith("+ ") and "Agenda 2025" in line for line in lines)
        # What is the same is not shown.
        assert len(result.out) < 1000

    @pytest.mark.parametrize("format_", ["docx", "pdf", "html"])
    def test_only_the_look_differs(self, work: Path, format_: str) -> None:
        kansrijk(*WORDS, "--to", format_)
        style = work / "data/regions/voorbeeld/style.yaml"
        style.write_text('accent: "#7a1f5c"\n', "utf-8")
        result = kansrijk(*WORDS, "--to", format_, "--check")
        told = "Alleen de opmaak is anders. De woorden zijn gelijk."
        assert result.out == f"Niet meer van nu: build/{STEM}.{format_}\n{told}\n"
        assert result.code == 1

    @pytest.mark.parametrize("format_", ["docx", "pdf"])
    def test_a_file_that_is_not_what_it_is_called(self, work: Path, format_: str) -> None:
        (work / f"plan.{format_}").write_bytes(b"geen document")
        result = kansrijk(*WORDS, "--to", format_, "--check", "--output", f"plan.{format_}")
        assert result.code == 1
        assert "niet te lezen" in result.out

    def test_a_page_is_not_told_beside_its_markdown(self, work: Path) -> None:
        both = ("--to", "html", "--to", "markdown")
        kansrijk(*WORDS, *both)
        plan = work / "data" / PLAN
        plan.write_text(plan.read_text("utf-8").replace("Werkagenda 2025", "Agenda 2025"), "utf-8")
        lines = kansrijk(*WORDS, *both, "--check").out.splitlines()
        assert lines[:2] == [
            f"Niet meer van nu: build/{STEM}.html",
            f"Niet meer van nu: build/{STEM}.md",
        ]
        assert "-# Werkagenda 2025" in lines

    def test_of_all_documents(self) -> None:
        assert kansrijk("report", "--all", "--check").code == 1
        kansrijk("report", "--all")
        assert kansrijk("report", "--all", "--check").code == 0


class TestWatch:
    def test_a_change_makes_the_document_again(
        self, work: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        plan, made = work / "data" / PLAN, work / f"build/{STEM}.md"
        looks = iter(["Agenda A", "Agenda B"])

        def pause(_seconds: float) -> None:
            title = next(looks, None)
            if title is None:
                raise KeyboardInterrupt
            text = plan.read_text("utf-8")
            plan.write_text(
                text.replace("Werkagenda 2025", title).replace("Agenda A", title), "utf-8"
            )

        monkeypatch.setattr(SLEEP, pause)
        result = kansrijk(*WORDS, "--watch")
        assert result.code == 0
        assert result.err.count(f"build/{STEM}.md") == 3
        assert made.read_text("utf-8").startswith("# Agenda B\n")

    def test_a_mistake_halfway_is_told_and_does_not_end_it(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "x.yaml"
        numbers = iter(range(3))

        def pause(_seconds: float) -> None:
            try:
                file.write_text("x" * next(numbers), "utf-8")
            except StopIteration:
                raise KeyboardInterrupt from None

        outcomes: Iterator[Exception | None] = iter(
            [DataError("ede"), UseError("empty-output"), None]
        )

        def make() -> None:
            if error := next(outcomes):
                raise error

        monkeypatch.setattr(SLEEP, pause)
        watching.again([tmp_path], make)
        said = capsys.readouterr().err
        assert "`ede`" in said
        assert "naam van het bestand" in said
        assert next(outcomes, "all made") == "all made"

    def test_a_file_that_vanishes_while_looking(self, tmp_path: Path) -> None:
        (tmp_path / "weg.yaml").symlink_to(tmp_path / "nergens")
        assert watching.state([tmp_path]) == frozenset()

    def test_nothing_changed_is_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pauses = iter(range(3))

        def pause(_seconds: float) -> None:
            if next(pauses, None) is None:
                raise KeyboardInterrupt

        monkeypatch.setattr(SLEEP, pause)
        with pytest.raises(KeyboardInterrupt):
            next(watching.changes([tmp_path]))
