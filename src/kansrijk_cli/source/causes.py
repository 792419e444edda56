"""Why a text is no YAML, in plainer words than the parser has, at the place of the cause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import yaml

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.source.line_causes import (
    HARD_SPACE,
    At,
    Cause,
    bullet,
    dash_in_line,
    glued,
    hard_space,
    indentation,
    lines_before,
    mixed,
    no_colon,
    on,
    text_before_field,
)
from kansrijk_cli.source.tree import CUT_TEXT, LOADER, SYNTAX, Data, editor_lines, parse

CONFLICT, OPEN_QUOTE = "KR005", "KR029"

# Where a value starts: after a dash, after a colon, or between brackets.
_S_NAME = re.compile(
    r"(?:^\s*(?:- +)*|^\s*(?:- +)*[^\s#'\"][^#'\"]*: +"
    r"|[\[{] *|[\[{](?:[^\]}'\"]|'[^']*'|\"[^\"]*\")*?, *)('s-\w+|'t \w+)"
)
_VALUE = re.compile(r"(?:.*[:,\[{-] +|.*[\[{]|\s*)")
_BEFORE_COLON = re.compile(r"[^\s:,{\[][^:,{\[]*: +([^{\[]*[^\s{\[])$")
_QUOTES = ("'", '"')
_CLOSED = re.compile(r"'(?:[^']|'')*'(?!')\s*(?:$|[,:\]}#])")
_SECOND_FIELD = re.compile(r".*[\s,;]([a-z_]+):")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_PAIRS = {"]": "[", "}": "{"}
_CONFLICT = re.compile(r"(?:={7}|\|{7}|>{7})(?: .*)?")
_LONE_RETURN = re.compile(r"\r(?!\n)")


def explain(text: str, problem: Diagnostic) -> Diagnostic:
    """A broken structure with its cause, in plainer words than the parser has."""
    file, span = problem.place.file, problem.place.span
    if problem.code != SYNTAX or span is None:
        return problem
    if _LONE_RETURN.search(text):
        # For YAML and for editors a return alone ends a line too; count the lines as they do.
        text = _LONE_RETURN.sub("\n", text)
        return explain(text, parse(text, file).diagnostics[-1])
    lines = [line.rstrip("\r") for line in text.split("\n")]
    for code, found in _causes(text, lines, span):
        if found:
            return replace(problem, code=code, place=Place(file, span=found[0]), params=found[1])
    return problem


def one_cause(problems: list[Diagnostic]) -> Iterator[Diagnostic]:
    """A comment that swallows a closing bracket is told with the bracket, not also by itself."""
    last = problems[-1] if problems else None
    opened = last.place.span if last and "bracket" in last.params else None
    for problem in problems:
        span = problem.place.span
        if last and opened and span and problem.code == CUT_TEXT and span[:1] == opened[:1]:
            params = {"bracket": last.params["bracket"], "cut": problem.params["cut"]}
            last = replace(last, place=problem.place, params=params)
        elif problem is not problems[-1]:
            yield problem
    if last:
        yield last


def _causes(text: str, lines: list[str], span: Position) -> Iterator[tuple[str, Cause | None]]:
    yield CONFLICT, _rest_of_conflict(lines, span)
    yield OPEN_QUOTE, _name_that_opens_a_quote(lines, span)
    yield SYNTAX, _cause(text, lines, span)


def _rest_of_conflict(lines: list[str], span: Position) -> Cause | None:
    """What stayed of the marks of git when somebody took only the first of them away."""
    for number, line in enumerate(lines[: span[0]], start=1):
        if _CONFLICT.fullmatch(line):
            return on(number, 0, line), {"mark": line}
    return None


def _name_that_opens_a_quote(lines: list[str], span: Position) -> Cause | None:
    """A name such as 's-Hertogenbosch without quotes opens a quoted text that never ends well."""
    for number, line in enumerate(lines[: span[0]], start=1):
        name = _S_NAME.search(line)
        # The apostrophe of a second name may seem to close the text; then a name follows it.
        if name and not _CLOSED.match(line, name.start(1)):
            here = on(number, name.start(1), name[1])
            return (here, {"name": name[1]}) if here[:2] <= span[:2] else None
    return None


def _cause(text: str, lines: list[str], span: Position) -> Cause | None:
    """Why the parser stopped: the first cause that fits, the surest first."""
    number, column = span[0], span[1] - 1
    line = lines[number - 1]
    stop = _stop(text)
    before = next(lines_before(lines, number), None)
    near = (number,) if before is None else (number, before)
    return (
        hard_space(lines, near)
        or _odd_sign(line, number, column)
        or _open_quote(lines, stop, (number, column))
        or dash_in_line(line, number, column)
        or _colon_in_text(line, number, column)
        or _stray_bracket(line, (number, column))
        or _open_bracket(lines, stop, (number, column))
        or glued(lines, before)
        or bullet(lines, near)
        or (no_colon(lines, stop.start[0]) if stop.start and stop.in_key else None)
        or text_before_field(lines, number, column)
        or (mixed(line, stop.start, number, column) if stop.start and stop.in_block else None)
        or indentation(line, number, column)
    )


class _Mark(Protocol):
    """A place as both parsers of YAML give it, the one in C and the one in Python."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the parser was when it stopped."""

    context: str = ""
    start: At | None = None
    quoted: yaml.ScalarEvent | None = None
    brackets: tuple[At, ...] = ()

    @property
    def in_key(self) -> bool:
        """Whether a field had begun, and its colon did not come."""
        return "simple key" in self.context

    @property
    def in_block(self) -> bool:
        """Whether it was between the lines of a list, or between the fields of a block."""
        return "block" in self.context


def _stop(text: str) -> _Stop:
    """What the parser was reading, the quoted text just before that, and the brackets still open.

    The text is read a second time, so that only a text with an error pays for this.
    """
    quoted: yaml.ScalarEvent | None = None
    opened: list[yaml.CollectionStartEvent] = []
    try:
        for event in yaml.parse(editor_lines(text), Loader=LOADER):
            scalar = event if isinstance(event, yaml.ScalarEvent) else None
            quoted = scalar if scalar and scalar.style in _QUOTES else None
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
    except yaml.MarkedYAMLError as error:
        brackets = (_at(event.start_mark) for event in opened if event.flow_style)
        start = _at(error.context_mark)
        return _Stop(str(error.context), start, quoted, tuple(at for at in brackets if at))
    except yaml.YAMLError:
        pass
    return _Stop()


def _at(mark: _Mark | None) -> At | None:
    return (mark.line + 1, mark.column) if mark else None


def hard_space_in_key(text: str, data: Data) -> Cause | None:
    """A hard space that the parser took for the first letter of a key."""
    key = next((key for key in _keys(data) if key.startswith(HARD_SPACE)), None)
    lines = text.split("\n")
    for number, line in enumerate(lines if key else (), start=1):
        if line.lstrip(" ").startswith(key or ""):
            return hard_space(lines, (number,))
    return None


def _keys(data: Data) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    if isinstance(data, dict | list):
        for child in data.values() if isinstance(data, dict) else data:
            yield from _keys(child)


def _odd_sign(line: str, number: int, column: int) -> Cause | None:
    """A text may not start with these; after `*` and `&` the parser stops one sign later."""
    for at, signs in ((column, "@%`"), (column - 1, "*&")):
        if at >= 0 and line[at : at + 1] and line[at] in signs and _VALUE.fullmatch(line[:at]):
            return on(number, at, line[at]), {"sign": line[at]}
    return None


def _open_quote(lines: list[str], stop: _Stop, here: At) -> Cause | None:
    """A quote that closes nowhere or at the next quoted text, or that stands inside a text."""
    if stop.start and "quoted scalar" in stop.context and here[0] > stop.start[0]:
        return _quote(lines, stop.start)
    start = _at(stop.quoted.start_mark) if stop.quoted else None
    end = _at(stop.quoted.end_mark) if stop.quoted else None
    if not start or not end or end[0] != here[0]:
        return None
    line = lines[end[0] - 1]
    if line[end[1] : here[1]].strip() or line[here[1] : here[1] + 1] in ":]}":
        return None
    if start[0] < end[0]:
        return _quote(lines, start)
    return on(*here, line[here[1]]), {"after_quote": line[start[1]]}


def _quote(lines: list[str], at: At) -> Cause:
    sign = lines[at[0] - 1][at[1]]
    return on(*at, sign), {"quote": sign}


def _colon_in_text(line: str, number: int, column: int) -> Cause | None:
    """A second colon on a line, inside a text that has begun after the first."""
    if line[column : column + 1] != ":":
        return None
    found = _BEFORE_COLON.search(line[:column])
    if not found:
        return None
    second = _SECOND_FIELD.fullmatch(f"{found[1]}:")
    return on(number, column, ":"), {"colon": f"{found[1]}:"} | (
        {"second": second[1]} if second else {}
    )


def _stray_bracket(line: str, here: At) -> Cause | None:
    """A bracket that closes nothing, on a line where the others come in pairs."""
    sign = line[here[1] : here[1] + 1]
    if sign not in _PAIRS:
        return None
    bare = _QUOTED.sub("", line)
    left = {close: bare.count(close) - bare.count(start) for close, start in _PAIRS.items()}
    if left.pop(sign) < 1 or any(left.values()):
        return None
    return on(*here, sign), {"stray": sign, "opening": _PAIRS[sign]}


def _open_bracket(lines: list[str], stop: _Stop, here: At) -> Cause | None:
    """The last bracket still open, when the parser came to another line or another bracket."""
    if not stop.brackets or "flow" not in stop.context:
        return None
    at = stop.brackets[-1]
    rest = lines[here[0] - 1][here[1] :]
    if here[0] == at[0] and rest and rest[0] not in "]}":
        return None
    sign = lines[at[0] - 1][at[1]]
    return on(*at, sign), {"bracket": sign, "closing": "]" if sign == "[" else "}"}
