"""YAML text to plain data, and a route back to its exact place in the text.

Data is built straight from the parser's events and no position is stored: only a text that has
a finding is composed, and the route walked to its exact key or value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NoReturn, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.core.place import Part, Place, Position, Route
from kansrijk_cli.source.repeated import DASH, Repeated, runs, told
from kansrijk_cli.source.scalars import Scalar, plain_scalar

Data: TypeAlias = "Scalar | list[Data] | dict[str, Data]"

MAX_DEPTH = 60
SYNTAX, SEVERAL_DOCUMENTS, ALIAS, TAG = "KR003", "KR006", "KR007", "KR008"
TOO_DEEP, KEY_NOT_TEXT = "KR016", "KR018"
NOT_TEXT, CUT_TEXT = "KR019", "KR028"

_NOT_TEXT = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS_OF_YAML = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
_HASH = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
# Where there is no value a hash is rather an error of a spreadsheet, such as `#N/A` or `#####`.
_NO_VALUE = re.compile(r"[ \t]+(#\S[^\r\n]*)")
# A return without a newline ends a line too, but nothing is cut off: nobody writes those any more.
LINE_END = re.compile(r"\n|(?<=\r)(?!\n)")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Refused(Exception):
    """Ends the reading of one text; never leaves this module."""

    def __init__(self, code: str, position: Position, **params: Value) -> None:
        super().__init__(code)
        self.code, self.position, self.params = code, position, params


def parse(text: str, file: str) -> Outcome[Data]:
    """Read one YAML document. The value is `None` when the text is refused as a whole."""
    strange = _NOT_TEXT.search(text)
    if strange:
        place = Place(file, span=_after(text, strange.start()))
        return Outcome(None, (Diagnostic(NOT_TEXT, place, {"number": f"{ord(strange[0]):04X}"}),))
    builder = _Builder(editor_lines(text), file)
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        refused = _syntax_error(error, text)
    except _Refused as stop:
        refused = stop
    else:
        return Outcome(data, tuple(builder.problems))
    problem = Diagnostic(refused.code, Place(file, span=refused.position), refused.params)
    return Outcome(None, (*builder.problems, problem))


@dataclass(frozen=True)
class Locator:
    """Finds places in one text. Composes it only for a place that `parse` found no span for."""

    text: str

    @cached_property
    def root(self) -> Node | None:
        """The nodes of the text, `None` when it is empty or was refused."""
        try:
            return yaml.compose(editor_lines(self.text), Loader=LOADER)
        except yaml.YAMLError:
            return None

    @cached_property
    def lines(self) -> list[str]:
        """The lines as an editor numbers them; a return stays at the end of its line."""
        return LINE_END.split(self.text)

    def between(self, position: Position) -> str:
        """The text of a span, of its first line only."""
        line, column, end_line, end_column = position
        last = end_column - 1 if end_line == line else None
        return self.lines[line - 1][column - 1 : last]

    def position(self, place: Place) -> Position:
        """The exact lines and columns of a place, or of its nearest parent that is in the text."""
        if place.span is not None:
            return place.span
        if not place.route or self.root is None:
            return (1, 1, 1, 1)
        return _find(self.root, place.route, place.part)


class _Builder:
    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.has_hash = _NO_VALUE.search(text) is not None
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=LOADER))
        self.problems: list[Diagnostic] = []
        self.depth = 0

    def document(self) -> Data:
        data: Data = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    _refuse(SEVERAL_DOCUMENTS, event)
            elif isinstance(event, yaml.NodeEvent):
                data = self.value(event)
        return data

    def value(self, event: yaml.Event, holder: str = "") -> Data:
        if isinstance(event, yaml.AliasEvent):
            _refuse(ALIAS, event, name=event.anchor)
        _refuse_anchor_or_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            if event.style:
                return str(event.value)
            if self.has_hash:
                self.check_cut(event)
            return plain_scalar(event.value)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            _refuse(TOO_DEEP, event, limit=MAX_DEPTH)
        if isinstance(event, yaml.MappingStartEvent):
            # Between braces no line begins an item, and the fields of a file have no such line.
            data: Data = self.mapping("" if event.flow_style else holder)
        else:
            data = self.sequence()
        self.depth -= 1
        return data

    def sequence(self) -> list[Data]:
        items: list[Data] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.value(event, DASH))
        return items

    def mapping(self, holder: str) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        first: dict[str, Position] = {}
        repeated: list[Repeated] = []
        try:
            self.fill(mapping, first, repeated)
        finally:
            # Also when the text is refused further on.
            self.tell_repeated(repeated, mapping, first, holder)
        return mapping

    def fill(
        self, mapping: dict[str, Data], first: dict[str, Position], repeated: list[Repeated]
    ) -> None:
        for index, event in enumerate(self.events):
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                _refuse(KEY_NOT_TEXT, event)
            _refuse_anchor_or_tag(event)
            key = str(event.value)
            if key == "<<" and not event.style:
                _refuse(ALIAS, event, name=key)
            value = self.value(next(self.events), key)
            if key in first:
                repeated.append(Repeated(key, index, _span(event), first[key]))
            else:
                first[key] = _span(event)
            # Of a heading that is there twice, once without anything, the other is meant.
            if mapping.get(key) is None:
                mapping[key] = value

    def tell_repeated(
        self,
        repeated: list[Repeated],
        mapping: dict[str, Data],
        first: dict[str, Position],
        holder: str,
    ) -> None:
        """What stands twice. The other fields of a lost item are not those of the one above it."""
        found = runs(repeated) if holder else [[one] for one in repeated]
        for run in found:
            self.problems += told(self.file, run, next(iter(first)), holder)
        lost = next((run[0].here for run in found if len(run) > 1), None)
        for key in [key for key, here in first.items() if lost and here > lost]:
            del mapping[key]

    def check_cut(self, event: yaml.ScalarEvent) -> None:
        """A comment that is no comment: in `zie punt #3` YAML drops everything from the ` #`."""
        end = event.end_mark
        cut = (_HASH if event.value else _NO_VALUE).match(self.text, end.index) if end else None
        if end and cut:
            start = end.column + cut.start(1) - end.index + 1
            span = (end.line + 1, start, end.line + 1, start + len(cut[1]))
            params: dict[str, Value] = {"cut": cut[1]}
            params |= {} if event.value else {"instead": cut[1]}
            self.problems.append(Diagnostic(CUT_TEXT, Place(self.file, span=span), params))


def _refuse_anchor_or_tag(event: yaml.Event) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        _refuse(ALIAS, event, name=anchor)
    if tag:
        _refuse(TAG, event, tag=tag.replace("tag:yaml.org,2002:", "!!"))


def _syntax_error(error: yaml.YAMLError, text: str) -> _Refused:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(mark.line + 1, len(lines)) if mark else 1
    column = mark.column + 1 if mark and mark.line < len(lines) else len(lines[-1]) + 1
    column = min(column, len(lines[line - 1]) + 1)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None)
    return _Refused(SYNTAX, (line, column, line, column + 1), problem=problem)


def editor_lines(text: str) -> str:
    """Line ends that only YAML knows, and that come along from Word and PDF, as spaces."""
    return text.translate(_LINE_ENDS_OF_YAML)


def _after(text: str, offset: int) -> Position:
    """The position of one character."""
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return (line, column, line, column + 1)


def _refuse(code: str, event: yaml.Event, **params: Value) -> NoReturn:
    raise _Refused(code, _span(event), **params)


def _find(node: Node, route: Route, part: Part) -> Position:
    here = _span(node)
    for step in route:
        pair = _child(node, step)
        if pair is None:
            return here
        key, node = pair
        here = _span(key) if key is not None and part is Part.KEY else _span(node)
    return here


def _child(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == str(step):
                return key, value
    return None


def _span(thing: Node | yaml.Event) -> Position:
    start, end = thing.start_mark, thing.end_mark
    if start is None or end is None:
        return (1, 1, 1, 1)
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
