"""One data file: its text, its plain data, and what is wrong with it as a file."""

import re
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.core.place import Place
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.source.tree import SYNTAX, Data, parse

MAX_BYTES = 5_000_000

UNREADABLE, NOT_UTF8, TAB, CONFLICT = "KR001", "KR002", "KR004", "KR005"
EMPTY, TOO_LARGE, LINK, BOM = "KR009", "KR010", "KR011", "KR017"
CUT_TEXT, OPEN_QUOTE = "KR028", "KR029"

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( .*)?$", re.MULTILINE)
_TAB = re.compile(r"^ *(\t+)\s*\S", re.MULTILINE)
_CUT = re.compile(r"^(?P<before>[^#'\"\n]*\S) (?P<cut>#[^\s#].*)$", re.MULTILINE)
_S_NAME = re.compile(r"(?:^|[\s\[,])('s-\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A data file that could be read: `data` is `None` when its text was refused."""

    file: str
    text: str
    data: Data


def read_document(folder: Folder, file: str) -> Outcome[Document | None]:
    """Read and parse one file of the data folder."""
    if folder.is_link(file):
        return _refused(file, LINK)
    try:
        size = folder.size(file)
        if size > MAX_BYTES:
            return _refused(file, TOO_LARGE, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)
        content = folder.read(file)
    except OSError as error:
        return _refused(file, UNREADABLE, reason=error.strerror)
    return read_bytes(file, content)


def read_bytes(file: str, content: bytes) -> Outcome[Document | None]:
    """Decode and parse the content of one file."""
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
    problems += (_explain_quote(text, problem) for problem in parsed.diagnostics)
    if parsed.value is None and not parsed.diagnostics:
        problems.append(Diagnostic(EMPTY, Place(file)))
    problems += _cut_texts(file, text)
    return Outcome(Document(file, text, parsed.value), tuple(problems))


def _refused(file: str, code: str, **params: Value) -> Outcome[Document | None]:
    return Outcome(None, (Diagnostic(code, Place(file), params),))


def _not_utf8(file: str, content: bytes, offset: int) -> Outcome[Document | None]:
    before = content[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    place = Place(file, span=(line, column, line, column + 1))
    params: dict[str, Value] = {
        "character": None if utf16 else content[offset : offset + 1].decode("cp1252", "replace"),
        "encoding": "UTF-16" if utf16 else "Windows-1252",
    }
    return Outcome(None, (Diagnostic(NOT_UTF8, place, params),))


def _broken_text(file: str, text: str) -> Diagnostic | None:
    """What makes a text useless as YAML, in plainer words than the parser has."""
    conflict = _CONFLICT.search(text) if "<<<<<<<" in text else None
    if conflict:
        return Diagnostic(CONFLICT, Place(file, span=_span(text, *conflict.span())))
    tab = _TAB.search(text) if "\t" in text else None
    if tab:
        return Diagnostic(TAB, Place(file, span=_span(text, *tab.span(1))))
    return None


def _explain_quote(text: str, problem: Diagnostic) -> Diagnostic:
    """A name such as 's-Hertogenbosch without quotes opens a quoted text that never ends well."""
    name = _S_NAME.search(text) if problem.code == SYNTAX else None
    if name is None:
        return problem
    place = Place(problem.place.file, span=_span(text, *name.span(1)))
    return Diagnostic(OPEN_QUOTE, place, {"name": name.group(1)})


def _cut_texts(file: str, text: str) -> list[Diagnostic]:
    """Comments that are no comment: in `zie punt #3` YAML drops everything from the ` #`."""
    return [
        Diagnostic(
            CUT_TEXT, Place(file, span=_span(text, *match.span("cut"))), {"cut": match["cut"]}
        )
        for match in (_CUT.finditer(text) if " #" in text else ())
        if not _in_block_text(text, match.start())
    ]


def _in_block_text(text: str, offset: int) -> bool:
    """Whether a line belongs to a `|` or `>` text, where ` #` has no meaning."""
    lines = text[:offset].split("\n")
    current = text[offset:].split("\n", 1)[0]
    indent = len(current) - len(current.lstrip())
    for line in reversed(lines[:-1]):
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            return bool(re.search(r"[|>][+-]?\d*\s*$", line))
    return False


def _span(text: str, start: int, end: int) -> tuple[int, int, int, int]:
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return (line, column, line, column + end - start)
