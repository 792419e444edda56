"""The words of a PDF, to compare two of them."""

import re
from collections import defaultdict
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from kansrijk_cli.output.documents.publication import NotReadable

_CUT = re.compile("[\u00ad\u200b]\\s*")


def words(content: bytes) -> list[str]:
    """The words in the order of the pages, without what is repeated on each of them.

    Raises NotReadable when it is no PDF.
    """
    try:
        texts = [
            text for page in PdfReader(BytesIO(content)).pages for text in marked(page).values()
        ]
    except (PyPdfError, ValueError, KeyError) as error:
        raise NotReadable from error
    return _CUT.sub("", " ".join(texts)).split()


def marked(page: PageObject) -> dict[int, str]:
    """The text of a page by the numbers of its marks; artifacts have none."""
    marks: list[tuple[int | None, str | bytes | None]] = [(None, None)]
    texts: dict[int, str] = defaultdict(str)
    actual: list[str] = []

    def before(operator: bytes, operands: list[object], *_: object) -> None:
        if operator in (b"BDC", b"BMC"):
            said = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            mark = None if operands[0] == "/Artifact" else marks[-1][0]
            marks.append((said.get("/MCID", mark), said.get("/ActualText")))
        elif operator == b"EMC" and (told := marks.pop()[1]) is not None:
            actual.append(told if isinstance(told, str) else told.decode("utf-16"))

    def found(text: str, *_: object) -> None:
        # The first text after such a mark is what is drawn in place of what it says.
        told = actual.pop() if actual and text else text
        mark = marks[-1][0]
        if mark is not None:
            texts[mark] += told

    page.extract_text(visitor_operand_before=before, visitor_text=found)
    return texts
