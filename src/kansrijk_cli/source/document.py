"""One data file: its text, its plain data, and what is wrong with it as a file."""

import errno
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.core.place import Place
from kansrijk_cli.source.causes import explain, hard_space_in_key, one_cause
from kansrijk_cli.source.folder import DataFolder
from kansrijk_cli.source.garbled import garbled
from kansrijk_cli.source.spaces import unseen
from kansrijk_cli.source.tree import SYNTAX, Data, parse

MAX_BYTES = 5_000_000

UNREADABLE, NOT_UTF8, TAB, CONFLICT = "KR001", "KR002", "KR004", "KR005"
EMPTY, TOO_LARGE, LINK, BOM = "KR009", "KR010", "KR011", "KR017"

# The first bytes of a letter with an accent, or of a sign such as a dash, and nothing more.
_CUT_OFF = re.compile(rb"[\xc2\xc3]|\xe2(?:[\x80\x82])?")
_MARKS = (b"\xff\xfe", b"\xfe\xff")
# So many bytes tell how a text was kept.
_ENOUGH = 200
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( .*)?$", re.MULTILINE)
_TAB = re.compile(r"^ *(\t+)\s*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A data file that could be read: `data` is `None` when its text was refused."""

    file: str
    text: str
    data: Data


def fetch(folder: DataFolder, file: str) -> bytes | Diagnostic:
    """The bytes of one file of the data folder, or why they are not there."""
    place = Place(file)
    if folder.is_link(file):
        return Diagnostic(LINK, place)
    if folder.is_unmerged(file):
        return Diagnostic(CONFLICT, place, {"waiting": PurePosixPath(file).name})
    try:
        if not folder.is_file(file):
            return Diagnostic(UNREADABLE, place)
        size = folder.size(file)
        if size > MAX_BYTES:
            params = {"size": size // 1_000_000, "limit": MAX_BYTES // 1_000_000}
            return Diagnostic(TOO_LARGE, place, params)
        return folder.read(file)
    except OSError as error:
        return Diagnostic(UNREADABLE, place, {"reason": errno.errorcode.get(error.errno or 0)})


def read_bytes(file: str, content: bytes) -> Outcome[Document | None]:
    """Decode and parse the content of one file."""
    if _is_utf16(content):
        return _not_utf8(file, content, 0)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, content, error.start)
    problems: list[Diagnostic] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(Diagnostic(BOM, Place(file, span=(1, 1, 1, 1))))
    refused = _broken_text(file, text)
    if refused:
        return Outcome(Document(file, text, None), (*problems, refused))
    parsed = parse(text, file)
    problems += one_cause([explain(text, problem) for problem in parsed.diagnostics])
    hidden = hard_space_in_key(text, parsed.value) if "\u00a0" in text else None
    if hidden:
        problems.append(Diagnostic(SYNTAX, Place(file, span=hidden[0]), hidden[1]))
        return Outcome(Document(file, text, None), tuple(problems))
    if parsed.value is None and not parsed.diagnostics:
        params = {"only_comments": ""} if "#" in text else {}
        problems.append(Diagnostic(EMPTY, Place(file), params))
    if parsed.value is not None:
        problems += (*unseen(file, text), *garbled(file, text))
    return Outcome(Document(file, text, parsed.value), tuple(problems))


def _not_utf8(file: str, content: bytes, offset: int) -> Outcome[Document | None]:
    """What the bytes probably are instead, with a text of them to show the place in."""
    before = content[:offset].decode("utf-8", "replace")
    text = before + content[offset:].decode("cp1252", "replace")
    params: dict[str, Value] = {"encoding": "Windows-1252", "character": text[len(before)]}
    if _is_utf16(content):
        before, text = "", content.decode(_utf16(content), "replace")
        params = {"encoding": "UTF-16"}
    elif _CUT_OFF.fullmatch(content[offset:]):
        text = before
        params = {"cut_off": ""}
    span = _span(text, len(before), len(before) + 1)
    return Outcome(
        Document(file, text, None), (Diagnostic(NOT_UTF8, Place(file, span=span), params),)
    )


def _is_utf16(content: bytes) -> bool:
    """With the mark of it, or with a zero in nearly every pair of bytes."""
    start = content[:_ENOUGH]
    return start[:2] in _MARKS or start.count(0) * 3 > len(start) > 3


def _utf16(content: bytes) -> str:
    """The kind of UTF-16; without a mark by where the zero of the first letter is."""
    if content[:2] in _MARKS:
        return "utf-16"
    return "utf-16-be" if content[:1] == b"\0" else "utf-16-le"


def _broken_text(file: str, text: str) -> Diagnostic | None:
    """What makes a text useless as YAML, in plainer words than the parser has."""
    conflict = _CONFLICT.search(text) if "<<<<<<<" in text else None
    if conflict:
        place = Place(file, span=_span(text, *conflict.span()))
        return Diagnostic(CONFLICT, place, {"mark": conflict[0]})
    tab = _TAB.search(text) if "\t" in text else None
    if tab:
        return Diagnostic(TAB, Place(file, span=_span(text, *tab.span(1))))
    return None


def _span(text: str, start: int, end: int) -> tuple[int, int, int, int]:
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return (line, column, line, column + end - start)
