"""Texts in UTF-8 that a program read as Windows-1252 and kept so: `CoÃ¶rdinatie`."""

import re
from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.source.comments import scalars
from kansrijk_cli.source.tree import Data, Locator

GARBLED = "KR034"

# What Windows-1252 shows for the later bytes of a letter. What it shows for the first is in Dutch
# no letter before such a sign: not `É`, which may be the last letter of a text between quotes.
_LATER = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
_SEQUENCE = re.compile(f"(?:[ÂÃ][{_LATER}]|â[€‚„][{_LATER}]|ðŸ[{_LATER}]{{2}}|ï»¿)+")
# A hard space is the second half of `à`.
_WORD = re.compile(r"[^ \t\r\n\[\]{},:\"]+")


def garbled(file: str, text: str) -> Iterator[Diagnostic]:
    """A problem for the texts that can be read back whole, and one for those that are mixed."""
    if text.isascii() or not _SEQUENCE.search(text):
        return
    locator = Locator(text)
    for mixed in (False, True):
        found = list(_changes(locator, mixed=mixed))
        if found:
            word = next(w for w in _WORD.finditer(text) if w.end() > found[0][0])
            params: dict[str, Value] = {
                "word": word[0],
                "proposal": _readable(word[0]),
                **({"number": len(found)} if len(found) > 1 else {}),
                **({"mixed": ""} if mixed else {}),
            }
            yield Diagnostic(GARBLED, Place(file, span=_span(text, *word.span())), params)


def changes(locator: Locator, *, mixed: bool) -> Iterator[tuple[Position, str]]:
    """What should stand where, in the texts that can be read back whole or in the others."""
    for start, end in _changes(locator, mixed=mixed):
        yield _span(locator.text, start, end), _readable(locator.text[start:end])


def ungarbled(data: Data) -> Data:
    """Data in which the texts and keys that can be read back whole are as they were meant."""
    if isinstance(data, str):
        return _readable(data) if _is_whole(data) else data
    if isinstance(data, list):
        return [ungarbled(item) for item in data]
    if isinstance(data, dict):
        return {str(ungarbled(key)): ungarbled(value) for key, value in data.items()}
    return data


def _is_whole(text: str) -> bool:
    """Whether every letter with an accent in it was read wrongly."""
    return _SEQUENCE.sub("", text).isascii()


def _readable(text: str) -> str:
    """A text as it was meant, also when it was read wrongly more than once."""
    while _SEQUENCE.search(text):
        text = _SEQUENCE.sub(lambda match: match[0].encode("cp1252").decode("utf-8"), text)
    return text


def _changes(locator: Locator, *, mixed: bool) -> Iterator[tuple[int, int]]:
    text = locator.text
    for start, end in sorted(scalars(locator.root, text)) if locator.root else ():
        if _is_whole(text[start:end]) != mixed:
            yield from (match.span() for match in _SEQUENCE.finditer(text, start, end))


def _span(text: str, start: int, end: int) -> Position:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return (line, column, line, column + end - start)
