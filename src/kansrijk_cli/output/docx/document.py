"""A document as a Word file."""

from dataclasses import replace
from datetime import datetime, time
from io import BytesIO

from docx.oxml.text.paragraph import CT_P
from docx.parts.document import DocumentPart
from docx.shared import Twips

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.documents.spreads import spreads
from kansrijk_cli.output.docx import notes
from kansrijk_cli.output.docx.base import base
from kansrijk_cli.output.docx.blocks import Blocks
from kansrijk_cli.output.docx.pages import pages
from kansrijk_cli.output.docx.pictures import points
from kansrijk_cli.output.docx.repack import repacked
from kansrijk_cli.output.docx.story import Story, bookmarks
from kansrijk_cli.output.docx.styles import LANGUAGE, in_word, letters
from kansrijk_cli.output.docx.tables import Look
from kansrijk_cli.output.docx.xml import Element, legal, paragraph

# No property of a file is longer.
_LONGEST = 255


def document(publication: Publication) -> bytes:
    """The Word file of a document: the same bytes each time that it is made."""
    content, style = publication.tree, publication.style
    file = base(style, notes=bool(content.notes))
    around = pages(file, style)
    drawn = points({name: made.svg for name, made in publication.pictures.items()}, style)
    pictures = {name: (made, drawn[name]) for name, made in publication.pictures.items()}
    story = Story(file.part, file.styles, bookmarks(content), len(content.notes))
    blocks = Blocks(story, file.lists, pictures, Look(in_word(style.accent), letters(style)))
    body = file.part.element.body
    opening, rest = _opening(content, story)
    body.extend(opening)
    parts = tuple(spreads(rest)) or ((False, ()),)
    for number, (turned, inside) in enumerate(parts, 1):
        room = around.room(turned=turned)
        found = blocks.blocks(inside, room)
        if number > 1:
            _at_the_top(found[:1])
        body.extend(found)
        section = around.section(turned=turned, opening=number == 1)
        if number < len(parts):
            _last(body, story).set_sectPr(section)
            continue
        body.extend(notes.unmarked(content.notes, blocks, room))
        _last(body, story)
        body.append(section)
    if content.notes:
        notes.write(content.notes, file, blocks, around.room(turned=False))
    _describe(file.part, publication)
    made = BytesIO()
    file.part.save(made)
    return repacked(made.getvalue())


def _opening(content: tree.Tree, story: Story) -> tuple[list[Element], tuple[tree.Block, ...]]:
    """The title, with the line under it when all of that is strong; and the other blocks."""
    title = [paragraph(story.styles["title"], *story.text(content.title))] if content.title else []
    match content.blocks:
        case (tree.Paragraph((tree.Run(strong=True) as line,)), *rest) if title:
            shown = story.text((replace(line, strong=False),))
            return [*title, paragraph(story.styles["subtitle"], *shown)], tuple(rest)
    return title, content.blocks


def _at_the_top(found: list[Element]) -> None:
    """No space above what pages begin with."""
    for first in found:
        if isinstance(first, CT_P):
            first.get_or_add_pPr().spacing_before = Twips(0)


def _last(body: Element, story: Story) -> CT_P:
    """The last paragraph; where something else is last, a small one behind it."""
    last = body[-1] if len(body) else None
    if not isinstance(last, CT_P):
        last = paragraph(story.styles["ruimte"])
        body.append(last)
    return last


def _describe(part: DocumentPart, publication: Publication) -> None:
    """What the file says of itself; its only date is the day that the document speaks of."""
    day = datetime.combine(publication.day, time())
    author = legal(publication.author)[:_LONGEST]
    about = part.core_properties
    about.title = legal(tree.plain(publication.tree.title) or publication.stem)[:_LONGEST]
    about.author, about.last_modified_by = author, author
    about.language = LANGUAGE
    about.created, about.modified = day, day
