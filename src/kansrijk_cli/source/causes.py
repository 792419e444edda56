"""Why a text is no YAML, in plainer words than the parser has, at the place of the cause."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

import yaml

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.source.tree import CUT_TEXT, LOADER, SYNTAX, Data, editor_lines

OPEN_QUOTE = "KR029"

# Where a value starts: after a dash, after a colon, or between brackets.
_S_NAME = re.compile(
    r"(?:^\s*(?:- +)*|^\s*(?:- +)*[^\s#'\"][^#'\"]*: +|[\[{][^\]}'\"]*, *|[\[{] *)('s-\w+|'t \w+)"
)
_HARD_SPACE = re.compile(r" *(\u00a0[ \u00a0]*)(?=\S)")
_GLUED = re.compile(r"\s*(?:- +)*(([^\W\d][\w-]*):(?!//)(\S.*?))\s*")
_VALUE = re.compile(r"(?:.*[:,\[{-] +|.*[\[{]|\s*)")
_BEFORE_COLON = re.compile(r"[^\s:,{\[][^:,{\[]*: +([^{\[]*[^\s{\[])$")
_QUOTES = ("'", '"')
_LONE_RETURN = re.compile(r"\r(?!\n)")

# A line, counted from one, and a column, counted from zero.
_At: TypeAlias = tuple[int, int]
_Cause: TypeAlias = tuple[Position, Mapping[str, Value]]


def explain(text: str, problem: Diagnostic) -> Diagnostic:
    """A broken structure with its cause, in plainer words than the parser has."""
    span = problem.place.span
    if problem.code != SYNTAX or span is None or _LONE_RETURN.search(text):
        # A return without newline ends a line for YAML only, so that its lines are not these.
        return problem
    lines = [line.rstrip("\r") for line in text.split("\n")]
    name = _name_that_opens_a_quote(lines, span)
    code, found = (OPEN_QUOTE, name) if name else (SYNTAX, _cause(text, lines, span))
    if found is None:
        return problem
    place, params = found
    return replace(problem, code=code, place=Place(problem.place.file, span=place), params=params)


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


def _name_that_opens_a_quote(lines: list[str], span: Position) -> _Cause | None:
    """A name such as 's-Hertogenbosch without quotes opens a quoted text that never ends well."""
    for number, line in enumerate(lines[: span[0]], start=1):
        name = _S_NAME.search(line)
        if name and line.count("'") % 2 and (number, name.start(1) + 1) <= span[:2]:
            return _on(number, name.start(1), name.group(1)), {"name": name.group(1)}
    return None


def _cause(text: str, lines: list[str], span: Position) -> _Cause | None:
    """Why the parser stopped: the first cause that fits, the surest first."""
    number, column = span[0], span[1] - 1
    line = lines[number - 1]
    stop = _stop(text)
    return (
        _hard_space(lines, number)
        or _odd_sign(line, number, column)
        or _open_quote(lines, stop, (number, column))
        or _colon_in_text(line, number, column)
        or _open_bracket(lines, stop, (number, column))
        or _glued_colon(lines, number)
        or _indentation(line, number, column)
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
    start: _At | None = None
    quoted: yaml.ScalarEvent | None = None
    brackets: tuple[_At, ...] = ()


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


def _at(mark: _Mark | None) -> _At | None:
    return (mark.line + 1, mark.column) if mark else None


def _hard_space(lines: list[str], number: int) -> _Cause | None:
    for here in (number, number - 1):
        found = _HARD_SPACE.match(lines[here - 1]) if here else None
        if found:
            return _on(here, found.start(1), found[1]), {"hard_space": "U+00A0"}
    return None


def hard_space_in_key(text: str, data: Data) -> _Cause | None:
    """A hard space that the parser took for the first letter of a key."""
    key = next((key for key in _keys(data) if key.startswith("\u00a0")), None)
    lines = text.split("\n")
    for number, line in enumerate(lines if key else (), start=1):
        if line.lstrip(" ").startswith(key or ""):
            return _hard_space(lines, number)
    return None


def _keys(data: Data) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    if isinstance(data, dict | list):
        for child in data.values() if isinstance(data, dict) else data:
            yield from _keys(child)


def _odd_sign(line: str, number: int, column: int) -> _Cause | None:
    """A text may not start with these; after `*` and `&` the parser stops one sign later."""
    for at, signs in ((column, "@%`"), (column - 1, "*&")):
        if at >= 0 and line[at : at + 1] and line[at] in signs and _VALUE.fullmatch(line[:at]):
            return _on(number, at, line[at]), {"sign": line[at]}
    return None


def _open_quote(lines: list[str], stop: _Stop, here: _At) -> _Cause | None:
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
    return _on(*here, line[here[1]]), {"after_quote": line[start[1]]}


def _quote(lines: list[str], at: _At) -> _Cause:
    sign = lines[at[0] - 1][at[1]]
    return _on(*at, sign), {"quote": sign}


def _colon_in_text(line: str, number: int, column: int) -> _Cause | None:
    """A second colon on a line, inside a text that has begun after the first."""
    if line[column : column + 1] != ":":
        return None
    found = _BEFORE_COLON.search(line[:column])
    return (_on(number, column, ":"), {"colon": f"{found[1]}:"}) if found else None


def _open_bracket(lines: list[str], stop: _Stop, here: _At) -> _Cause | None:
    """The last bracket still open, when the parser came to another line or another bracket."""
    if not stop.brackets or "flow" not in stop.context:
        return None
    at = stop.brackets[-1]
    rest = lines[here[0] - 1][here[1] :]
    if here[0] == at[0] and rest and rest[0] not in "]}":
        return None
    sign = lines[at[0] - 1][at[1]]
    return _on(*at, sign), {"bracket": sign, "closing": "]" if sign == "[" else "}"}


def _glued_colon(lines: list[str], number: int) -> _Cause | None:
    """A line such as `name:GGD` just before the line where the parser stopped."""
    for here in range(number - 1, 0, -1):
        line = lines[here - 1]
        if line.strip() and not line.lstrip().startswith("#"):
            found = _GLUED.fullmatch(line)
            if not found:
                return None
            spaced = f"{found[2]}: {found[3]}"
            return _on(here, found.start(2), found[1]), {"glued": found[1], "spaced": spaced}
    return None


def _indentation(line: str, number: int, column: int) -> _Cause | None:
    """A line that begins where no list or field above it begins."""
    indent = len(line) - len(line.lstrip(" "))
    key = line[indent:].partition(":")[0]
    at_start = column == indent > 0
    if not key.strip() or not (at_start or (indent and column == indent + len(key))):
        return None
    return _on(number, indent, key), {"indent": indent}


def _on(number: int, start: int, text: str | None) -> Position:
    """The position of a text on a line; `start` counts from zero."""
    return (number, start + 1, number, start + 1 + len(text or " "))
