"""A line of a text of several lines that lost its indentation."""

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.source.causes import explain
from kansrijk_cli.source.tree import parse

HEAD = ["a: 1", "l:", "  - id: x", "    text: |-"]
BODY = ["Aan het werk met deze zaken:", "- een", "- twee", "Er komt een plan voor:", "- drie"]
TAIL = ["  - id: y"]


def problem(lines: list[str]) -> Diagnostic:
    text = "\n".join(lines) + "\n"
    [found] = parse(text, "f.yaml").diagnostics
    return explain(text, found)


@pytest.mark.parametrize("number", range(len(BODY) - 1))
def test_it_is_told_where_it_stands(number: int) -> None:
    body = [line if n == number else f"      {line}" for n, line in enumerate(BODY)]
    found = problem(HEAD + body + TAIL)
    assert found.params["out_of_text"] == "text: |-"
    assert found.params["right"] == 6
    assert found.place.span is not None
    assert found.place.span[:2] == (len(HEAD) + 1 + number, 1)


def test_a_sentence_may_be_the_last_of_its_text() -> None:
    found = problem([*HEAD, "      een", "En dit was alles van dit jaar.", *TAIL])
    assert found.params["out_of_text"] == "text: |-"


@pytest.mark.parametrize("line", ["    name x", "name x", "    name: [x"])
def test_a_field_below_a_text_is_something_else(line: str) -> None:
    assert "out_of_text" not in problem([*HEAD, "      een", line, *TAIL]).params


def test_a_text_that_was_taken_for_a_field_is_shortened() -> None:
    found = problem(["l:", "  - a", f"  {'woord ' * 20}: b"])
    assert len(str(found.params["key"])) <= 41
