"""The table of contents, anchors as GitHub gives them, and tidy text."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kansrijk_cli.output.documents.contents import headings, slug, tidy
from kansrijk_cli.output.documents.markdown import heading, prose, table
from tests.reports.reading import PARSER, seen, tables


def github_slug(title: str) -> str:
    """What github.com makes of a heading: `downcase.gsub(/[^\\p{Word}\\- ]/u, "").tr(" ", "-")`."""
    kept = [
        sign
        for sign in title.lower()
        if sign in "- " or unicodedata.category(sign)[0] in "LM" or sign == "_" or sign.isdecimal()
    ]
    return "".join(kept).replace(" ", "-")


def github_anchors(titles: list[str]) -> list[str]:
    """Anchors that stay unique, also when a title looks like the anchor of another."""
    taken: dict[str, int] = {}
    anchors = []
    for title in titles:
        first = anchor = github_slug(title)
        while anchor in taken:
            taken[first] += 1
            anchor = f"{first}-{taken[first]}"
        taken[anchor] = 0
        anchors.append(anchor)
    return anchors


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Inleiding", "inleiding"),
        ("Wat eraan voorafging", "wat-eraan-voorafging"),
        ("Risico's en beheersmaatregelen", "risicos-en-beheersmaatregelen"),
        ("Bijlage: cijfers", "bijlage-cijfers"),
        ("Noord- en Midden-Limburg", "noord--en-midden-limburg"),
        ("1 Gezonde sociale/emotionele ontwikkeling", "1-gezonde-socialeemotionele-ontwikkeling"),
        ("A & B", "a--b"),
        ("2024 – 2026", "2024--2026"),
        ("Eén café", "eén-café"),
        ("snake_case", "snake_case"),
        ("(VSV's)", "vsvs"),
        ("👶 Kind", "-kind"),
        ("ÉÉN", "één"),
        ("cafe\u0301", "cafe\u0301"),
    ],
)
def test_an_anchor_is_that_of_github(title: str, expected: str) -> None:
    assert github_slug(title) == expected
    assert slug(title) == expected


TITLE = st.one_of(
    st.sampled_from(["a", "A", "a-1", "a-1-1", "a!", "b", "doelen", "Doelen", "Doelen 1"]),
    st.text(st.sampled_from("abcé1-_ .:*#[]&'/\u0301"), min_size=1, max_size=8),
).map(lambda text: " ".join(text.split()))


@given(st.lists(st.tuples(st.integers(2, 3), TITLE.filter(bool)), max_size=8))
@example([(2, "a"), (2, "a"), (2, "a-1")])
@example([(2, "a-1"), (2, "a"), (2, "a")])
@example([(2, "C #")])
def test_contents_name_every_heading_with_its_anchor(titles: list[tuple[int, str]]) -> None:
    text = "\n\n".join(heading(level, title) for level, title in titles)
    found = headings(text)
    assert [item.level for item in found] == [level for level, _ in titles]
    assert [item.anchor for item in found] == github_anchors([title for _, title in titles])
    for item, (_, title) in zip(found, titles, strict=True):
        [_, inline, _] = PARSER.parse(f"[{item.title}](#plek)")
        assert seen(inline) == title


def test_a_deeper_heading_takes_its_anchor_too() -> None:
    text = "## Plan\n\n#### Doelen\n\n### Doelen\n"
    [plan, goals] = headings(text)
    assert (plan.anchor, goals.anchor) == ("plan", "doelen-1")


def test_a_line_of_the_data_is_no_heading() -> None:
    assert headings(f"## Echt\n\n{prose('## Niet echt')}\n") == headings("## Echt\n")


class TestTidy:
    def test_tables_are_numbered_in_order(self) -> None:
        parts = [table("Eén", ["A"], [("x",)]), "Tekst.", table("Twee", ["B"], [("y",)])]
        found = tables(tidy("\n\n".join(parts)))
        assert [t.caption for t in found] == ["Tabel 1: Eén", "Tabel 2: Twee"]

    def test_one_blank_line_between_blocks_and_one_line_end_at_the_end(self) -> None:
        assert tidy("\n\n\na  \n\n\n\n\nb\t\n \nc\n\n\n") == "a\n\nb\n\nc\n"

    def test_a_text_about_a_table_is_not_numbered(self) -> None:
        text = "Tabel: zie hieronder"
        assert PARSER.render(tidy(prose(text))) == f"<p>{text}</p>\n"

    @given(st.text(st.sampled_from("ab \n\t|-#"), max_size=40))
    def test_what_is_tidy_stays_as_it_is(self, text: str) -> None:
        once = tidy(text)
        assert tidy(once) == once
        assert not re.search(r"[ \t]\n|\n{3}", once)
