"""Text in Markdown shows exactly that text, wherever it stands and whatever is in it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import Markup

from kansrijk_cli.output.documents.markdown import (
    address,
    cell,
    escape,
    finalize,
    heading,
    prose,
    table,
)
from kansrijk_cli.output.visible import visible
from kansrijk_cli.reports.values import Euro, Strong
from tests.reports.reading import PARSER, seen, tables

# Each may mean something in Markdown, HTML, GitHub or a spreadsheet, somewhere on a line.
HOSTILE = [
    "<b>vet</b>",
    "<script>alert(1)</script>",
    "<!-- weg -->",
    "<https://example.org>",
    "a | b",
    "|",
    "\\|",
    "\\",
    "\\\\",
    "*schuin*",
    "**vet**",
    "_schuin_",
    "__vet__",
    "een_woord_met_strepen",
    "_",
    "`code`",
    "``",
    "```",
    "~~weg~~",
    "~~~",
    "[tekst](https://example.org)",
    "![beeld](x.png)",
    "[verwijzing][1]",
    "[^1]",
    "[^1]: noot",
    "[ ] taak",
    "[1]: https://example.org",
    "# kop",
    "#",
    "kop #",
    "kop ##",
    "1. punt",
    "1) punt",
    "1.",
    "2024.",
    "12)",
    "- punt",
    "-",
    "+ punt",
    "+",
    "* punt",
    "> citaat",
    "---",
    "***",
    "===",
    "| --- |",
    "&amp;",
    "&lt;b&gt;",
    "&#65;",
    "&#x41;",
    "AT&T",
    "$x^2$",
    "H~2~O",
    "{{ tekst }}",
    "{% raw %}",
    "%s",
    ":euro:",
    "Tabel: zie hieronder",
    "€ 5 & meer",
    "'s-Hertogenbosch",
    "👩‍👧 gezin",
    "\u202eomgekeerd\u202c",
    "\u200f\u200erichting",
    "café",
    "cafe\u0301",
    "    ingesprongen",
    "twee  spaties",
    "harde\u00a0spatie",
    "=1+1",
    "Ⅻ. punt",
    "٣. punt",
]

LINE = st.lists(
    st.sampled_from(HOSTILE)
    | st.sampled_from([" ", "  ", ".", "!", "(", ")", "a", "1"])
    | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8),
    max_size=5,
).map("".join)
TEXT = st.lists(LINE, max_size=5).map("\n".join)


def normal(text: str) -> str:
    """The text as a reader sees it: white space is one space, and what steers reading is seen."""
    return visible(" ".join(text.split()))


def only(tokens: list[Token], *kinds: str) -> str:
    """The text of the one block that there is, which has these tokens around it."""
    assert [token.type for token in tokens] == [f"{kinds[0]}_open", "inline", f"{kinds[0]}_close"]
    return seen(tokens[1])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_paragraph_with_that_text(text: str) -> None:
    assert only(PARSER.parse(escape(text)), "paragraph") == normal(text)


@given(LINE)
def test_any_text_is_a_paragraph_with_that_text(text: str) -> None:
    tokens = PARSER.parse(escape(text))
    assert (only(tokens, "paragraph") if tokens else "") == normal(text)


@given(LINE.filter(normal))
@example("kop #")
@example("1.")
def test_any_text_is_a_heading_with_that_text(text: str) -> None:
    tokens = PARSER.parse(heading(3, normal(text)))
    assert only(tokens, "heading") == normal(text)
    assert tokens[0].tag == "h3"


@given(LINE.filter(normal))
def test_any_text_can_be_bold_before_a_colon(text: str) -> None:
    tokens = PARSER.parse(f"- **{escape(normal(text))}**: meer")
    [inline] = [token for token in tokens if token.type == "inline"]
    assert seen(inline) == f"{normal(text)}: meer"
    assert [child.type for child in inline.children or ()].count("strong_open") == 1


@given(LINE.filter(normal))
def test_any_text_can_be_a_link(text: str) -> None:
    [_, inline, _] = PARSER.parse(f"[{escape(normal(text))}](#plek)")
    assert seen(inline) == normal(text)
    [link] = [child for child in inline.children or () if child.type == "link_open"]
    assert link.attrs == {"href": "#plek"}


@given(LINE)
def test_nothing_of_a_text_becomes_html(text: str) -> None:
    rendered = PARSER.render(escape(text))
    assert set(re.findall(r"</?[a-zA-Z!][^>]*>", rendered)) <= {"<p>", "</p>"}


BULLET = re.compile(r"[-*] +")
NUMBER = re.compile(r"[0-9]{1,9}[.)] +")


def blocks_of(text: str) -> list[tuple[str, str]]:
    """What a text of the data is: paragraphs, and points of lists."""
    found = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if BULLET.match(line):
            found.append(("bullet", normal(BULLET.sub("", line, count=1))))
        elif NUMBER.match(line):
            found.append(("number", normal(NUMBER.sub("", line, count=1))))
        else:
            found.append(("paragraph", normal(line)))
    return found


def blocks_in(markdown: str) -> list[tuple[str, str]]:
    """What a reader of Markdown sees."""
    found, kind = [], "paragraph"
    for token in PARSER.parse(markdown):
        if token.type == "inline":
            found.append((kind, seen(token)))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            assert kind == "paragraph", "een lijst in een lijst"
            kind = "bullet" if token.type.startswith("bullet") else "number"
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            kind = "paragraph"
        else:
            assert token.type.startswith(("paragraph_", "list_item_")), token.type
    return found


@given(TEXT)
@example("- 1.\n- 2.")
@example("a\n1.\nb")
@example("- a\n1. b\n- c\nd\n- e")
@example("٣. a\n٤. b")
@example("1234567890. a\n1234567890. b")
def test_prose_is_the_paragraphs_and_lists_of_the_text(text: str) -> None:
    assert blocks_in(prose(text)) == blocks_of(text)


def test_prose_keeps_the_numbers_of_a_list() -> None:
    assert prose("1. een\n2. twee\n\n3) drie") == "1. een\n2. twee\n3. drie"


def test_prose_lets_a_list_stand_free() -> None:
    assert prose("Dit:\n- een\n- twee\nDat.") == "Dit:\n\n- een\n- twee\n\nDat."


def lines_of(text: str) -> str:
    """What a text is in a cell: its lines, with a sign before the points of a list."""
    lines = (line.strip() for line in text.split("\n"))
    shown = (
        normal(f"• {BULLET.sub('', line, count=1)}") if BULLET.match(line) else normal(line)
        for line in lines
    )
    return "\n".join(filter(None, shown))


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
@example([("a\\", "|b"), ("\\|", "| - |")])
@example([("---", "---"), (":--", "x")])
def test_any_text_stays_in_its_own_cell(rows: list[tuple[str, str]]) -> None:
    named = [("rij", *row) for row in rows]
    markdown = table("Bijschrift", ["Naam", "Eén", "Twee"], named)
    [found] = tables(markdown)
    assert found.caption == "Tabel: Bijschrift"
    for head, index in (("Eén", 0), ("Twee", 1)):
        expected = [lines_of(row[index]) for row in rows]
        # A column that nobody filled is not there.
        assert (found.column(head) if head in found.heads else [""] * len(rows)) == expected


@given(LINE.filter(normal), LINE.filter(normal))
def test_any_text_can_be_a_caption_or_a_head(caption: str, head: str) -> None:
    markdown = table(normal(caption), [normal(head)], [("x",)])
    [found] = tables(markdown)
    assert (found.caption, found.heads) == (f"Tabel: {normal(caption)}", [normal(head)])


class TestTable:
    def test_a_column_without_any_value_falls_away(self) -> None:
        [found] = tables(table("T", ["A", "B", "C"], [("a", None, ""), ("b", (), "c")]))
        assert (found.heads, found.rows) == (["A", "C"], [["a", ""], ["b", "c"]])

    def test_zero_and_no_are_values(self) -> None:
        [found] = tables(table("T", ["A", "B", "C"], [("a", 0, False)]))
        assert found.rows == [["a", "0", "nee"]]

    @pytest.mark.parametrize("rows", [[], [(None, ""), ((), None)]])
    def test_without_any_value_there_is_no_table(self, rows: list[tuple[object, ...]]) -> None:
        assert table("T", ["A", "B"], rows) == ""

    def test_numbers_stand_on_the_right(self) -> None:
        lines = table("T", ["A", "Bedrag"], [("a", Euro(5))], ["Bedrag"]).split("\n")  # type: ignore[arg-type]
        assert lines[3] == "| --- | ---: |"

    def test_a_total_stands_out(self) -> None:
        assert cell(Strong("Totaal")) == "**Totaal**"
        assert cell(Strong("")) == ""
        assert cell(Strong("a*b")) == "**a\\*b**"

    @given(LINE.filter(normal))
    def test_any_total_stands_out(self, text: str) -> None:
        markdown = table("T", ["A", "B"], [(Strong(normal(text)), "x")])
        assert tables(markdown)[0].rows[0][0] == lines_of(normal(text))

    def test_a_wide_table_tells_a_sparse_column_in_the_first_cell(self) -> None:
        heads = ["Naam", "B", "C", "D", "Zelden"]
        rows = [(f"r{n}", "b", "c", "d", "x" if n == 0 else None) for n in range(4)]
        [found] = tables(table("T", heads, rows))
        assert found.heads == heads[:4]
        assert found.column("Naam") == ["r0\nZelden: x", "r1", "r2", "r3"]

    def test_a_column_may_be_kept(self) -> None:
        heads = ["Naam", "B", "C", "D", "Zelden"]
        rows = [(f"r{n}", "b", "c", "d", "x" if n == 0 else None) for n in range(4)]
        [found] = tables(table("T", heads, rows, keep=["Zelden"]))
        assert found.column("Zelden") == ["x", "", "", ""]

    @given(
        st.lists(
            st.tuples(*[st.just("") | st.integers(0, 999).map(str)] * 6), min_size=1, max_size=6
        )
    )
    def test_no_value_is_lost_by_folding(self, rows: list[tuple[str, ...]]) -> None:
        heads = [f"H{n}" for n in range(6)]
        named = [(f"rij{n}", *row[1:]) for n, row in enumerate(rows)]
        [found] = tables(table("T", heads, named))
        records = found.records(*heads)
        for row, record in zip(named, records, strict=True):
            assert record["H0"].split("\n")[0] == row[0]
            for head, value in zip(heads[1:], row[1:], strict=True):
                assert record.get(head, "") == value


class TestAddress:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
            ("https://example.org/a b", "https://example.org/a%20b"),
            ("https://example.org/>x<", "https://example.org/%3Ex%3C"),
            ("https://example.org/%C3%A9", "https://example.org/%C3%A9"),
            ("https://example.org/é", "https://example.org/%C3%A9"),
        ],
    )
    def test_what_could_end_it_early_is_written_otherwise(self, text: str, expected: str) -> None:
        assert address(text) == expected

    @given(st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=("Cs", "Cc"))))
    def test_an_address_is_one_link_and_nothing_else(self, text: str) -> None:
        [_, inline, _] = PARSER.parse(f"<{address('https://example.org/' + text)}>")
        kinds = [child.type for child in inline.children or ()]
        assert kinds == ["link_open", "text", "link_close"]


class TestFinalize:
    def test_a_value_is_shown_and_escaped(self) -> None:
        assert finalize("a*b") == "a\\*b"
        assert finalize(None) == ""
        assert finalize(1234) == "1.234"

    def test_markdown_stays_as_it_is(self) -> None:
        assert finalize(Markup("**vet**")) == "**vet**"
