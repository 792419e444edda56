"""Changing a text by spans."""

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.source.edit import BOM, Edit, applied

TEXT = "a: 1\nbe: twee\r\nc: 3"


def fixed(*edits: Edit, text: str = TEXT) -> str:
    return applied(text, [[edit] for edit in edits])


def test_only_the_span_changes() -> None:
    assert fixed(Edit((2, 1, 2, 3), "b")) == "a: 1\nb: twee\r\nc: 3"
    assert fixed(Edit((2, 5, 2, 9), "x"), Edit((1, 1, 1, 2), "A")) == "A: 1\nbe: x\r\nc: 3"
    assert fixed(Edit((1, 4, 3, 1), "")) == "a: c: 3"


def test_a_mark_before_the_text_has_column_zero() -> None:
    assert fixed(Edit((1, 0, 1, 1), ""), text=BOM + TEXT) == TEXT
    assert fixed(Edit((1, 1, 1, 2), "A"), text=BOM + TEXT) == BOM + "A" + TEXT[1:]
    assert fixed(Edit((2, 1, 2, 2), "B"), text=f"{BOM}a\nb") == f"{BOM}a\nB"


def test_of_two_that_overlap_the_first_counts() -> None:
    assert fixed(Edit((1, 1, 1, 5), "x"), Edit((1, 4, 1, 5), "y")).startswith("x\n")
    assert fixed(Edit((1, 1, 1, 1), "x"), Edit((1, 1, 1, 1), "y")).startswith("xa")
    # A fix is done whole or not at all.
    both = [Edit((1, 1, 1, 2), "q"), Edit((2, 1, 2, 3), "r")]
    assert applied(TEXT, [[Edit((2, 1, 2, 2), "z")], both]) == TEXT.replace("be", "ze")


@given(st.lists(st.sampled_from(("a", "b", "\n", "\r\n"))).map("".join), st.data())
def test_an_edit_is_what_it_says_for_any_text(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    line = data.draw(st.integers(1, len(lines)))
    column = data.draw(st.integers(1, len(lines[line - 1]) + 1))
    end = data.draw(st.integers(column, len(lines[line - 1]) + 1))
    new = applied(text, [[Edit((line, column, line, end), "X")]])
    lines[line - 1] = lines[line - 1][: column - 1] + "X" + lines[line - 1][end - 1 :]
    assert new == "\n".join(lines)
