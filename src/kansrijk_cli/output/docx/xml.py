"""Elements of WordprocessingML, by the names that the standard gives them."""

import re
from collections.abc import Mapping
from functools import cache
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

# What XML cannot hold, not even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("(\t|\r\n|\r|\n)")
# Hebrew, Arabic and their kin, with what stands between their words, and pairs of brackets around
# them: Word does not see by itself that such a piece is read from right to left.
_LETTERS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
_WORDS = f"{_LETTERS}(?:[ ,.;:!?'\"–-]+{_LETTERS})*"
_RIGHT_TO_LEFT = re.compile(f"({_WORDS}(?: *\\({_WORDS}\\)(?: *{_WORDS})?)*)")

# Properties of a run with their values, in the order of the standard.
Look = Mapping[str, str | None]
PLAIN: Look = {}

name = cache(qn)


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element `w:tag` with attributes of that namespace; what is None is left out."""
    made = cast("Element", OxmlElement(f"w:{tag}"))
    for key, value in attributes.items():
        if value is not None:
            made.set(name(f"w:{key}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def legal(text: str) -> str:
    """The text, with a mark for each character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def run(look: Look, *content: Element) -> Element:
    """A piece in one look."""
    properties = w("rPr", *(w(tag, val=value) for tag, value in look.items())) if look else None
    return w("r", properties, *content)


def runs(text: str, look: Look = PLAIN) -> list[Element]:
    """A text in one look; what is read from right to left is a run of its own."""
    pieces = enumerate(_RIGHT_TO_LEFT.split(legal(text)))
    return [
        run({**look, "rtl": None} if number % 2 else look, *_signs(piece))
        for number, piece in pieces
        if piece
    ]


def begin(code: str, look: Look = PLAIN) -> list[Element]:
    """The beginning of what Word computes by a code; what it shows until then follows."""
    return [
        run(look, w("fldChar", fldCharType="begin")),
        run(look, _text("instrText", f" {code} ")),
        run(look, w("fldChar", fldCharType="separate")),
    ]


def end(look: Look = PLAIN) -> Element:
    """The end of what Word computes."""
    return run(look, w("fldChar", fldCharType="end"))


def field(code: str, shown: str, look: Look = PLAIN) -> list[Element]:
    """What Word computes by a code, with what it shows until then."""
    return [*begin(code, look), *runs(shown, look), end(look)]


def paragraph(
    style: str,
    *content: Element,
    keep: bool = False,
    number: Element | None = None,
    tabs: Element | None = None,
    indent: tuple[int, int] | None = None,
    side: str = "left",
) -> Element:
    """A paragraph in a style. `indent` is how far it starts, and how much its first line less."""
    properties = (
        w("pStyle", val=style),
        w("keepNext") if keep else None,
        number,
        tabs,
        w("ind", left=indent[0], hanging=indent[1] or None) if indent else None,
        w("jc", val=side) if side != "left" else None,
    )
    return w("p", w("pPr", *properties), *content)


def _signs(text: str) -> list[Element]:
    """The text of a run; what ends a line or jumps to a tab is an element."""
    return [_sign(piece) for piece in _BREAKS.split(text) if piece]


def _sign(piece: str) -> Element:
    if piece == "\t":
        return w("tab")
    return w("br") if piece[0] in "\r\n" else _text("t", piece)


def _text(tag: str, text: str) -> Element:
    made = w(tag)
    made.text = text
    made.set(name("xml:space"), "preserve")
    return made
