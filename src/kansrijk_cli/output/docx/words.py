"""The words of a Word file, to compare two of them."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.parser import parse_xml

from kansrijk_cli.output.documents.publication import NotReadable
from kansrijk_cli.output.docx.base import DAMAGED
from kansrijk_cli.output.docx.xml import Element, name

_TEXT, _SPACES = name("w:t"), (name("w:br"), name("w:tab"))


def words(content: bytes) -> list[str]:
    """The words of the text and its notes. Raises NotReadable when it is no Word file."""
    try:
        part = Document(BytesIO(content)).part
        notes = [r.target_part.blob for r in part.rels.values() if r.reltype == RT.FOOTNOTES]
        roots = [part.element.body, *map(parse_xml, notes)]
    except DAMAGED as error:
        raise NotReadable from error
    return " ".join(text for root in roots for text in _paragraphs(root)).split()


def _paragraphs(root: Element) -> Iterator[str]:
    for paragraph in root.iter(name("w:p")):
        yield "".join(
            " " if piece.tag in _SPACES else piece.text or ""
            for piece in paragraph.iter(_TEXT, *_SPACES)
        )
