"""Why a line does not fit in its file: its indentation, its dash, its colon."""

import re
from collections.abc import Iterator, Mapping
from math import inf
from typing import TypeAlias

from kansrijk_cli.core.diagnostic import Value
from kansrijk_cli.core.place import Position

# A line, counted from one, and a column, counted from zero.
At: TypeAlias = tuple[int, int]
Cause: TypeAlias = tuple[Position, Mapping[str, Value]]

HARD_SPACE = "\u00a0"
_INDENT = re.compile(r" *(\u00a0[ \u00a0]*)(?=\S)")
_AFTER_SIGN = re.compile(r"\s*(?:- +)*(?:-|[^\W\d][\w-]*:)(\u00a0+)")
_GLUED = re.compile(r"\s*(?:- +)*(([^\W\d][\w-]*):(?!//)(\S.*?))\s*")
_GLUED_DASH = re.compile(r"\s*(-(?:[^\W\d][\w-]*:(?: .*?)?(?=\s*$)|[\[{]))")
_GLUED_WORD = re.compile(r"-([^\W\d].*|['\"].*)")
# The bullets of Word, and what it makes of a hyphen.
_BULLET = re.compile(r"\s*([\u2022\u00b7\u25aa\u25cf\u25e6\uf0b7\u2013\u2014\u2212])\s*\S")
_TEXT = re.compile(r"\s*(?:- +)*(.*?)\s*")
_FIELD = re.compile(r"([a-z_]+)(?:\s*[=;]\s*|\s+)(\S.*)")
# How a remark begins elsewhere.
_REMARK = re.compile(r"//|/\*|<!--|--|;|'")
_NOTHING = re.compile(r"\s*(?:$|[,}\]]|#)")
# A line of a list, or a field: where its dash is, and where its field begins.
_START = re.compile(r" *((?:- +)*)([^\s#:'\"-][^#:]*:(?:\s|$)|(?<=- )\S)")
_LONGEST_KEY = 40
_COLON = re.compile(r":(?:\s|$)")


def hard_space(lines: list[str], numbers: tuple[int, ...]) -> Cause | None:
    """A hard space that indents one of these lines, or that stands behind its dash or colon."""
    for pattern, name in ((_INDENT, "hard_space"), (_AFTER_SIGN, "hard_after")):
        for here in numbers:
            found = pattern.match(lines[here - 1])
            if found:
                return on(here, found.start(1), found[1]), {name: f"U+{ord(HARD_SPACE):04X}"}
    return None


def glued(lines: list[str], before: int | None) -> Cause | None:
    """A line such as `name:GGD` or `-id: ggd`, just before the line where the parser stopped."""
    colon = _GLUED.fullmatch(lines[before - 1]) if before else None
    if before and colon:
        spaced = f"{colon[2]}: {colon[3]}"
        return on(before, colon.start(1), colon[1]), {"glued": colon[1], "spaced": spaced}
    return glued_dash(lines, before) if before else None


def glued_dash(lines: list[str], number: int) -> Cause | None:
    """An item such as `-id: ggd` or `-{id: ggd}`."""
    dash = _GLUED_DASH.match(lines[number - 1])
    if not dash:
        return None
    return on(number, dash.start(1), dash[1]), _with_space(dash[1])


def _with_space(item: str) -> dict[str, Value]:
    return {"glued_dash": item, "spaced": f"- {item[1:]}"}


def bullet(lines: list[str], numbers: tuple[int, ...]) -> Cause | None:
    """A list with the bullets or the long dashes of a word processor."""
    for here in numbers:
        found = _BULLET.match(lines[here - 1])
        if found:
            return on(here, found.start(1), found[1]), {"bullet": found[1]}
    return None


def dash_in_line(line: str, number: int, column: int) -> Cause | None:
    """A list that begins on the line of its field."""
    if line[column : column + 1] != "-" or not line[:column].rstrip().endswith(":"):
        return None
    if _NOTHING.match(line, column + 1):
        return on(number, column, "-"), {"lone": "-"}
    return on(number, column, "-"), {"dash": line[:column].strip().removeprefix("- ")}


def no_colon(lines: list[str], number: int) -> Cause:
    """A line that must be a field, but has no colon."""
    found = _TEXT.fullmatch(lines[number - 1])
    text = found[1] if found else ""
    place = on(number, found.start(1) if found else 0, text)
    if _GLUED_WORD.fullmatch(text):
        return place, _with_space(text)
    if "\t" in text:
        return place, {"pasted": text.partition("\t")[0]}
    remark = _REMARK.match(text)
    if remark:
        return place, {"remark": remark[0]}
    field = _FIELD.fullmatch(text)
    if field:
        return place, {"no_colon": text, "as_field": f"{field[1]}: {field[2]}"}
    below = lines[number] if number < len(lines) else ""
    holds = len(below) - len(below.lstrip(" ")) > place[1] - 1
    return place, {"no_colon": text} | ({"as_field": f"{text}:"} if holds else {})


def text_before_field(lines: list[str], number: int, column: int) -> Cause | None:
    """The line without a colon that the parser took for the start of the key on this one."""
    line = lines[number - 1]
    if line[column : column + 1] != ":" or _COLON.search(line[:column]):
        return None
    first = None
    for here in lines_before(lines, number):
        if _COLON.search(lines[here - 1]):
            break
        first = here
    starts = _TEXT.fullmatch(lines[first - 1]) if first else None
    # A line of prose is the text of the field above; then the place of this line is the cause.
    is_field = starts and re.fullmatch(r"[a-z_]+(?:[\s=;].*)?", starts[1])
    holds = starts and starts.start(1) < len(line) - len(line.lstrip(" "))
    return no_colon(lines, first) if first and (is_field or holds) else None


def mixed(line: str, start: At, number: int, column: int) -> Cause | None:
    """A field where a list goes on, or a dash where fields go on."""
    if start[1] != column or start[0] >= number or line[:column].strip():
        return None
    if re.match(r"-(?: |$)", line[column:]):
        return on(number, column, "-"), {"dash_in_fields": start[0]}
    key = line[column:].partition(":")[0]
    told: dict[str, Value] = {"key": _short(key), "field_in_list": start[0]}
    return (on(number, column, key), told) if key else None


def _short(key: str) -> str:
    """A key as it is told of; a line of text that was taken for one may be of any length."""
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY].rstrip()}…"


def indentation(lines: list[str], number: int, column: int) -> Cause | None:
    """A line that begins where no list or field above it begins, and one that it may be beside."""
    line = lines[number - 1]
    indent = len(line) - len(line.lstrip(" "))
    key = line[indent:].partition(":")[0]
    at_start = column == indent > 0
    if not key.strip() or not (at_start or (indent and column == indent + len(key))):
        return None
    beside = min(_beside(lines, number), key=lambda place: abs(place[0] - indent), default=None)
    told = {"right": beside[0], "beside": beside[1]} if beside and beside[0] else {}
    return on(number, indent, key), {"indent": indent, **told}


def _beside(lines: list[str], number: int) -> Iterator[tuple[int, int]]:
    """Where a line may begin, with the line above that begins there, the nearest first."""
    line = lines[number - 1].lstrip()
    is_text = not _COLON.search(line) and not line.startswith("- ")
    least: float = inf
    for here in lines_before(lines, number):
        start = _START.match(lines[here - 1])
        if is_text:
            yield len(lines[here - 1]) - len(lines[here - 1].lstrip()), here
            return
        if start and start.start(1 if line.startswith("- ") else 2) < least:
            least = start.start(1 if line.startswith("- ") else 2)
            yield int(least), here


def lines_before(lines: list[str], number: int) -> Iterator[int]:
    """The lines above one that are neither empty nor a comment, the nearest first."""
    for here in range(number - 1, 0, -1):
        line = lines[here - 1].strip()
        if line and not line.startswith("#"):
            yield here


def on(number: int, start: int, text: str | None) -> Position:
    """The position of a text on a line; `start` counts from zero."""
    return (number, start + 1, number, start + 1 + len(text or " "))
