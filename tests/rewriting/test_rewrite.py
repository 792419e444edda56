"""Changing what a file says, in its text."""

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.rewriting.changes import (
    CannotChangeError,
    Change,
    Insert,
    LeaveOut,
    Mark,
    Move,
    Remove,
    Rename,
    Replace,
)
from kansrijk_cli.rewriting.rewrite import rewritten
from kansrijk_cli.source.edit import BOM
from kansrijk_cli.source.tree import parse

TEXT = """\
# Kop van het bestand.
bron: plan/1 # hele bestand
lijst:
  # Over een.
  - id: een # het eerste
    tekst: |-
      # geen opmerking
      maar tekst

    bedrag: 5    # euro
  - {id: twee, bedrag: 6, naam: "x # y"}
  # Over drie.
  - id: drie
    namen: [a, b, c]
# Slot.
los:
  a: 1
  b: >-
    twee
    regels
"""


def lines(*changes: Change, text: str = TEXT) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    before, after = text.split("\n"), rewritten(text, changes).split("\n")
    came = list(after)
    went = []
    for line in before:
        if line in came:
            came.remove(line)
        else:
            went.append(line)
    return went, came


def test_a_value_changes_and_nothing_else() -> None:
    assert lines(Replace(("lijst", 0, "bedrag"), "ntb")) == (
        ["    bedrag: 5    # euro"],
        ["    bedrag: ntb    # euro"],
    )
    went, came = lines(Replace(("lijst", 1, "bedrag"), "ntb"), Replace(("los", "b"), "nvt"))
    assert came == ['  - {id: twee, bedrag: ntb, naam: "x # y"}', "  b: nvt"]
    assert went[-3:] == ["  b: >-", "    twee", "    regels"]


def test_the_cents_of_another_amount_stay_as_they_are_written() -> None:
    text = "a: 56400.50\nb: {c: 1.10, d: '1.10'}\n"
    assert lines(Replace(("b", "c"), "2.20"), text=text) == (
        ["b: {c: 1.10, d: '1.10'}"],
        ["b: {c: 2.20, d: '1.10'}"],
    )


def test_an_item_goes_with_its_comment_and_not_with_that_of_another() -> None:
    assert lines(Remove(("lijst", 2))) == (
        ["  # Over drie.", "  - id: drie", "    namen: [a, b, c]"],
        [],
    )
    after = rewritten(TEXT, [Remove(("lijst", 0))])
    start, end = TEXT.index("  # Over een."), TEXT.index("  - {id: twee")
    assert after == TEXT[:start] + TEXT[end:]


def test_an_empty_list_says_that_it_is_empty() -> None:
    after = rewritten(TEXT, [Remove(("lijst", n)) for n in range(3)])
    assert "lijst: []\n# Slot.\n" in after
    after = rewritten(TEXT, [Remove(("lijst", 2, "namen", n)) for n in range(3)])
    assert "namen: []\n" in after


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ((0,), "[b, c]"),
        ((1,), "[a, c]"),
        ((2,), "[a, b]"),
        ((0, 1), "[c]"),
        ((1, 2), "[a]"),
        ((0, 2), "[b]"),
    ],
)
def test_commas_go_with_what_stands_between_brackets(gone: tuple[int, ...], left: str) -> None:
    _, came = lines(*(Remove(("lijst", 2, "namen", n)) for n in gone))
    assert came == [f"    namen: {left}"]


def test_what_is_left_out_leaves_a_comment_in_its_place() -> None:
    assert lines(LeaveOut(("lijst", 0, "bedrag"), "# weg")) == (
        ["    bedrag: 5    # euro"],
        ["    # weg    # euro"],
    )
    went, came = lines(
        LeaveOut(("lijst", 1, "bedrag"), "# weg"), LeaveOut(("lijst", 1, "naam"), "# ook")
    )
    assert went == ['  - {id: twee, bedrag: 6, naam: "x # y"}']
    assert came == ["  # weg", "  # ook", "  - {id: twee}"]


def test_the_first_entry_of_an_item_goes_and_its_dash_stays() -> None:
    assert lines(Remove(("lijst", 2, "id")))[1] == ["  -"]
    assert lines(Remove(("lijst", 0, "id")))[1] == ["  -  # het eerste"]


def test_an_entry_is_added_after_another() -> None:
    assert lines(Insert(("lijst", 0), "tekst", "status", "draft"))[1] == ["    status: draft"]
    assert lines(Insert(("lijst", 1), "id", "status", "draft"))[1] == [
        '  - {id: twee, status: draft, bedrag: 6, naam: "x # y"}'
    ]
    assert rewritten(TEXT, [Insert((), "los", "slot", "1")]).endswith("    regels\nslot: 1\n")


def test_a_comment_comes_above_and_only_once() -> None:
    def marked(text: str, comment: str) -> str:
        return rewritten(text, [Mark(("lijst", 2, "namen", 1), comment)])

    once = marked(TEXT, "# Klopt dit? (was 5)")
    assert "  - id: drie\n    # Klopt dit? (was 5)\n    namen:" in once
    assert marked(once, "# Klopt dit?") == once
    assert "\n  # Nieuw.\n  - {id: twee" in rewritten(
        TEXT, [Mark(("lijst", 1, "naam"), "# Nieuw.")]
    )
    assert rewritten(TEXT, [Mark((), "# Nieuw.")]).startswith(
        "# Kop van het bestand.\n# Nieuw.\nbron:"
    )


def test_a_key_gets_another_name() -> None:
    assert lines(Rename(("lijst", 0, "id"), "code"))[1] == ["  - code: een # het eerste"]
    assert lines(Rename(("lijst", 1, "naam"), "title"))[1] == [
        '  - {id: twee, bedrag: 6, title: "x # y"}'
    ]


def test_an_entry_moves_with_its_comments() -> None:
    text = "a:\n  # boven\n  x: |-\n    een\n    twee\n  y: 2 # achter\nb:\n    c: 1\nd: {e: 1}\n"
    deeper = rewritten(text, [Move(("a", "x"), ("b", "z"))])
    assert deeper == (
        "a:\n  y: 2 # achter\nb:\n    c: 1\n"
        "    # boven\n    z: |-\n      een\n      twee\nd: {e: 1}\n"
    )
    assert rewritten(deeper, [Move(("b", "z"), ("a", "x"))]) == (
        "a:\n  y: 2 # achter\n  # boven\n  x: |-\n    een\n    twee\nb:\n    c: 1\nd: {e: 1}\n"
    )
    assert "\n# achter\nd: {e: 1, y: 2}\n" in rewritten(text, [Move(("a", "y"), ("d", "y"))])
    assert rewritten(text, [Move(("d", "e"), ("b", "e"))]).endswith("    e: 1\nd: {}\n")
    assert rewritten(text, [Move(("b", "c"), ("c",))]).endswith("b: {}\nd: {e: 1}\nc: 1\n")
    last = rewritten("a: 1\nb:\n  c: 1\n  d: 2\n", [Move(("b", "d"), ("d",))])
    assert last == "a: 1\nb:\n  c: 1\nd: 2\n"


@pytest.mark.parametrize(
    "change",
    [
        Replace(("los", "onbekend"), "1"),
        Remove(("lijst", 9)),
        Move(("los", "b"), ("los", "a")),
        Move(("lijst", 0, "tekst"), ("lijst", 1, "tekst")),
        Move(("los",), ("los", "a", "los")),
        Replace(("bron",), "[open"),
        Insert(("lijst", 1), "id", "bedrag", "3"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_refused(change: Change) -> None:
    with pytest.raises(CannotChangeError):
        rewritten(TEXT, [change])


@pytest.mark.parametrize("text", ["", "a: [\n", "# alleen een opmerking\n"])
def test_a_text_without_data_is_refused(text: str) -> None:
    with pytest.raises(CannotChangeError):
        rewritten(text, [Mark((), "# x")])


def test_changes_of_what_goes_do_not_count() -> None:
    assert rewritten(TEXT, [Remove(("los",))]) == rewritten(
        TEXT,
        [
            Remove(("los",)),
            Replace(("los", "a"), "2"),
            Mark(("los", "b"), "# x"),
            Mark(("los",), "# y"),
            Insert(("los",), "a", "c", "3"),
        ],
    )


def test_the_mark_and_the_line_ends_of_a_file_stay() -> None:
    text = BOM + TEXT.replace("\n", "\r\n")
    after = rewritten(text, [Mark(("los", "a"), "# x"), Remove(("lijst", 1))])
    assert after.startswith(BOM)
    assert after.count("\n") == after.count("\r\n") == text.count("\n")
    assert "\r\n  # x\r\n  a: 1\r\n" in after


GROUPS = """\
lijst:
  # Eerste groep
  - id: a
  - id: b

  # Tweede groep
  - id: c
  - id: d

  # Van e alleen
  - id: e

  # Van f
  - id: f
  # Van g
  - id: g
slot: 1
"""


@pytest.mark.parametrize(
    ("gone", "comments"),
    [
        ("a", "Eerste Tweede e f g"),
        ("ab", "Tweede e f g"),
        ("c", "Eerste Tweede e f g"),
        ("cd", "Eerste e f g"),
        ("e", "Eerste Tweede f g"),
        ("f", "Eerste Tweede e g"),
        ("fg", "Eerste Tweede e"),
    ],
)
def test_the_heading_of_a_group_stays_as_long_as_the_group(gone: str, comments: str) -> None:
    after = rewritten(GROUPS, [Remove(("lijst", "abcdefg".index(name))) for name in gone])
    kept = [line.split()[-1] if "Van" in line else line.split()[1]
            for line in after.split("\n") if "#" in line]  # fmt: skip
    assert [word.replace("alleen", "e") for word in kept] == comments.split()
    assert "\n\n\n" not in after
    assert "\n\nslot" not in after


def test_without_groups_a_comment_is_about_the_item_below_it() -> None:
    text = "lijst:\n  # Over a.\n  - id: a\n  - id: b\n"
    assert rewritten(text, [Remove(("lijst", 0))]) == "lijst:\n  - id: b\n"


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[bool]]:
    """A list of items in all kinds of writing, and which of them must go."""
    stays = draw(st.lists(st.booleans(), min_size=1, max_size=6))
    text = draw(st.sampled_from(["", "# Kop.\n", BOM])) + "lijst:\n"
    for number, _ in enumerate(stays):
        text += draw(st.sampled_from(["", "\n", "  # vrij\n\n"]))
        text += f"  # over {number}\n" if draw(st.booleans()) else ""
        form = draw(st.integers(0, 3))
        body = (
            f"  - id: i{number} # achter {number}\n    t: {number}\n",
            f"  - {{id: i{number}, t: {number}}} # achter {number}\n",
            f"  -\n    id: i{number}\n    t: {number} # achter {number}\n",
            f"  - id: i{number}\n    u: |-\n      # x\n    t: {number} # achter {number}\n",
        )
        text += body[form]
    text += draw(st.sampled_from(["", "# Slot.\n", "slot: 1\n"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return text.replace("\n", end), stays


@given(lists())
@settings(deadline=None)
def test_removing_keeps_order_and_the_comments_of_what_stays(made: tuple[str, list[bool]]) -> None:
    text, stays = made
    after = rewritten(text, [Remove(("lijst", n)) for n, stay in enumerate(stays) if not stay])
    data = parse(text.removeprefix(BOM), "").value
    assert isinstance(data, dict)
    items = data["lijst"]
    assert isinstance(items, list)
    wanted = deepcopy(data) | {"lijst": [i for i, stay in zip(items, stays, strict=True) if stay]}
    assert parse(after.removeprefix(BOM), "").value == wanted
    for number, stay in enumerate(stays):
        assert (f"# achter {number}" in after) is stay
        if stay:
            assert text.count(f"# over {number}") == after.count(f"# over {number}")
    assert text.count("# vrij") == after.count("# vrij")
    # Nothing came that was not there, but for the sign of an empty list.
    before = text.replace("lijst:", "lijst: []") if not any(stays) else text
    left = iter(before.split("\n"))
    assert all(line in left for line in after.split("\n"))


@given(lists(), st.text("ab:#'\"-, ", min_size=1, max_size=8))
@settings(deadline=None)
def test_a_text_that_cannot_be_compared_is_never_given(
    made: tuple[str, list[bool]], value: str
) -> None:
    text, _ = made
    try:
        after = rewritten(text, [Replace(("lijst", 0, "t"), value)])
    except CannotChangeError:
        return
    data = parse(after.removeprefix(BOM), "").value
    assert isinstance(data, dict)
    assert data["lijst"][0]["t"] == parse(value, "").value  # type: ignore[index,call-overload]
