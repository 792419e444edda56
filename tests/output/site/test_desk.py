"""Values of the data as text, links and tables of a page."""

from decimal import Decimal

import pytest

from kansrijk_cli.output.site.addresses import Directory, file_names, relative
from kansrijk_cli.output.site.desk import Desk, Linked
from kansrijk_cli.reports.values import Assumed, Bounded, Euro, Lines, Remarked, Strong, Word
from tests.output.site.reading import read

PAGE = "regio/ede/2025/geld.html"


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("index.html", "../../../index.html"),
        ("regio/ede/2025/doelen.html", "./doelen.html"),
        ("regio/ede/2025/bestanden/geld.csv", "./bestanden/geld.csv"),
        ("bron/regions/ede/region.yaml.html#L4", "../../../bron/regions/ede/region.yaml.html#L4"),
        ("#uitleg.1", "#uitleg.1"),
        (f"{PAGE}#begroting-1", "#begroting-1"),
        (PAGE, "./geld.html"),
    ],
)
def test_links_are_from_the_folder_of_the_page(target: str, link: str) -> None:
    assert relative(PAGE, target) == link


def test_links_from_the_top() -> None:
    assert relative("index.html", "gemeente/ede.html") == "./gemeente/ede.html"


def test_names_of_files_are_plain_and_all_different() -> None:
    names = ("'s-Gravenhage", "Súdwest-Fryslân", "Bergen (L.)", "Bergen (NH.)", "Ede", "EDE", "!")
    assert list(file_names(names).values()) == [
        "s-gravenhage",
        "sudwest-fryslan",
        "bergen-l",
        "bergen-nh",
        "ede",
        "ede-2",
        "naamloos",
    ]


def sides(*cells: object) -> list[str | None]:
    """How the cells of a column of numbers stand."""
    made = read(
        Desk(PAGE).table("Doelen", ["Doel", "Bereikt"], [("a", c) for c in cells], ["Bereikt"])
    )
    return [cell.attrs.get("data-align") for cell in made.all("td")]


def test_words_in_a_column_of_numbers_do_not_stand_on_the_right() -> None:
    assert sides(True, False, Word("figure", "unknown")) == [None] * 3
    assert sides(Decimal(12), Decimal(3), Word("figure", "unknown")) == ["right"] * 3
    assert sides(Euro(Decimal(5)), None, None) == ["right"] * 3


def test_a_wide_table_says_that_it_scrolls() -> None:
    hints = [
        read(Desk(PAGE).table("x", [str(i) for i in range(n)], [range(n)])).all(
            "p", class_="hint scrolls"
        )
        for n in (7, 8)
    ]
    assert [len(found) for found in hints] == [0, 1]
    assert "Schuif haar dan opzij" in hints[1][0].text


def test_what_has_no_page_has_no_address() -> None:
    assert Directory({}).municipality("Ede") is None


@pytest.mark.parametrize(
    ("value", "html"),
    [
        (Linked("x", "index.html"), '<a href="../../../index.html">x</a>'),
        (Linked("x", None), "x"),
        (Linked("x", "https://example.org/"), '<a href="https://example.org/">x</a>'),
        (Linked("x", "javascript:alert(1)"), '<a href="../../../javascript:alert(1)">x</a>'),
        (Strong(Linked(Euro(Decimal(5)), "#a")), '<a href="#a"><strong>€ 5</strong></a>'),
        (
            Linked(Assumed(Bounded("at-least", Decimal(2))), "#a"),
            '<a href="#a">minstens 2 (aanname)</a>',
        ),
        (Remarked(Linked("Ede", "#a"), "12 km"), '<a href="#a">Ede</a> (12 km)'),
        (("a", "b"), "a, b"),
        ((Linked("a", "#a"), "b"), '<a href="#a">a</a>, b'),
        (Lines((Linked("a", "#a"), None, "b")), '<a href="#a">a</a><br>b'),
        ("een\n- twee\n", "een<br>• twee"),
        ("\u202egevaar\x00", "\ufffdgevaar\ufffd"),
        (Word("status", "none"), "niet aanwezig"),
        (None, ""),
    ],
)
def test_values(value: object, html: str) -> None:
    assert Desk(PAGE).text(value) == html


class TestTable:
    def test_columns_without_anything_fall_away(self) -> None:
        rows = [("a", None, Linked(None, "#x"), 3), ("b", "", None, None)]
        found = read(
            Desk(PAGE).table("T", ["Naam", "Leeg", "Ook leeg", "Aantal"], rows, ["Aantal"])
        )
        assert [h.text for h in found.all("th", scope="col")] == ["Naam", "Aantal"]
        assert [c.attrs.get("data-align") for c in found.all("td")] == ["right", "right"]

    def test_without_rows_there_is_none(self) -> None:
        assert Desk(PAGE).table("T", ["Naam"], []) == ""

    def test_words_are_shaded_also_of_two_words_and_with_a_link(self) -> None:
        rows = [("a", Word("status", "starting")), ("b", Linked(Word("status", "none"), "#x"))]
        found = read(Desk(PAGE).table("T", ["Naam", "Stand"], rows, words="status"))
        assert [c.attrs.get("class") for c in found.all("td")] == ["is-starting", "is-none"]

    def test_no_two_of_a_page_have_one_name(self) -> None:
        desk = Desk(PAGE)
        captions = [read(desk.table("T", ["N"], [("a",)])).one("caption").text for _ in range(3)]
        assert captions == ["T", "T (2)", "T (3)"]


def test_prose() -> None:
    found = read(Desk(PAGE).prose("Een <b>regel</b>.\n- a\n- b"))
    assert found.one("p").text == "Een <b>regel</b>."
    assert [li.text for li in found.all("li")] == ["a", "b"]
    assert Desk(PAGE).prose(None) == ""
