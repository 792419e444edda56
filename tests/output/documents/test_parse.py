"""The Markdown of a document as a tree: what each sign becomes, and what stays text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.output.documents import markdown
from kansrijk_cli.output.documents.parse import parse
from kansrijk_cli.output.documents.tree import (
    Block,
    Break,
    Code,
    Contents,
    Entry,
    Figure,
    Heading,
    Listing,
    NoteMark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    plain,
    within,
)
from kansrijk_cli.output.visible import visible
from tests.workspaces import ROOT

SNAPSHOTS = sorted((ROOT / "tests/snapshots").glob("*.md"))


def blocks(text: str) -> tuple[Block, ...]:
    return parse(text).blocks


def only_table(text: str) -> Table:
    [table] = [block for block in within(blocks(text)) if isinstance(block, Table)]
    return table


class TestHeadings:
    def test_the_first_is_the_title(self) -> None:
        tree = parse("# Werkagenda *2025*\n\nTekst.\n")
        assert tree.title == (Run("Werkagenda "), Run("2025", emphasis=True))
        assert tree.blocks == (Paragraph((Run("Tekst."),)),)

    def test_no_level_is_skipped_and_there_is_one_title(self) -> None:
        found = blocks("# T\n\n#### Diep\n\n# Nog een\n\n### Onder\n\n###### Dieper\n")
        assert [b.level for b in found if isinstance(b, Heading)] == [2, 2, 3, 4]

    def test_anchors_are_those_of_github_and_unique(self) -> None:
        found = blocks("# Doel\n\n## Doel\n\n## Wat (niet)?\n\n## Doel\n")
        assert [b.anchor for b in found if isinstance(b, Heading)] == [
            "doel-1",
            "wat-niet",
            "doel-2",
        ]


class TestText:
    def test_looks(self) -> None:
        [block] = blocks("a **b *c*** `d` [e *f*](#g) <https://h.nl>\n")
        assert block == Paragraph(
            (
                Run("a "),
                Run("b ", strong=True),
                Run("c", strong=True, emphasis=True),
                Run(" "),
                Run("d", code=True),
                Run(" "),
                Run("e ", link="#g"),
                Run("f", emphasis=True, link="#g"),
                Run(" "),
                Run("https://h.nl", link="https://h.nl"),
            )
        )

    def test_ends_of_lines(self) -> None:
        assert blocks("a\nb\\\nc<br>d\n") == (
            Paragraph((Run("a b"), Break(), Run("c"), Break(), Run("d"))),
        )

    def test_html_is_text_and_a_comment_is_nothing(self) -> None:
        found = blocks("<script>alert(1)</script>\n\n<!-- weg -->\n\na <b>b</b><!-- weg -->\n")
        assert [plain(b.text) for b in found if isinstance(b, Paragraph)] == [
            "<script>alert(1)</script>",
            "a <b>b</b>",
        ]

    def test_a_footnote(self) -> None:
        tree = parse("a[^x]\n\n[^x]: Noot **een**.\n\n    Nog wat.\n")
        assert tree.blocks == (Paragraph((Run("a"), NoteMark(1))),)
        assert tree.notes == (
            (
                Paragraph((Run("Noot "), Run("een", strong=True), Run("."))),
                Paragraph((Run("Nog wat."),)),
            ),
        )


class TestBlocks:
    def test_lists_in_lists(self) -> None:
        [listing] = blocks("3. a\n4. b\n   - c\n")
        assert listing == Listing(
            (
                (Paragraph((Run("a"),)),),
                (Paragraph((Run("b"),)), Listing(((Paragraph((Run("c"),)),),))),
            ),
            start=3,
        )

    def test_the_rest(self) -> None:
        assert blocks("> a\n\n---\n\n```\n x\n```\n") == (
            Quote((Paragraph((Run("a"),)),)),
            Rule(),
            Code(" x"),
        )

    def test_a_picture_is_a_block(self) -> None:
        assert blocks("![Wat *er* is](beelden/a.svg)\n") == (
            Figure("beelden/a.svg", "Wat *er* is"),
        )
        assert blocks("a ![b](c.svg) d\n") == (
            Paragraph((Run("a "),)),
            Figure("c.svg", "b"),
            Paragraph((Run(" d"),)),
        )

    def test_in_a_cell_a_picture_is_its_words(self) -> None:
        table = only_table("| a |\n| --- |\n| x ![b](c.svg) |\n")
        assert plain(table.rows[0][0]) == "x b"

    def test_the_contents(self) -> None:
        found = blocks("# T\n\n## Inhoud\n\n- [Een *x*](#een-x)\n- [Twee](#twee)\n\n## Een *x*\n")
        assert found[0] == Contents(
            Heading(2, (Run("Inhoud"),), "inhoud"),
            (
                Entry((Run("Een "), Run("x", emphasis=True)), "een-x"),
                Entry((Run("Twee"),), "twee"),
            ),
        )

    @pytest.mark.parametrize("item", ["Geen link", "[web](https://a.nl)", "[a](#a) en meer\n\n  b"])
    def test_another_list_under_that_heading_stays_a_list(self, item: str) -> None:
        found = blocks(f"## Inhoud\n\n- {item}\n")
        assert [type(block) for block in found] == [Heading, Listing]


class TestTables:
    TEXT = "Tabel 2: Over **wat**\n\n| a | b | c |\n| --- | ---: | :---: |\n| d<br>e | 1 |\n"

    def test_with_caption_and_sides(self) -> None:
        assert blocks(self.TEXT) == (
            Table(
                caption=(Run("Tabel 2: Over "), Run("wat", strong=True)),
                heads=((Run("a"),), (Run("b"),), (Run("c"),)),
                aligns=("left", "right", "center"),
                rows=(((Run("d"), Break(), Run("e")), (Run("1"),), ()),),
            ),
        )

    def test_which_words_fill_it(self) -> None:
        found = blocks("<!-- tabel: matrix -->\n\n" + self.TEXT + "\n" + self.TEXT)
        assert [b.words for b in found if isinstance(b, Table)] == ["matrix", None]

    def test_another_paragraph_is_no_caption(self) -> None:
        found = blocks("Een zin.\n\n| a |\n| --- |\n| b |\n")
        assert [type(block) for block in found] == [Paragraph, Table]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_that_a_template_prints_is_that_text(text: str) -> None:
    wanted = visible(" ".join(text.split()))
    found = "".join(
        plain(b.text) for b in blocks(f"{markdown.escape(text)}\n") if isinstance(b, Paragraph)
    )
    assert found.strip() == wanted.strip()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/snapshots").glob("*.md")), ids=lambda path: path.stem
)
def test_every_table_and_heading_of_a_document_is_in_its_tree(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = parse(text)
    found = list(within(tree.blocks))
    assert sum(isinstance(b, Table) for b in found) == text.count("\n| ---")
    assert all(b.caption for b in found if isinstance(b, Table))
    assert sum(isinstance(b, Heading) for b in found) == text.count("\n##")
    assert [type(b) for b in found].count(Contents) == 1
    anchors = {b.anchor for b in found if isinstance(b, Heading)}
    [contents] = [b for b in found if isinstance(b, Contents)]
    assert {entry.anchor for entry in contents.entries} <= anchors
