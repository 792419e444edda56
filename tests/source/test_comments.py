"""The comments of a text, and the lines that they are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.source.comments import comments
from kansrijk_cli.source.tree import Locator, parse


def found(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(c.text, tuple(sorted(c.about))) for c in comments(Locator(text), "hier")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1  # hier\nb: 2\n", [("# hier", (1,))]),
        ("# hier\na: 1\n", [("# hier", (1, 2))]),
        ("# eerst\n# hier\n\n# meer\na: 1\n", [("# hier", (2, 5))]),
        ("a: 1\n# hier\n\n# meer\nb: 2\n", [("# hier", (2, 5))]),
        ("a: 1\n# hier\n", [("# hier", (2,))]),
        ("a:\n  # hier \n  - b\r\n", [("# hier", (2, 3))]),
        ("a: [1, # hier\n  2]\n", [("# hier", (1,))]),
        ("a: 'x'# hier\n", []),
    ],
)
def test_a_comment_is_about_its_line_or_the_one_below(
    text: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'a: "niet # hier"\n',
        "a: |\n  # hier\nb: 2\n",
        "a: >-\n  tekst\n  # hier\n\nb: 2\n",
        "a: 'niet\n  # hier'\n",
        "a: b#hier\n",
        "a: 'x # hier'\n",
        "a: 'het is ''x # hier'' of niet'\n",
        'a: "x\\" # hier"\n',
        "a: {b: 'x # hier', c: \"y # hier\"}\n",
        "'a # hier': 1\n",
        "- 'é👶 # hier'\n",
        "a: |-\r\n  x # hier\r\n",
        "# daar\na: 1\n",
        "a: [1, # hier\n",
        "",
        "# hier\n",
    ],
)
def test_in_a_text_it_is_no_comment_and_a_broken_text_has_none(text: str) -> None:
    assert found(text) == []


def test_a_comment_behind_the_sign_of_a_block_of_text_is_one() -> None:
    assert found("a: |- # hier\n  x # hier\nb: 2\n") == [("# hier", (1,))]
    assert found("a: >  # hier\r  x # hier\rb: 2\r") == [("# hier", (1,))]


def test_a_comment_after_a_block_of_text_is_one() -> None:
    assert found("a: |\n  tekst\n# hier\nb: 2\n") == [("# hier", (3, 4))]
    assert found("a:\n  - b: |\n      tekst\n  # hier\n  - c\n") == [("# hier", (4, 5))]


PIECES = ("a: ", "- ", "'", '"', "|", ">-", "# hier", "\n", "  ", "x", "[", "]", ", ", "é👶")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_called_a_comment_can_go_without_changing_the_data(text: str) -> None:
    data = parse(text, "a.yaml").value
    for comment in comments(Locator(text), "hier"):
        line, column, _, end = comment.position
        lines = text.split("\n")
        assert lines[line - 1][column - 1 : end - 1] == comment.text
        lines[line - 1] = lines[line - 1][: column - 1]
        if data is not None:
            assert parse("\n".join(lines), "a.yaml").value == data
