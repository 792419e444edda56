"""docs/bevindingen/: the pages of the rules, made from what the program itself says."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kansrijk_cli.cli.app import run
from kansrijk_cli.rules.registry import pages
from scripts import rule_pages
from tests.workspaces import ROOT, lay

FOLDER = ROOT / "docs/bevindingen"
INDEX = (FOLDER / "README.md").read_text("utf-8")
PAGES = pages()
LINK = re.compile(r"\]\((?P<file>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")


def page(code: str) -> str:
    return (FOLDER / f"{code}.md").read_text("utf-8")


def chapters(text: str) -> dict[str, str]:
    """What stands below each heading of the second level."""
    return dict(part.split("\n", 1) for part in text.split("\n## ")[1:])


def fences(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_pages_are_fresh_and_none_is_left_over() -> None:
    assert rule_pages.stale(rule_pages.documents(), FOLDER) == []


def test_every_code_has_a_page() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"README.md", *(f"{c}.md" for c in PAGES)}


def test_the_index_is_the_list_of_explain(capsys: pytest.CaptureFixture[str]) -> None:
    run(["explain"])
    told = re.findall(
        r"^(?:  (KR\d{3})  )?(\S.*?)(?: \((\w+)\))?$", capsys.readouterr().out, re.MULTILINE
    )
    listed = [
        (row[0], row[1], row[2]) if row[0] else ("", row[3], "")
        for row in re.findall(
            r"^(?:\| \[(KR\d{3})\]\(\1\.md\) \| (.*) \| (\w+) \||## (.*))$", INDEX, re.MULTILINE
        )
    ]
    assert listed == told
    assert len(told) > len(PAGES)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_has_the_examples_of_its_rule(code: str) -> None:
    parts = chapters(page(code))
    for chapter, examples in (("Fout", PAGES[code].wrong), ("Goed", PAGES[code].right)):
        assert fences(parts.get(chapter, ""), "yaml") == [example.text for example in examples]


@pytest.mark.parametrize("code", [code for code, page in PAGES.items() if page.wrong])
def test_what_a_page_says_is_printed_is_what_validate_prints(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [printed] = fences(chapters(page(code))["Fout"], "text")
    lay(tmp_path / "data", {example.file: example.text for example in PAGES[code].wrong})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: ROOT / "tests/base")
    run(["validate", "--quiet"])
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize("name", ["README.md", *(f"{code}.md" for code in PAGES)])
def test_every_link_leads_somewhere(name: str) -> None:
    links = [match.groupdict() for match in LINK.finditer((FOLDER / name).read_text("utf-8"))]
    assert links
    headings = {head.lower().replace(" ", "-") for head in chapters(INDEX)}
    assert [link for link in links if not (FOLDER / link["file"]).is_file()] == []
    assert {link["anchor"] for link in links} - headings - {None} == set()


def test_readers_are_led_to_the_index() -> None:
    assert "](bevindingen/README.md)" in (ROOT / "docs/handleiding.md").read_text("utf-8")


class TestScript:
    @pytest.fixture(autouse=True)
    def target(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder with two pages, of which one is wrong, and the page of a code that is gone."""
        made = {"README.md": "Index\n", "KR001.md": "Een\n", "KR002.md": "Twee\n"}
        monkeypatch.setattr(rule_pages, "documents", lambda: made)
        monkeypatch.setattr(rule_pages, "ROOT", tmp_path)
        folder = tmp_path / "pages"
        monkeypatch.setattr(rule_pages, "TARGET", folder)
        folder.mkdir()
        for name, text in (("README.md", "Index\n"), ("KR001.md", "Oud\n"), ("KR999.md", "Weg\n")):
            (folder / name).write_text(text, "utf-8")
        return folder

    @staticmethod
    def script(*arguments: str) -> tuple[int, list[str]]:
        result = CliRunner().invoke(rule_pages.app, arguments)
        return result.exit_code, result.output.splitlines()

    def test_check_names_what_is_stale_and_writes_nothing(self, target: Path) -> None:
        before = {path.name: path.read_text("utf-8") for path in target.iterdir()}
        names = ["KR001.md", "KR002.md", "KR999.md"]
        assert self.script("--check") == (1, [f"verouderd: pages/{name}" for name in names])
        assert {path.name: path.read_text("utf-8") for path in target.iterdir()} == before

    def test_it_writes_what_is_stale_and_removes_what_is_gone(self, target: Path) -> None:
        untouched = (target / "README.md").stat().st_mtime_ns
        assert self.script() == (
            0,
            [
                "geschreven: pages/KR001.md",
                "geschreven: pages/KR002.md",
                "weggehaald: pages/KR999.md",
            ],
        )
        assert {path.name: path.read_text("utf-8") for path in target.iterdir()} == {
            "README.md": "Index\n",
            "KR001.md": "Een\n",
            "KR002.md": "Twee\n",
        }
        assert (target / "README.md").stat().st_mtime_ns == untouched
        assert self.script("--check") == (0, [])

    def test_it_makes_a_folder_that_is_not_there(self, target: Path) -> None:
        for path in target.iterdir():
            path.unlink()
        target.rmdir()
        assert self.script()[0] == 0
        assert len(list(target.iterdir())) == 3
