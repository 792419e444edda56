"""How wide a text is, without knowing its font: wide enough for the usual ones without serifs."""

import re
from functools import cache
from unicodedata import category, east_asian_width

# About the widths of Arial in thousandths of its size, by the letters that have them.
_WIDTHS = {
    240: "ijl'|",
    278: ".,:;!/\\I[] \u00a0",
    340: 'ftr()-`"',
    500: "ckszvxyJ",
    556: "abdeghnopqu0123456789€$_?#+=<>~–",
    667: "ABEKPSVXY&",
    722: "wCDHNRUFTLZ",
    778: "GOQ",
    833: "mM•",
    944: "W%",
    1015: "@…—",
}
_OTHER, _WIDE = 667, 1300
# DejaVu Sans, which Linux falls back on, is this much wider than Arial; bold is wider than plain.
_SPARE, _BOLD = 1.16, 1.14

_JOINER = "\u200d"
_MODIFIER = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_WORD = re.compile(r"[^ /-]*[/-]+ *|[^ /-]+ *| +")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The room that a text needs on a line."""
    return sum(map(_advance, text)) / 1000 * size * _SPARE * (_BOLD if bold else 1)


@cache
def _advance(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    if east_asian_width(char) in "WF":
        return _WIDE
    return next((wide for wide, chars in _WIDTHS.items() if char in chars), _OTHER)


def wrap(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines that fit: broken after words and hyphens, and in a word that is too long.

    Nothing is left out and no sign is added: a space at the end of a line stays there.
    """
    lines, line = list[str](), ""
    for word in _WORD.findall(text):
        # A space that ends a line takes no room.
        if line.strip() and width(line + word.rstrip(), size, bold=bold) > room:
            lines.append(line)
            line = ""
        for piece in _pieces(word, size, room, bold=bold):
            if line.strip() and width(line + piece.rstrip(), size, bold=bold) > room:
                lines.append(line)
                line = ""
            line += piece
    return (*lines, line) if line or not lines else tuple(lines)


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """A word, or its signs when it does not fit on a line of its own."""
    return [word] if width(word.rstrip(), size, bold=bold) <= room else signs(word)


def signs(text: str) -> list[str]:
    """What a reader sees as one sign each: a letter with its accents, an emoji of several parts."""
    found: list[str] = []
    for char in text:
        last = found[-1] if found else ""
        if last and (
            category(char)[0] == "M"
            or _MODIFIER.match(char)
            or last.endswith(_JOINER)
            or (_FLAG.match(char) and _FLAG.fullmatch(last))
        ):
            found[-1] += char
        else:
            found.append(char)
    return found
