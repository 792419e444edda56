"""Plain text in Typst: only ever as string literals, so that nothing in it is markup."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache, partial

from kansrijk_cli.output.visible import visible

# How wide letters are in the font of our documents, in hundredths of their size.
_WIDTHS = {
    **dict.fromkeys(",.:;ij|'", 25),
    **dict.fromkeys(" !()-/I[]flrt{}", 33),
    **dict.fromkeys('"*?sxz', 44),
    **dict.fromkeys("BCDGKNPRU&", 62),
    **dict.fromkeys("HMOQw", 72),
    **dict.fromkeys("%@Wm", 86),
}
_OTHER, _WIDE = 55, 100
_WORD = re.compile(r"\S+")
_AFTER = re.compile(r"(?<=[-/])(?=[^\W\d])")
_ADDRESS, _ADDRESS_AFTER = re.compile(r"https?://|www\."), re.compile(r"(?<=[/?&=.])")
_DUTCH = re.compile(r"[A-Za-zÀ-ž'’.,:;()-]{2,45}")
_SYLLABLE = 5
_ROUNDING = 0.01
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_SHORT = {"n": "\n", "r": "\r", "t": "\t"}
_NO_WIDTH = "\u200b"
_ONE_LINE = str.maketrans(dict.fromkeys("\t\n\r\v\f\u2028\u2029", " ") | {"\ufeff": None})
_FROM_RIGHT = ("R", "AL")
# Between these a text stands from left to right, whatever is around it.
_APART, _TOGETHER = "\u2066", "\u2069"
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"


def literal(text: str) -> str:
    """A Typst string that is exactly this text."""
    kept = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return '"' + re.sub(r'[\\"\x00-\x1f\x7f]', _escaped, kept) + '"'


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def literals(source: str) -> Iterator[str]:
    """The texts of the Typst strings in some source."""
    return (unescaped(found[1]) for found in _LITERAL.finditer(source))


def unescaped(text: str) -> str:
    """What stands in a Typst string."""
    return _ESCAPE.sub(lambda e: chr(int(e[1], 16)) if e[1] else _SHORT.get(e[2], e[2]), text)


def width(text: str) -> float:
    """About how wide a text is, in the size of its letters."""
    return sum(map(_width, text)) / 100


@cache
def _width(character: str) -> int:
    found = _WIDTHS.get(character)
    if found is None:
        return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER
    return found


def pieces(text: str) -> Iterator[str]:
    """The pieces of a text between which a line can end."""
    for word in text.split():
        yield from _AFTER.split(word)


def fitted(text: str, room: float) -> Iterator[str]:
    """Typst code of a text; words too wide for their line get places to break.

    Dutch words break by syllables, web addresses as Typst breaks them, other words anywhere.
    """
    start = 0
    for word in _too_wide(text, room):
        if room < _SYLLABLE or not _DUTCH.fullmatch(word[0]):
            continue
        if word.start() > start:
            yield literal(broken(text[start : word.start()], room))
        yield f"syllables({literal(word[0])})"
        start = word.end()
    if rest := text[start:]:
        yield literal(broken(rest, room))


def broken(text: str, room: float) -> str:
    """The text; words too wide for their line break after a character without width."""
    step = max(1, int(room / 2))
    found = ""
    start = 0
    for word in _too_wide(text, room):
        clusters = _clusters(word[0])
        parts = ("".join(clusters[i : i + step]) for i in range(0, len(clusters), step))
        found += text[start : word.start()] + _NO_WIDTH.join(parts)
        start = word.end()
    return found + text[start:]


def _too_wide(text: str, room: float) -> Iterator[re.Match[str]]:
    for word in _WORD.finditer(text):
        # No letter is wider than its size, so a short word fits.
        if len(word[0]) > room:
            ends = _ADDRESS_AFTER if _ADDRESS.match(word[0]) else _AFTER
            if max(map(width, ends.split(word[0]))) > room + _ROUNDING:
                yield word


def _clusters(word: str) -> list[str]:
    """The characters of a word, each with the marks and joiners that belong to it."""
    found: list[str] = []
    for character in word:
        belongs = unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")
        if found and (belongs or found[-1].endswith("\u200d")):
            found[-1] += character
        else:
            found.append(character)
    return found


def from_right(text: str) -> bool:
    """Whether a text reads from right to left: its first letter decides."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((side for side in strong if side in ("L", *_FROM_RIGHT)), "L") != "L"


def shown(text: str, missing: Collection[str]) -> str:
    """The text on one line as it can be shown, without the byte order mark that PDF forbids."""
    return told(visible(text), missing).translate(_ONE_LINE)


def told(text: str, missing: Collection[str]) -> str:
    """The text, with what no font can show written as its numbers: `[U+1F476]`.

    What joins signs or only says how to draw them is told with them, and else left out.
    """
    if not missing:
        return text
    known = "|".join(map(re.escape, sorted(missing, key=lambda shown: (-len(shown), shown))))
    apart = any(unicodedata.bidirectional(character) in _FROM_RIGHT for character in text)
    numbers = partial(_numbers, apart=apart)
    return re.sub(f"(?:(?:{known})[{_JOINERS}]*)+", numbers, text)


def _numbers(match: re.Match[str], *, apart: bool) -> str:
    """The numbers; `apart` from what is read from the right, which would turn its brackets."""
    if all(
        unicodedata.category(character) == "Cf" or character in _JOINERS for character in match[0]
    ):
        return ""
    numbers = f"[{' '.join(f'U+{ord(character):04X}' for character in match[0])}]"
    return f"{_APART}{numbers}{_TOGETHER}" if apart else numbers
