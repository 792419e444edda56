"""A YAML text as others may read it: no comments, and lines left out, with the same numbers."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.core.place import Place
from kansrijk_cli.source.shown import shown_lines

TEXT = """\
# boven
name: x  # achter
items:
  - id: een
    value: 3   # drie
    # tussen
    note: a

  - {id: twee, value: 4}
  - id: drie
last: y
"""


def shown(text: str, *routes: tuple[str | int, ...]) -> list[str | None]:
    return list(shown_lines(text, [Place("f.yaml", route) for route in routes]))


def test_comments_are_gone_and_lines_keep_their_numbers() -> None:
    assert shown(TEXT) == [
        "",
        "name: x",
        "items:",
        "  - id: een",
        "    value: 3",
        "",
        "    note: a",
        "",
        "  - {id: twee, value: 4}",
        "  - id: drie",
        "last: y",
        "",
    ]


@pytest.mark.parametrize(
    ("route", "gone"),
    [
        (("items", 0), [4, 5, 6, 7, 8]),
        (("items", 1), [9]),
        (("items", 2), [10]),
        (("items", 0, "value"), [5]),
        (("items",), [3, 4, 5, 6, 7, 8, 9, 10]),
        (("last",), [11]),
    ],
)
def test_all_lines_of_a_place_are_left_out(route: tuple[str | int, ...], gone: list[int]) -> None:
    found = shown(TEXT, route)
    assert [n for n, line in enumerate(found, start=1) if line is None] == gone


def test_a_key_goes_with_its_value() -> None:
    text = "a:\n  b:\n    c: 1\n  d: 2\n"
    assert shown(text, ("a", "b")) == ["a:", None, None, "  d: 2", ""]


def test_what_shares_a_line_with_something_hidden_is_left_out_too() -> None:
    assert shown("a: {b: 1, c: 2}\nd: 3\n", ("a", "c")) == [None, "d: 3", ""]


def test_several_lines_between_brackets() -> None:
    text = "a: [\n  {b: 1,\n   c: 2},\n  {b: 3}]\nd: 4\n"
    assert shown(text, ("a", 0)) == ["a: [", None, None, "  {b: 3}]", "d: 4", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a: "x # y"\n', 'a: "x # y"'),
        ("a: 'x # y' # weg\n", "a: 'x # y'"),
        ("a: x#y\n", "a: x#y"),
        ("a: [x, y] # weg\n", "a: [x, y]"),
        ("a: x\t# weg\n", "a: x"),
        ("a: x # een # twee\n", "a: x"),
    ],
)
def test_a_sign_in_a_text_is_no_comment(text: str, expected: str) -> None:
    assert shown(text)[0] == expected


def test_a_block_of_text_keeps_its_signs_but_not_the_comment_that_begins_it() -> None:
    text = "a: |-  # weg\n  # blijft\n  b # blijft\n# weg\nc: >- # weg\n  d\n"
    assert shown(text) == ["a: |-", "  # blijft", "  b # blijft", "", "c: >-", "  d", ""]


def test_line_ends_of_windows() -> None:
    assert shown("a: 1 # weg\r\nb: 2\r\n", ("b",)) == ["a: 1", None, ""]


def test_nothing_of_a_text_that_is_no_yaml() -> None:
    assert shown("a: [\nb: 2\n") == [None, None, None]


@given(
    st.dictionaries(
        st.text("abcdef", min_size=1, max_size=4),
        st.one_of(st.integers(), st.text("ab #:'\"{}[],|>\n-", max_size=12)),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_left_says_the_same(data: dict[str, object]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True)
    commented = "# geheim\n" + text + "# geheim\n"
    lines = shown_lines(commented, ())
    assert yaml.safe_load("\n".join(line or "" for line in lines)) == data
    assert not any("geheim" in (line or "") for line in lines)
