"""What Typst cannot say in a PDF: which cell is the head of its row.

Typst writes its objects one after another, without compressing them, with a plain list of where
they begin. So only the objects that change are rewritten, as bytes: reading all of them with a
library takes longer than making the document.
"""

import re
from collections.abc import Mapping

_BODY = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/TBody/P \d+ 0 R/K\[([^\]]*)\]")
_ROW = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/TR/P \d+ 0 R/K\[([^\]]*)\]")
_CELL = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/T[HD]/")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_NAMED = re.compile(rb"/Headers\[[^\]]*\]")
_EMPTY, _STREAM_END = b"/K[]", b"\nendstream\nendobj\n"
_PLACES = re.compile(rb"xref\n0 \d+\n0{10} 65535 f\r\n((?:\d{10} 0{5} n\r\n)+)trailer\n")
_PLACE = 20


class NotUnderstood(Exception):
    """A PDF that is not written as Typst writes it."""


def finished(pdf: bytes) -> bytes:
    """The same PDF, in which the first cell of a row of a table is the head of that row.

    An empty cell is no head. Cells no longer name the heads of their columns: a reader that
    goes by such names would not tell the head of the row. The scope of heads tells both.
    """
    objects = _objects(pdf)
    heads = _row_heads(objects)
    for number, content in objects.items():
        if _CELL.match(content):
            cell = _NAMED.sub(b"", content)
            objects[number] = _as_head(cell) if number in heads else cell
        elif content.endswith(b"\r" + _STREAM_END):
            # What the stream ends with is not to be taken for a part of the end of its line.
            objects[number] = content.removesuffix(_STREAM_END) + b"\r" + _STREAM_END
    return _written(pdf, objects)


def _objects(pdf: bytes) -> dict[int, bytes]:
    """The objects by their numbers, in the order in which they stand in the file."""
    start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    places = _PLACES.match(pdf, start)
    if places is None:
        raise NotUnderstood(pdf[start : start + 2 * _PLACE])
    begins = {
        int(places[1][at : at + 10]): at // _PLACE + 1 for at in range(0, len(places[1]), _PLACE)
    }
    order = sorted(begins)
    return {begins[b]: pdf[b:end] for b, end in zip(order, (*order[1:], start), strict=True)}


def _row_heads(objects: Mapping[int, bytes]) -> set[int]:
    """The first cell of each row of the body of a table, unless it is empty."""
    bodies = (found[1] for content in objects.values() if (found := _BODY.match(content)))
    rows = (int(row) for body in bodies for row in _REFERENCE.findall(body))
    cells = (_ROW.match(objects[row]) for row in rows)
    firsts = (_REFERENCE.search(cell[1]) for cell in cells if cell)
    numbers = (int(first[1]) for first in firsts if first)
    return {number for number in numbers if _EMPTY not in objects[number]}


def _as_head(cell: bytes) -> bytes:
    return cell.replace(b"/S/TD/", b"/S/TH/", 1).replace(b"/O/Table", b"/O/Table/Scope/Row", 1)


def _written(pdf: bytes, objects: Mapping[int, bytes]) -> bytes:
    """The file, with the list of where its objects begin made anew."""
    parts = [pdf[: pdf.index(b"obj\n")].rpartition(b"\n")[0] + b"\n"]
    place, begins = len(parts[0]), {}
    for number, content in objects.items():
        begins[number] = place
        parts.append(content)
        place += len(content)
    table = b"".join(b"%010d 00000 n\r\n" % begins[number] for number in sorted(begins))
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    head = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(begins) + 1)
    return b"".join((*parts, head, table, trailer, b"startxref\n%d\n%%%%EOF" % place))
