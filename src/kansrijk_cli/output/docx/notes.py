"""The footnotes of a Word file, in a part of their own."""

from dataclasses import replace

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.docx.base import Base, add
from kansrijk_cli.output.docx.blocks import Blocks, Place
from kansrijk_cli.output.docx.story import Story
from kansrijk_cli.output.docx.xml import Element, paragraph, run, runs, w

_STYLE = "footnote text"
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


def write(notes: tuple[tuple[tree.Block, ...], ...], base: Base, blocks: Blocks, room: int) -> None:
    """Write the notes that the text has marks for."""
    root = w("footnotes", *(_separator(number, kind) for number, kind in _SEPARATORS.items()))
    part = add(base.part, "footnotes", root)
    # A footnote of a footnote is not possible in Word: the mark of one is only a number.
    inside = replace(blocks, story=Story(part, base.styles, blocks.story.places))
    look = {"rStyle": base.styles["footnote reference"]}
    for number in blocks.story.marked:
        mark = run(look, w("footnoteRef"))
        root.append(w("footnote", *_note(notes[number - 1], mark, inside, room), id=number))


def unmarked(notes: tuple[tuple[tree.Block, ...], ...], blocks: Blocks, room: int) -> list[Element]:
    """The notes that the text itself has no marks for; they stand at its end."""
    look = {"rStyle": blocks.story.styles["footnote reference"]}
    marked = set(blocks.story.marked)
    return [
        made
        for number, note in enumerate(notes, 1)
        if number not in marked
        for mark in runs(str(number), look)
        for made in _note(note, mark, blocks, room)
    ]


def _note(note: tuple[tree.Block, ...], mark: Element, blocks: Blocks, room: int) -> list[Element]:
    """A note behind its mark."""
    style = blocks.story.styles[_STYLE]
    match note:
        case (tree.Paragraph(text), *rest):
            first = paragraph(style, mark, *runs(" "), *blocks.story.text(text))
        case rest:
            first = paragraph(style, mark)
    found = [first, *blocks.blocks(rest, room, Place(_STYLE))]
    # Word insists on a paragraph at the end.
    return found if found[-1].tag == first.tag else [*found, paragraph(style)]


def _separator(number: int, kind: str) -> Element:
    space = w("spacing", after=0, line=240, lineRule="auto")
    return w("footnote", w("p", w("pPr", space), run({}, w(kind))), type=kind, id=number)
