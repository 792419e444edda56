"""A Word file as a test reads it: its parts, and the text that a reader sees."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
BODY, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"


class Word:
    """The parts of a file by their names."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}

    def root(self, part: str = BODY) -> ET.Element:
        return ET.fromstring(self.parts[part])  # noqa: S314

    def all(self, path: str, part: str = BODY) -> list[ET.Element]:
        return self.root(part).findall(f".//{path}", NAMES)

    def style_names(self) -> dict[str, str]:
        """The name of each style by its id."""
        return {
            attribute(style, "styleId"): value(style, "name")
            for style in self.all("w:style", STYLES)
        }

    def paragraphs(self, part: str = BODY) -> list[tuple[str, str]]:
        """The paragraphs in the order of reading: the name of their style, and their text."""
        names = self.style_names()
        return [
            (names.get(value(found, "pPr/w:pStyle"), ""), text(found))
            for found in self.all("w:p", part)
        ]

    def words(self, part: str = BODY) -> list[str]:
        return [word for _, shown in self.paragraphs(part) for word in shown.split()]

    def targets(self, part: str = BODY) -> dict[str, str]:
        """What the relations of a part lead to."""
        folder, _, name = part.rpartition("/")
        found = self.all("rel:Relationship", f"{folder}/_rels/{name}.rels")
        return {str(relation.get("Id")): str(relation.get("Target")) for relation in found}


def attribute(element: ET.Element, name: str) -> str:
    prefix, _, rest = name.rpartition(":")
    return str(element.get(f"{{{NAMES[prefix or 'w']}}}{rest}", ""))


def value(element: ET.Element, path: str) -> str:
    """The value of an element within an element; empty when it is not there."""
    found = element.find(f"w:{path}", NAMES)
    return "" if found is None else attribute(found, "val")


def text(paragraph: ET.Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: ET.Element) -> Iterator[str]:
    for found in element:
        tag = found.tag.rpartition("}")[2]
        # A tab of a style is a place, not a sign.
        if tag != "pPr":
            signs = {"t": found.text or "", "tab": "\t", "br": "\n"}
            yield signs.get(tag, "")
            yield from _pieces(found)
