"""Help is in Dutch, whole, and on the screen of a new user."""

import re

import pytest

from kansrijk_cli.cli.app import app
from kansrijk_cli.cli.commands.new import new
from tests.cli.english import english_in
from tests.cli.running import kansrijk

COMMANDS = [
    info.name or info.callback.__name__ for info in app.registered_commands if info.callback
]
BELOW_NEW = [
    ("new", info.name or info.callback.__name__)
    for info in new.registered_commands
    if info.callback
]
PAGES = [(), *((name,) for name in COMMANDS), ("new",), *BELOW_NEW]


def test_the_words_that_are_looked_for_are_found() -> None:
    page = "Usage: kansrijk [OPTIONS]\n\n  --help  Show this message and exit. [default: x]"
    assert {"Usage", "Show", "message", "default"} <= set(english_in(page))
    assert english_in("Toon de stand van `default`, met --default of error|warning.") == []


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_help_is_in_dutch(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    result = kansrijk(*words, "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Gebruik: kansrijk {' '.join(words)}".rstrip())
    flat = " ".join(result.out.split())
    assert english_in(flat) == []
    assert "Toon deze uitleg." in flat


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_help_names_no_types_of_the_program(words: tuple[str, ...]) -> None:
    page = kansrijk(*words, "--help").out
    assert not re.search(r"<[a-zA-Z\[\]]+>|[{}]|\[\[|\]\.\.\.\]", page), page


def test_help_lists_every_command_with_its_whole_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = kansrijk("--help").out
    _, listed = page.split("Opdrachten:")
    for info in app.registered_commands:
        assert info.callback
        assert info.callback.__doc__
        assert f"  {info.callback.__name__}" in listed
        assert info.callback.__doc__.split("\n")[0] in " ".join(listed.split())
    assert "..." not in listed


def test_bare_kansrijk_shows_the_next_steps() -> None:
    result = kansrijk()
    assert (result.code, result.err) == (0, "")
    for command in ("validate", "coverage", "targets", "report", "init", "--help"):
        assert f"kansrijk {command}" in result.out
    assert english_in(re.sub(r"kansrijk \w+.*?  ", "", result.out)) == []


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(len(line) for line in kansrijk(*words, "--help").out.split("\n")) <= 80
    assert max(len(line) for line in kansrijk().out.split("\n")) <= 95


def test_the_version() -> None:
    result = kansrijk("--version")
    assert (result.code, result.err) == (0, "")
    assert re.fullmatch(r"kansrijk \d+\.\d+\.\d+\n", result.out)
