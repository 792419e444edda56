"""The file that a document is written in: empty, in our look or in that of a house style."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.section import CT_SectPr
from docx.parts.document import DocumentPart
from docx.parts.story import StoryPart

from kansrijk_cli.output.documents.publication import NotWritable
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.docx.lists import Lists, lists
from kansrijk_cli.output.docx.settings import settings
from kansrijk_cli.output.docx.styles import Names, completed, names, ours
from kansrijk_cli.output.docx.xml import Element, name, w
from kansrijk_cli.output.labels import label

# What of a house style is its look. All else is of the document that it was, and may be private.
_LOOK = (RT.THEME, RT.FONT_TABLE, RT.NUMBERING)
# What python-docx raises for a file that is not what it says, or lacks a part.
DAMAGED = (BadZipFile, KeyError, ValueError, SyntaxError, AttributeError)


@dataclass(frozen=True, slots=True)
class Base:
    """An empty file: its styles with their ids, its lists, and the pages of a house style."""

    part: DocumentPart
    look: Element
    styles: Names
    lists: Lists
    section: CT_SectPr | None


def base(look: Style, *, notes: bool) -> Base:
    """The file of a house style without what is written in it, or ours; `notes` will it have.

    Raises NotWritable when the house style is not a Word file.
    """
    house = look.word is not None
    part = _opened(look.word)
    # Later sections of a document only say what is different on their pages.
    section = next(part.element.body.iter(name("w:sectPr")), None) if house else None
    styles = completed(part.styles.element, look) if house else ours(look)
    configured = settings(part.settings.element if house else None, notes=notes)
    _empty(part)
    _forget(part, house, section)
    numbering = [rel.target_part for rel in part.rels.values() if rel.reltype == RT.NUMBERING]
    numbers = numbering[0] if numbering else add(part, "numbering", w("numbering"))
    add(part, "styles", styles)
    add(part, "settings", configured)
    return Base(part, styles, names(styles), lists(numbers.element, styles), section)


def _opened(house: bytes | None) -> DocumentPart:
    try:
        part = Document(BytesIO(house) if house is not None else None).part
        # A file that is damaged says so here, not halfway.
        _ = part.element.body, part.styles.element, part.settings.element
    except DAMAGED as error:
        raise NotWritable(str(error), label("page", "house-style")) from error
    return part


def add(part: DocumentPart, kind: str, root: Element) -> StoryPart:
    """A new part of a kind that a file has one of."""
    content, relation = _KINDS[kind]
    made = StoryPart(PackURI(f"/word/{kind}.xml"), content, root, part.package)
    part.relate_to(made, relation)
    return made


_KINDS = {
    "styles": (CT.WML_STYLES, RT.STYLES),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES),
}


def _empty(part: DocumentPart) -> None:
    """Take out all that is written, and what stands behind it."""
    root, body = part.element, part.element.body
    body[:] = []
    root[:] = [body]


def _forget(part: DocumentPart, house: bool, section: CT_SectPr | None) -> None:
    """Let go of all parts that are not the look of a house style."""
    around = (
        section.xpath("./w:headerReference | ./w:footerReference") if section is not None else ()
    )
    kept = {found.get(name("r:id")) for found in around}
    for number, relation in list(part.rels.items()):
        if not (house and (relation.reltype in _LOOK or number in kept)):
            del part.rels[number]
    for number, relation in list(part.package.rels.items()):
        if relation.reltype != RT.OFFICE_DOCUMENT:
            del part.package.rels[number]
