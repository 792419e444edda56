"""What is wrong with a PDF for who does not read it with eyes: what validators do not see."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pypdf.generic import Destination, DictionaryObject

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from tests.output.pdf.reading import Reading, attribute, children, kind

# What stands between the words of a document: signs of lists, notes where their marks are, the
# contents with their pages, and the words in pictures, which have an alternative text.
BETWEEN = ("/Lbl", "/Note", "/TOC", "/Figure")
HEADINGS = {f"/H{level}": level for level in range(1, 6)}
# White space, and what only says where a word may be broken or that it stands apart.
_UNSEEN = re.compile("[\\s\u00ad\u200b\u2066\u2069]+")


def flaws(pdf: bytes, publication: Publication) -> list[str]:
    """Everything that is wrong; nothing when the PDF is as its document."""
    reading, document = Reading(pdf), publication.tree
    return [
        *_about(reading, publication),
        *_headings(reading, document),
        *_contents(reading, document),
        *_tables(reading, document),
        *_figures(reading, publication),
        *_words(reading, publication),
    ]


def _about(reading: Reading, publication: Publication) -> Iterator[str]:
    about = reading.reader.metadata
    assert about is not None
    told = {
        "title": about.title == tree.plain(publication.tree.title),
        "author": about.author == publication.author,
        "day": about.creation_date and about.creation_date.date() == publication.day,
        "language": reading.root.get("/Lang") == "nl",
        "title in window": reading.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"),
        "tagged": reading.root.get("/MarkInfo", {}).get("/Marked"),
    }
    yield from (f"about: {name}" for name, right in told.items() if not right)


def _headings(reading: Reading, document: tree.Tree) -> Iterator[str]:
    found = [
        (block.level - 1, tree.plain(block.text))
        for block in tree.within(document.blocks)
        if isinstance(block, tree.Heading)
    ]
    tags = [(HEADINGS[kind(e)], reading.text(e, BETWEEN)) for e in reading.of(*HEADINGS)]
    marks = list(_bookmarks(reading.reader.outline))
    for name, made in (("headings", tags), ("bookmarks", marks)):
        if [level for level, _ in made] != [level for level, _ in found]:
            yield f"{name}: levels"
        yield from differences(name, [text for _, text in found], [text for _, text in made])


def _bookmarks(outline: Sequence[object], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in outline:
        if isinstance(item, list):
            yield from _bookmarks(item, level + 1)
        elif isinstance(item, Destination):
            yield level, str(item.title)


def _contents(reading: Reading, document: tree.Tree) -> Iterator[str]:
    """The entries with the page on which their headings are."""
    anchors = {b.anchor for b in tree.within(document.blocks) if isinstance(b, tree.Heading)}
    entries = [
        tree.plain(entry.text)
        for block in tree.within(document.blocks)
        if isinstance(block, tree.Contents)
        for entry in block.entries
        if entry.anchor in anchors
    ]
    pages = {
        bare(str(mark.title)): reading.reader.get_destination_page_number(mark)
        for mark in reading.reader.outline
        if isinstance(mark, Destination)
    }
    wanted = [f"{entry}{(pages.get(bare(entry)) or 0) + 1}" for entry in entries]
    yield from differences("contents", wanted, [reading.text(e) for e in reading.of("/TOCI")])


def _tables(reading: Reading, document: tree.Tree) -> Iterator[str]:
    tables = [block for block in tree.within(document.blocks) if isinstance(block, tree.Table)]
    made = reading.of("/Table")
    if len(made) != len(tables):
        yield f"tables: {len(made)} of {len(tables)}"
    for head in reading.of("/TH"):
        if attribute(head, "/Scope") not in ("/Column", "/Row"):
            yield "table: head without scope"
    for cell in reading.of("/TH", "/TD"):
        if attribute(cell, "/Headers") is not None:
            yield "table: heads by name hide the heads of rows"
    for table, element in zip(tables, made, strict=False):
        yield from _table(reading, table, [c for c in children(element) if kind(c) != "/Caption"])


def _table(reading: Reading, table: tree.Table, parts: Sequence[DictionaryObject]) -> Iterator[str]:
    rows = [row for part in parts for row in children(part)]
    wanted = [table.heads, *table.rows]
    if len(rows) != len(wanted):
        yield f"table: {len(rows)} of {len(wanted)} rows"
    for number, (row, texts) in enumerate(zip(rows, wanted, strict=False)):
        cells = children(row)
        kinds = [(kind(cell), attribute(cell, "/Scope")) for cell in cells]
        if kind(row) != "/TR":
            yield f"table: {kind(row)} is no row"
        if kinds != list(_kinds(texts, head=number == 0)):
            yield f"table: row {number}: {kinds}"
        said = [reading.text(cell, BETWEEN) for cell in cells]
        yield from differences("cells", [tree.plain(text) for text in texts], said)


def _kinds(texts: Sequence[tree.Text], *, head: bool) -> Iterator[tuple[str, object]]:
    """What the cells of a row are, with their scope."""
    for column, text in enumerate(texts):
        if head:
            yield "/TH", "/Column"
        else:
            named = column == 0 and tree.plain(text).strip()
            yield ("/TH", "/Row") if named else ("/TD", None)


def _figures(reading: Reading, publication: Publication) -> Iterator[str]:
    wanted = [
        block.alternative
        for block in tree.within(publication.tree.blocks)
        if isinstance(block, tree.Figure) and block.name in publication.pictures
    ]
    if publication.style.logo:
        wanted.insert(0, publication.style.logo_text or publication.author)
    made = [str(element.get("/Alt", "")) for element in reading.of("/Figure")]
    yield from differences("figures", list(filter(None, wanted)), made)


def _words(reading: Reading, publication: Publication) -> Iterator[str]:
    """All words in the order of reading, and nothing else."""
    document = publication.tree
    texts = [
        *(publication.author, tree.plain(document.title)),
        *_plain(document.blocks, publication),
        label("page", "about").format(day=show(publication.day)),
    ]
    yield from differences("words", texts, [reading.text(reading.elements[0], BETWEEN)])
    notes = ["".join(_plain(note, publication)) for note in document.notes]
    yield from differences("notes", notes, [reading.text(e, BETWEEN) for e in reading.of("/Note")])


def _plain(blocks: tuple[tree.Block, ...], publication: Publication) -> Iterator[str]:
    """The texts of blocks, without what is told of pictures."""
    for block in blocks:
        match block:
            case tree.Figure(name=name) if name in publication.pictures:
                continue
            case tree.Contents(heading=heading):
                yield tree.plain(heading.text)
            case tree.Table(caption=()):
                yield label("title", "table")
                yield from map(tree.plain, tree.texts((block,)))
            case _:
                yield from map(tree.plain, tree.texts((block,)))


def differences(name: str, wanted: Sequence[str], made: Sequence[str]) -> Iterator[str]:
    """Where texts first differ, however they are cut into pieces.

    Text that reads from the right stands in a PDF as it is drawn: only its letters are compared.
    """
    whole = "".join(map(bare, made))
    for text in map(bare, wanted):
        part, whole = whole[: len(text)], whole[len(text) :]
        turned = any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
        if part != text and not (turned and sorted(part) == sorted(text)):
            yield f"{name}: {text!r} is {part!r}"
            return
    if whole:
        yield f"{name}: also {whole!r}"


def bare(text: str) -> str:
    """A text without white space and without what cannot be seen in it."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))
