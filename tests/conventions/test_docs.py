"""What the README and the handleiding show is what the program does."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from kansrijk_cli.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
GUIDE = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
BUDGET = "regions/noord-en-midden-limburg/2024/budgets.yaml"


def fences(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data and templates, with the current folder in it."""
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("checkout")
def test_every_command_of_the_readme_works() -> None:
    lines = [line for fence in fences(README, "sh") for line in fence.splitlines()]
    assert len(lines) > 8
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "kansrijk"
        assert run(arguments) == 0, line


def test_the_message_in_the_readme_is_the_real_one(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [shown] = [fence for fence in fences(README, "console") if "KR024" in fence]
    command, _, message = shown.partition("\n")
    path = checkout / "data" / BUDGET
    text = path.read_text("utf-8")
    path.write_text(text.replace("amount: 56400", "amount: 56.400"), "utf-8")
    run(shlex.split(command)[2:])
    assert capsys.readouterr().out.strip() == message.strip()


@pytest.mark.usefixtures("checkout")
def test_the_excerpt_of_a_report_in_the_readme_is_in_that_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    [excerpt] = fences(README, "markdown")
    run(["report", "eindhoven-de-kempen", "2024", "--output", "-"])
    report = capsys.readouterr().out.splitlines()
    assert [line for line in excerpt.splitlines() if line not in report] == []


def lay_examples(folder: Path) -> Path:
    """A data folder with the examples of the guide, which belong together."""
    examples = re.findall(r"^```yaml (regions/\S+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert len(examples) > 6
    folder.mkdir(exist_ok=True)
    (folder / "kansrijk.yaml").write_text("version: 1\n", "utf-8")
    for file, text in examples:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_the_examples_of_the_guide_are_valid_together(tmp_path: Path) -> None:
    data = lay_examples(tmp_path)
    assert run(["--data", str(data), "validate", "--fail-on", "warning"]) == 0


def test_the_message_in_the_guide_is_the_real_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [shown] = [fence for fence in fences(GUIDE, "text") if "fout KR023" in fence]
    path = lay_examples(tmp_path / "data") / "regions" / "voorbeeld" / "interventions.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("nu-niet-zwanger: active", "nu-niet-zwanger: actief", 1), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["validate", "--quiet"]) == 1
    assert capsys.readouterr().out.strip() == shown.strip()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/handleiding.md"])
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
