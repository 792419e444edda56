"""The page of every rule: it is whole, and its examples do what they say."""

import json
import re
from pathlib import Path

import pytest

from kansrijk_cli.core.pages import Example
from kansrijk_cli.core.place import Position
from kansrijk_cli.rules.registry import pages, rules
from tests.workspaces import Checked, check_over

CASES = Path(__file__).parents[1] / "cases"
MARKER = re.compile(r"#( *)(\^+)")

PAGES = pages()
WITH_MODULE = [rule.code for rule in rules()]
WRONG = [code for code, page in PAGES.items() if page.wrong]
RIGHT = [code for code, page in PAGES.items() if page.right]


def check(folder: Path, examples: tuple[Example, ...]) -> Checked:
    return check_over(folder, {example.file: example.text for example in examples})


def marked(example: Example) -> Position:
    """The span that a line of carets marks: on the line above it, `#^` for the first column."""
    found = [
        (number, match)
        for number, line in enumerate(example.text.split("\n"))
        if (match := MARKER.fullmatch(line))
    ]
    assert len(found) == 1, "an example marks exactly one span"
    number, match = found[0]
    column = len(match[1]) + 2 if match[1] else 1
    return (number, column, number, match.end() + 1)


def told_by_cases() -> dict[str, list[str]]:
    """The messages in the expected output of the cases, by code."""
    told: dict[str, list[str]] = {}
    for file in CASES.glob("*/expected.json"):
        for finding in json.loads(file.read_text("utf-8"))["findings"]:
            told.setdefault(finding["code"], []).append(finding["message"])
    return told


@pytest.mark.parametrize("code", PAGES)
def test_a_page_is_whole(code: str) -> None:
    page = PAGES[code]
    assert page.title
    assert page.message
    assert all(sentence.strip() for sentence in (*page.message, *page.advice))
    assert page.explanation


@pytest.mark.parametrize("code", WITH_MODULE)
def test_a_rule_has_a_page_with_both_examples(code: str) -> None:
    assert code in PAGES
    assert PAGES[code].wrong
    assert PAGES[code].right


def test_what_no_page_can_show_has_a_case() -> None:
    shown = {*WRONG, *told_by_cases()}
    assert [code for code in PAGES if code not in shown] == []


def test_every_message_of_a_case_says_something() -> None:
    assert [code for code, texts in told_by_cases().items() if not all(texts)] == []


@pytest.mark.parametrize("code", WRONG)
def test_a_wrong_example_gives_one_finding_where_it_is_marked(code: str, tmp_path: Path) -> None:
    page = PAGES[code]
    checked = check(tmp_path, page.wrong)
    assert checked.codes == [code]
    found = checked.diagnostics[0]
    assert found.place.file == page.wrong[0].file
    line, column, end_line, end_column = checked.position(found)
    wanted = marked(page.wrong[0])
    assert (line, column) == wanted[:2]
    # What spans lines cannot be underlined whole; only its start is marked.
    assert end_line > line or end_column == wanted[3]


@pytest.mark.parametrize("code", WRONG)
def test_a_wrong_example_says_the_first_sentence_of_its_page(code: str, tmp_path: Path) -> None:
    said = next(check(tmp_path, PAGES[code].wrong).messages())
    fixed = re.split(r"\{[^}]*\}", PAGES[code].message[0])
    assert re.match(".*?".join(map(re.escape, fixed)), said.text)


@pytest.mark.parametrize("code", RIGHT)
def test_a_right_example_gives_nothing(code: str, tmp_path: Path) -> None:
    checked = check(tmp_path, PAGES[code].right)
    assert list(checked.messages()) == []
    assert checked.skipped == ()
