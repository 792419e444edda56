"""YAML text to plain data, and back to the exact place in the text."""

import subprocess
import sys
from typing import TypedDict

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from kansrijk_cli.core.place import Part, Place, Position, Route
from kansrijk_cli.source.tree import MAX_DEPTH, Data, Locator, parse
from tests.source.data import DATA, TEXTS, routes

FILE = "plan.yaml"


class Style(TypedDict):
    """How the other program writes."""

    default_flow_style: bool | None
    allow_unicode: bool
    width: int
    indent: int


STYLES = st.builds(
    Style,
    default_flow_style=st.sampled_from([True, False, None]),
    allow_unicode=st.booleans(),
    width=st.sampled_from([20, 80, 1000]),
    indent=st.integers(2, 6),
)


def read(text: str) -> Data:
    outcome = parse(text, FILE)
    assert outcome.diagnostics == ()
    return outcome.value


def position(text: str, *route: str | int, part: Part = Part.VALUE) -> Position:
    return Locator(text).position(Place(FILE, route, part))


def cut(text: str, position: Position) -> str:
    """The text of a span, as far to the right as it stood so that YAML reads it the same."""
    line, column, end_line, end_column = position
    lines = text.split("\n")[line - 1 : end_line]
    lines[-1] = lines[-1][: end_column - 1]
    lines[0] = " " * (column - 1) + lines[0][column - 1 :]
    return "\n".join(lines)


@given(DATA, STYLES)
def test_what_another_program_wrote_is_read_the_same(data: Data, style: Style) -> None:
    text = yaml.safe_dump(data, sort_keys=False, **style)
    assume(yaml.safe_load(text) == data)
    found = read(text)
    assert found == data
    assert repr(found) == repr(data), "True is not 1, 1.0 is not 1"


@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=4), STYLES)
def test_every_route_leads_to_the_text_it_stands_for(data: dict[str, Data], style: Style) -> None:
    text = yaml.safe_dump(data, sort_keys=False, **style)
    # In narrow lines the dumper itself writes some texts wrongly.
    assume(yaml.safe_load(text) == data)
    locator = Locator(text)
    for route, value in routes(data):
        if route:
            assert read(cut(text, locator.position(Place(FILE, route)))) == value
            if isinstance(route[-1], str):
                key = cut(text, locator.position(Place(FILE, route, Part.KEY)))
                assert read(key) == route[-1]


@given(st.lists(st.sampled_from("a b - : ? [ ] { } # & * ! | > ' \" % @ ` , 1 \n < ~".split(" "))))
def test_no_text_makes_reading_or_finding_raise(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for problem in parse(text, FILE).diagnostics:
        assert Locator(text).position(problem.place)


def test_a_flow_list_and_a_block_list_are_found_alike() -> None:
    text = "names: [Ede, 'Rhenen']\nmore:\n  - a: 1\n    b: twee  # opmerking\n"
    assert position(text, "names", 1) == (1, 14, 1, 22)
    assert position(text, "more", 0, "b") == (4, 8, 4, 12)
    assert position(text, "more", 0, "b", part=Part.KEY) == (4, 5, 4, 6)


def test_a_column_counts_characters_not_bytes() -> None:
    assert position("a: {naam: Zoë 👶, b: x}\n", "a", "b") == (1, 21, 1, 22)


@pytest.mark.parametrize(
    ("route", "nearest"),
    [
        (("a", "x"), (1, 4, 1, 10)),
        (("a", "b", "c", "d"), (1, 8, 1, 9)),
        (("a", 3), (1, 4, 1, 10)),
        (("z",), (1, 1, 2, 1)),
        ((), (1, 1, 1, 1)),
    ],
)
def test_a_route_that_stops_gives_the_nearest_that_is_there(
    route: Route, nearest: Position
) -> None:
    assert Locator("a: {b: 1}\n").position(Place(FILE, route)) == nearest


def test_a_number_as_key_is_found_by_its_text_and_by_its_number() -> None:
    text = "population:\n  2024: {Ede: 1}\n"
    assert position(text, "population", "2024", "Ede") == (2, 15, 2, 16)
    assert position(text, "population", 2024, "Ede") == (2, 15, 2, 16)


def test_a_known_span_needs_no_text() -> None:
    assert Locator("").position(Place(FILE, span=(3, 4, 3, 9))) == (3, 4, 3, 9)


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen een opmerking\n", "---\n", "~\n"])
def test_a_file_without_anything_has_no_data(text: str) -> None:
    assert read(text) is None
    assert position(text) == (1, 1, 1, 1)


def test_a_place_in_an_empty_text_is_its_first_character() -> None:
    assert position("", "a") == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("a: 1\n---\nb: 2\n", "KR006", (2, 1, 2, 4)),
        ("a: &x 1\n", "KR007", (1, 4, 1, 8)),
        ("a: {b: 1, <<: {c: 2}}\n", "KR007", (1, 11, 1, 13)),
        ("&x a: 1\n", "KR007", (1, 1, 1, 5)),
        ("a: !!str 1\n", "KR008", (1, 4, 1, 11)),
        ("a: ! x\n", "KR008", (1, 4, 1, 7)),
        ("!x a: 1\n", "KR008", (1, 1, 1, 5)),
        ("a: !x [1]\n", "KR008", (1, 4, 1, 8)),
        ("? [a, b]\n: 1\n", "KR018", (1, 3, 1, 4)),
        ("a: *x\n", "KR007", (1, 4, 1, 6)),
        ("*x : 1\n", "KR018", (1, 1, 1, 3)),
        ("a: [\n", "KR003", (2, 1, 2, 2)),
        ("a: b: c\n", "KR003", (1, 5, 1, 6)),
        ("a: [1}\n", "KR003", (1, 6, 1, 7)),
    ],
)
def test_what_is_refused_is_marked(text: str, code: str, span: Position) -> None:
    outcome = parse(text, FILE)
    assert outcome.value is None
    assert [(d.code, d.place.span) for d in outcome.diagnostics] == [(code, span)]


@pytest.mark.parametrize(
    "text", ['"<<": 1\n', "a: '*x'\n", 'a: "!x"\n', "a: x & y\n", "a: 1 < 2\n"]
)
def test_the_same_characters_as_text_are_fine(text: str) -> None:
    assert read(text) is not None


def test_of_a_double_key_the_first_counts_and_both_are_told() -> None:
    outcome = parse("a: 1\nb: {c: 1, c: 2, c: 3}\na: 2\n", FILE)
    assert outcome.value == {"a": 1, "b": {"c": 1}}
    assert [
        (d.params["key"], d.params["first_line"], d.place.span) for d in outcome.diagnostics
    ] == [
        ("c", 2, (2, 11, 2, 12)),
        ("c", 2, (2, 17, 2, 18)),
        ("a", 1, (3, 1, 3, 2)),
    ]
    assert outcome.diagnostics[0].related == (Place(FILE, span=(2, 5, 2, 6)),)


ITEM = "l:\n  - id: a\n    b: 1\n    c: 2\n"


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        # What follows two neighbours is of the same lost item, also after a field of its own.
        ("    b: 3\n    c: 4\n", [("b", "c")]),
        ("    b: 3\n    c: 4\n    d: 5\n    id: b\n", [("b", "c", "id")]),
        # And of another one when it comes a third time.
        ("    b: 3\n    c: 4\n    b: 5\n    c: 6\n", [("b", "c"), ("b", "c")]),
        ("    b: 3\n    d: 4\n    c: 5\n", [None, None]),
        ("    c: 3\n", [None]),
    ],
)
def test_neighbours_that_are_there_twice_are_a_lost_item(
    rest: str, told: list[tuple[str, ...] | None]
) -> None:
    outcome = parse(ITEM + rest, FILE)
    assert [d.params.get("keys") for d in outcome.diagnostics] == told
    assert [d.params.get("item") for d in outcome.diagnostics] == [
        keys and "- id: ..." for keys in told
    ]
    for found, keys in zip(outcome.diagnostics, told, strict=True):
        assert len(found.related) == (len(keys) - 1 if keys else 1)


def test_the_fields_of_a_lost_item_are_not_those_of_the_one_above_it() -> None:
    assert parse(f"{ITEM}    b: 3\n    c: 4\n    d: 5\n", FILE).value == {
        "l": [{"id": "a", "b": 1, "c": 2}]
    }


@pytest.mark.parametrize("text", ["a: 1\nb: 2\na: 3\nb: 4\n", "l: [{a: 1, b: 2, a: 3, b: 4}]\n"])
def test_where_no_line_begins_an_item_none_is_lost(text: str) -> None:
    assert [d.params["key"] for d in parse(text, FILE).diagnostics] == ["a", "b"]


@pytest.mark.parametrize("text", ["a:\na: 1\n", "a: 1\na:\n"])
def test_of_a_double_key_without_a_value_the_other_counts(text: str) -> None:
    outcome = parse(text, FILE)
    assert (outcome.value, len(outcome.diagnostics)) == ({"a": 1}, 1)


def test_what_was_found_before_a_refusal_is_told_too() -> None:
    outcome = parse("a: 1\na: 2\nb: *x\n", FILE)
    assert [d.code for d in outcome.diagnostics] == ["KR015", "KR007"]


@pytest.mark.parametrize("left", ["[", "{a: ", "- "])
def test_the_deepest_that_may_be(left: str) -> None:
    right = {"[": "]", "{a: ": "}", "- ": ""}[left]
    fits = parse(left * MAX_DEPTH + "1" + right * MAX_DEPTH, FILE)
    assert fits.diagnostics == ()
    deeper = parse(left * (MAX_DEPTH + 1) + "1" + right * (MAX_DEPTH + 1), FILE)
    assert [d.code for d in deeper.diagnostics] == ["KR016"]


@pytest.mark.parametrize("text", ["a: 1\n\x07b: 2\n", "a: 1\nb: x\x00y\n", "a: é\nb: \x1b\n"])
def test_a_character_that_is_no_text_is_marked_where_it_is(text: str) -> None:
    problem = parse(text, FILE).diagnostics[0]
    line, column, _, _ = Locator(text).position(problem.place)
    assert text.split("\n")[line - 1][column - 1] in "\x00\x07\x1b"


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_a_line_is_what_an_editor_shows_as_a_line(character: str) -> None:
    # Word and PDF put these in what is copied from them; YAML counts them as the end of a line.
    text = f'a: "een{character}twee"\nb: [Ede, Rhenen]\n'
    assert position(text, "b", 1) == (2, 10, 2, 16)


# In a process of its own: what goes wrong here takes the whole program along.
DEEP = """
from kansrijk_cli.core.place import Place
from kansrijk_cli.source.tree import Locator, parse
text = "a: " + "[" * 200_000
problem = parse(text, "plan.yaml").diagnostics[0]
print(problem.code, Locator(text).position(problem.place))
"""


def test_a_refused_text_of_any_depth_still_has_places() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DEEP], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (0, "KR016 (1, 63, 1, 64)\n")
