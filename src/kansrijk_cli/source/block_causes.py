"""Whether a line that does not fit is right, and a line above it in its block stands wrong."""

import re
from collections.abc import Iterator
from itertools import takewhile

from kansrijk_cli.source.line_causes import Cause, lines_before, on

# How far a field or a dash stands to the right of the field that holds it.
STEP = 2

_WORDS_OF_SENTENCE = 4
_DASH = re.compile(r" *-(?: |$)")
# A field as the models have them, or one between quotes.
_PLAIN_FIELD = re.compile(r"\s*(?:[a-z_][\w-]*:(?:\s|$)|['\"#])")
_TEXT_BELOW = re.compile(r" *(?:- +)*[^\s#:'\"][^#:]*: +[|>][+-]?\d?\s*$")
_FIELD = re.compile(r" *(?:- +)?([^\s#:][^:]*):(?:\s|$)")


def first_of_block(lines: list[str], number: int, column: int) -> Cause | None:
    """The first line of the block of a line, when that one is where it should not be.

    Fields that belong together stand in one column. The parser takes the column of the first of
    them, and stops at the second, also when only the first has too many or too few spaces.
    """
    line = lines[number - 1]
    field = _FIELD.match(line)
    if column != _indent(line) and not (field and column == field.end(1)):
        return None
    is_dash = bool(_DASH.match(line))
    own = _start(line, of_dash=is_dash)
    below = _alike(lines[number - 1 :], own, is_dash)
    for first, holder in _firsts(lines, number, is_dash):
        indent = _indent(lines[first - 1])
        start = _start(lines[first - 1], of_dash=is_dash)
        right = _start(lines[holder - 1], of_dash=False) + STEP if holder else 0
        right += STEP if _DASH.match(lines[first - 1]) and not is_dash else 0
        alike = _alike(lines[first - 1 : number - 1], start, is_dash)
        if start != right and (own == right or below > alike):
            should = {"right": own - start + indent, "beside": number}
            told = {"first_indent": indent} | (should if should["right"] > 0 else {})
            return on(first, indent, _begin(lines[first - 1])), told
    return None


def lost_indent(lines: list[str], number: int) -> Cause | None:
    """A line of a text of several lines that stands to the left of that text, and so ends it.

    The parser takes it for a field, and stops at some line of the text below it.
    """
    header = next((n for n in lines_before(lines, number) if _TEXT_BELOW.match(lines[n - 1])), None)
    if header is None:
        return None
    field = _start(lines[header - 1], of_dash=False)
    told = [n for n in range(header + 1, len(lines) + 1) if lines[n - 1].strip()]
    out = next((n for n in told if _indent(lines[n - 1]) <= field), None)
    rest = [n for n in told if out and n > out]
    if out is None or out > number:
        return None
    goes_on = bool(rest) and _indent(lines[rest[0] - 1]) > field
    if not goes_on and (told[0] == out or not _is_sentence(lines[out - 1])):
        return None
    is_between = any(_indent(lines[n - 1]) <= field for n in rest if n < number)
    if is_between or not _is_prose(lines[out - 1], field):
        return None
    beside = told[0] if told[0] != out else rest[0]
    right = {"right": _indent(lines[beside - 1]), "beside": beside}
    line, name = lines[out - 1].strip(), lines[header - 1].strip().removeprefix("- ")
    place = on(out, _indent(lines[out - 1]), line)
    return place, {"out_of_text": name, "text_from": header, **right}


def _is_prose(line: str, field: int) -> bool:
    """Whether a line to the left of a text can be a line of it, and no field or item."""
    if _DASH.match(line):
        return _indent(line) == 0 < field
    if _PLAIN_FIELD.match(line):
        return False
    return _indent(line) < field or not re.match(r"\s*[^\s:]+:(?:\s|$)", line)


def _is_sentence(line: str) -> bool:
    """Whether a line can be no field that lacks its colon."""
    return len(line.split()) >= _WORDS_OF_SENTENCE and not line.startswith(" ")


def no_heading(lines: list[str], number: int, column: int) -> Cause | None:
    """Lines that stand under a field with a value, so that the line that held them must be gone."""
    line, above = lines[number - 1], next(lines_before(lines, number), None)
    field, over = _FIELD.match(line), _FIELD.match(lines[above - 1]) if above else None
    starts = (_indent(line), field.end(1) if field else None)
    if not above or not over or column not in starts:
        return None
    if _indent(line) <= _start(lines[above - 1], of_dash=False):
        return None
    is_dash = bool(_DASH.match(line))
    is_block = is_dash or _alike(lines[number - 1 :], _indent(line), is_dash=False) > 1
    if not is_block or not lines[above - 1][over.end(1) + 1 :].strip():
        return None
    return on(number, _indent(line), _begin(line)), {"headless": over[1]}


def _firsts(lines: list[str], number: int, is_dash: bool) -> Iterator[tuple[int, int | None]]:
    """The line that may be the first of the block, and the one that holds the block, if any.

    Too far to the left the first line seems to hold the others; too far to the right it seems to
    be in a block of its own.
    """

    def start(here: int) -> int:
        return _start(lines[here - 1], of_dash=is_dash)

    above = list(lines_before(lines, number))
    own = start(number)
    deeper = list(takewhile(lambda here: start(here) >= own, above))
    rest = above[len(deeper) :]
    if rest and (len(rest) == 1 or start(rest[1]) < start(rest[0])):
        yield rest[0], rest[1] if len(rest) > 1 else None
    if deeper and start(deeper[-1]) > own:
        yield deeper[-1], rest[0] if rest else None


def _alike(lines: list[str], start: int, is_dash: bool) -> int:
    """How many lines begin in a column, up to the first that stands to the left of it."""
    told = (line for line in lines if line.strip() and line.strip()[0] != "#")
    starts = takewhile(lambda here: here >= start, (_start(line, of_dash=is_dash) for line in told))
    return sum(here == start for here in starts)


def _start(line: str, *, of_dash: bool) -> int:
    """Where a line begins: at its dash, for what stands beside another, or else at its field."""
    dash = None if of_dash else _DASH.match(line)
    return len(line) - len(line[dash.end() :].lstrip(" ")) if dash else _indent(line)


def _begin(line: str) -> str:
    """What a line begins with: its dash, or the name of its field."""
    return "-" if _DASH.match(line) else line.strip().partition(":")[0]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
