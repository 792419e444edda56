"""Why a text is no YAML, in plainer words than the parser has, at the place of the cause."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.source.block_causes import first_of_block, lost_indent, no_heading
from kansrijk_cli.source.line_causes import (
    HARD_SPACE,
    Cause,
    bullet,
    dash_in_line,
    glued,
    glued_dash,
    hard_space,
    indentation,
    lines_before,
    mixed,
    no_colon,
    on,
    text_before_field,
)
from kansrijk_cli.source.sign_causes import (
    after_bracket,
    colon_in_text,
    comma_too_many,
    odd_sign,
    open_bracket,
    open_quote,
    sign_before_text,
    stray_bracket,
)
from kansrijk_cli.source.stop import stop_in
from kansrijk_cli.source.tree import CUT_TEXT, SYNTAX, Data, parse

CONFLICT, OPEN_QUOTE = "KR005", "KR029"

# Where a value starts: after a dash, after a colon, or between brackets.
_S_NAME = re.compile(
    r"(?:^\s*(?:- +)*|^\s*(?:- +)*[^\s#'\"][^#'\"]*: +"
    r"|[\[{] *|[\[{](?:[^\]}'\"]|'[^']*'|\"[^\"]*\")*?, *)('s-\w+|'t \w+)"
)
_CLOSED = re.compile(r"'(?:[^']|'')*'(?!')\s*(?:$|[,:\]}#])")
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
    stop = stop_in(text)
    before = next(lines_before(lines, number), None)
    near = (number,) if before is None else (number, before)
    return (
        hard_space(lines, near)
        or lost_indent(lines, number)
        or odd_sign(line, number, column)
        or sign_before_text(lines, stop)
        or open_quote(lines, stop, (number, column))
        or dash_in_line(line, number, column)
        or glued_dash(lines, number)
        or comma_too_many(line, number, column)
        or colon_in_text(line, number, column, stop)
        or stray_bracket(line, (number, column))
        or after_bracket(lines, stop, (number, column))
        or open_bracket(lines, stop, (number, column))
        or glued(lines, before)
        or bullet(lines, near)
        or (no_colon(lines, stop.start[0]) if stop.start and stop.in_key else None)
        or text_before_field(lines, number, column)
        or first_of_block(lines, number, column)
        or no_heading(lines, number, column)
        or (mixed(line, stop.start, number, column) if stop.start and stop.in_block else None)
        or indentation(lines, number, column)
    )


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
