"""A PDF as a screen reader finds it: its structure, with the text in the order of that."""

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kansrijk_cli.output.pdf.words import marked


class Reading:
    """What is no part of the structure, such as page numbers and repeated heads, is left out."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf))
        self.root = self.reader.root_object

    @cached_property
    def elements(self) -> list[DictionaryObject]:
        return list(_within(self.root["/StructTreeRoot"]))  # type: ignore[arg-type]

    @cached_property
    def texts(self) -> dict[tuple[int, int], str]:
        """The text of each marked piece, by the number of the object of its page."""
        return {
            (page.indirect_reference.idnum, mark): text
            for page in self.reader.pages
            if page.indirect_reference
            for mark, text in marked(page).items()
        }

    def of(self, *kinds: str) -> list[DictionaryObject]:
        """The elements of some kinds, in reading order."""
        return [element for element in self.elements if kind(element) in kinds]

    def text(self, element: DictionaryObject, without: tuple[str, ...] = ()) -> str:
        """The text in an element, without what is in some kinds of elements."""
        return "".join(self._parts(element, without))

    def _parts(self, element: DictionaryObject, without: tuple[str, ...]) -> Iterator[str]:
        for kid in element.get("/K", ()):
            piece = kid.get_object()
            if isinstance(piece, int):
                yield self.texts.get((element.raw_get("/Pg").idnum, piece), "")
            elif "/MCID" in piece:
                yield self.texts.get((piece.raw_get("/Pg").idnum, piece["/MCID"]), "")
            elif kind(piece) not in (*without, ""):
                yield self.text(piece, without)


def kind(element: DictionaryObject) -> str:
    """What an element is, such as `/P`; nothing for what is no element."""
    return str(element.get("/S", ""))


def children(element: DictionaryObject) -> list[DictionaryObject]:
    """The elements right in an element."""
    kids = element.get("/K", ())
    found = (kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]))
    return [kid for kid in found if isinstance(kid, DictionaryObject) and kind(kid)]


def attribute(element: DictionaryObject, name: str) -> object:
    """What an element says of itself, in one of its groups of attributes."""
    groups = (group.get_object() for group in element.get("/A", ()))
    return next((group[name] for group in groups if name in group), None)


def _within(element: DictionaryObject) -> Iterator[DictionaryObject]:
    for child in children(element):
        yield child
        yield from _within(child)
