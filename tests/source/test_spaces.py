"""Ends of lines and the spaces before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.fixes.whitespace import without_mixed_ends, without_tails
from kansrijk_cli.source.edit import applied
from kansrijk_cli.source.spaces import unseen
from kansrijk_cli.source.tree import Locator, parse


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: 1\nb: 2\n", []),
        ("a: 1\r\nb: 2\r\n", []),
        ("a: 1\r\nb: 2\r\nc: 3", []),
        ("a: 1\r\nb: 2\nc: 3\n", ["KR030"]),
        ("a: 1 \n", ["KR031"]),
        ("a: 1\t\r\nb: 2\r\n", ["KR031"]),
        ("a: 1\n  \nb: 2", ["KR031"]),
        ("a: 1\nb: 2  ", ["KR031"]),
        ("a: |\n  een \n  twee\n", []),
        ("a: 'een \n  twee'\n", []),
        ("# zo \na: 1\n", ["KR031"]),
    ],
)
def test_what_is_not_seen(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in unseen("a.yaml", text)] == codes


PIECES = ("a: ", "b: ", "- ", "x", "|\n", ">-\n", "'", '"', " ", "\t", "\n", "\r\n", "  ", "# c")


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_mending_them_changes_no_data_and_leaves_none(text: str) -> None:
    outcome = parse(text, "a.yaml")
    if outcome.value is None or outcome.diagnostics:
        return
    locator = Locator(text)
    for fix in (without_tails, without_mixed_ends):
        after = applied(text, [[edit] for edit in fix(locator)])
        assert parse(after, "a.yaml").value == outcome.value
        assert fix(Locator(after)) == ()
