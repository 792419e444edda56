"""Every word and figure of a document is in the page that is made of it, in the same order."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from kansrijk_cli.output.documents.tree import plain, texts
from kansrijk_cli.output.html.page import page
from tests.output.publishing import published
from tests.workspaces import ROOT

DOCUMENTS = sorted((ROOT / "tests/snapshots").glob("*.md"))
WITHOUT_TEXT = ("style", "svg", "title")


class Reader(HTMLParser):
    """The words that a reader of the page sees."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.skipping = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipping = self.skipping or (tag if tag in WITHOUT_TEXT else "")
        self.parts.append("" if tag in ("em", "strong", "code", "a", "wbr", "sup") else " ")
        assert all(value is not None for _, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.skipping = "" if tag == self.skipping else self.skipping

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.parts.append(data)


def words(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    return "".join(reader.parts).split()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_page_has_exactly_the_words_of_its_document(path: Path) -> None:
    publication = published(path.read_text("utf-8"))
    document = publication.tree
    wanted = [w for text in (document.title, *texts(document.blocks)) for w in plain(text).split()]
    assert len(wanted) > 500
    main = page(publication).partition("<main")[2].partition("</main>")[0]
    assert words(f"<main{main}") == wanted
