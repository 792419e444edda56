"""A line with too many or too few spaces is told at that line, also when it is the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.source.document import read_bytes

FILE = "regions/voorbeeld/interventions.yaml"
TEXT = """\
source: werkagenda
# Wat er is.
inventory:
  complete: false

  on: 2024-07-01
  text: Zo is het.
items:
  - id: een
    title: Een
    kind: process
  - id: twee
    title: Twee
    kind: process
deployments:
  Ede:
    giz: active
    voorzorg: active
  Rhenen:
    giz:
      status: active
      assumed:
        status: De bron zegt het niet.
        source: Die is er niet.
  Veenendaal:
    giz: active
    voorzorg: active
"""


def told(text: str) -> tuple[int, set[str]]:
    """The line of the one problem, and what is known of its cause."""
    [problem] = read_bytes(FILE, text.encode()).diagnostics
    assert problem.code == "KR003"
    assert problem.place.span
    return problem.place.span[0], set(problem.params)


def moved(text: str, number: int, spaces: int) -> str:
    """The text in which one line starts elsewhere."""
    lines = text.split("\n")
    line = lines[number - 1]
    lines[number - 1] = " " * (len(line) - len(line.lstrip()) + spaces) + line.lstrip()
    return "\n".join(lines)


# The lines with the first field or item of a block.
FIRST = [4, 9, 16, 17, 21, 23, 26]


@pytest.mark.parametrize("spaces", [-1, 1, 2])
@pytest.mark.parametrize("number", FIRST)
def test_the_first_line_of_a_block(number: int, spaces: int) -> None:
    assert told(moved(TEXT, number, spaces))[0] == number
    assert put_right(moved(TEXT, number, spaces), "first_indent") == TEXT


@pytest.mark.parametrize("spaces", [-1, 1, 3])
@pytest.mark.parametrize("number", [6, 10, 11, 24])
def test_the_spaces_that_a_line_should_have(number: int, spaces: int) -> None:
    assert put_right(moved(TEXT, number, spaces), "indent") == TEXT


def put_right(text: str, indent: str) -> str:
    """The text in which the wrong line has the spaces that the message tells."""
    [problem] = read_bytes(FILE, text.encode()).diagnostics
    assert problem.place.span
    line, told = problem.place.span[0], problem.params
    right, is_now = told["right"], told[indent]
    assert isinstance(right, int)
    assert isinstance(is_now, int)
    return moved(text, line, right - is_now)


@pytest.mark.parametrize("spaces", [-1, 1, 2])
@pytest.mark.parametrize("number", [6, 10, 18, 24, 27])
def test_a_later_line_of_a_block(number: int, spaces: int) -> None:
    line, params = told(moved(TEXT, number, spaces))
    assert (line, params & {"first_indent"}) == (number, set())


@pytest.mark.parametrize("spaces", [1, 2, 5])
def test_the_first_line_of_a_file(spaces: int) -> None:
    assert told(moved(TEXT, 1, spaces)) == (1, {"first_indent"})


def test_it_says_how_many_spaces_there_are() -> None:
    [problem] = read_bytes(FILE, moved(TEXT, 16, -1).encode()).diagnostics
    assert problem.place.span == (16, 2, 16, 5)
    assert problem.params == {"first_indent": 1, "right": 2, "beside": 19}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("source: a\n  - id: een\n    title: Een\n", 2),
        ("source: a\n# De partijen.\n\n  - id: een\n", 4),
        ("source: a\n  Ede: {giz: active}\n  Rhenen: {giz: active}\n", 2),
        ("a:\n  b: [c]\n    - d: 1\n", 3),
    ],
)
def test_lines_without_what_holds_them(text: str, number: int) -> None:
    assert told(text) == (number, {"headless"})


@pytest.mark.parametrize(
    "text", ["source: a\n  Ede: {giz: active}\n", "a:\n  - b: 1\n    - c\n", "a: 1\n  b: 2\nc: 3\n"]
)
def test_one_field_too_far_to_the_right_has_only_its_spaces(text: str) -> None:
    assert "headless" not in told(text)[1]


WIDE = "a:\n    b: 1\n    c: 2\n    d: 3\ne:\n    - f: 1\n      g: 2\n      h: 3\n    - f: 4\n"


@pytest.mark.parametrize("number", [2, 3, 7, 8])
def test_of_another_style_the_most_lines_are_right(number: int) -> None:
    assert told(moved(WIDE, number, -1))[0] == number


@given(st.lists(st.integers(0, 6), min_size=27, max_size=27))
def test_however_the_lines_stand_a_line_of_the_file_is_told(spaces: list[int]) -> None:
    lines = [" " * n + line.lstrip() for n, line in zip(spaces, TEXT.split("\n"), strict=False)]
    for problem in read_bytes(FILE, "\n".join(lines).encode()).diagnostics:
        line, column, end_line, end_column = problem.place.span or (1, 1, 1, 1)
        assert 1 <= line <= end_line <= len(lines)
        assert 1 <= column <= end_column
        if "first_indent" in problem.params:
            assert (problem.params["first_indent"], end_line) == (spaces[line - 1], line)
