"""YAML text to plain data, and a route back to its exact place in the text.

Data is built straight from the parser's events and no position is stored: only a text that has
a finding is composed, and the route walked to its exact key or value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.core.place import Part, Place, Position, Route
from kansrijk_cli.source.scalars import Scalar, plain_scalar

Data: TypeAlias = "Scalar | list[Data] | dict[str, Data]"

MAX_DEPTH = 60
SYNTAX, SEVERAL_DOCUMENTS, ALIAS, TAG = "KR003", "KR006", "KR007", "KR008"
DUPLICATE_KEY, TOO_DEEP, KEY_NOT_TEXT = "KR015", "KR016", "KR018"

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Refused(Exception):
    """Ends the reading of one text; never leaves this module."""

    def __init__(self, code: str, position: Position, **params: Value) -> None:
        super().__init__(code)
        self.code, self.position, self.params = code, position, params


def parse(text: str, file: str) -> Outcome[Data]:
    """Read one YAML document. The value is `None` when the text is refused as a whole."""
    builder = _Builder(text, file)
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        refused = _syntax_error(error)
    except _Refused as stop:
        refused = stop
    else:
        return Outcome(data, tuple(builder.problems))
    problem = Diagnostic(refused.code, Place(file, span=refused.position), refused.params)
    return Outcome(None, (*builder.problems, problem))


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds places in one text, which must have been accepted by `parse`."""

    root: Node | None

    @classmethod
    def of(cls, text: str) -> "Locator":
        """Compose a text that `parse` accepted; any other text has only its own first character."""
        try:
            return cls(yaml.compose(text, Loader=_LOADER))
        except yaml.YAMLError:
            return cls(None)

    def position(self, place: Place) -> Position:
        """The exact lines and columns of a place, or of its nearest parent that is in the text."""
        if place.span is not None:
            return place.span
        if self.root is None or not place.route:
            return (1, 1, 1, 1)
        return _find(self.root, place.route, place.part)


class _Builder:
    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))
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

    def value(self, event: yaml.Event) -> Data:
        if isinstance(event, yaml.AliasEvent):
            _refuse(ALIAS, event, name=event.anchor)
        _refuse_anchor_or_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value) if event.style else plain_scalar(event.value)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            _refuse(TOO_DEEP, event, limit=MAX_DEPTH)
        data = self.sequence() if isinstance(event, yaml.SequenceStartEvent) else self.mapping()
        self.depth -= 1
        return data

    def sequence(self) -> list[Data]:
        items: list[Data] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.value(event))
        return items

    def mapping(self) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        first: dict[str, Position] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                _refuse(KEY_NOT_TEXT, event)
            _refuse_anchor_or_tag(event)
            key = str(event.value)
            if key == "<<" and not event.style:
                _refuse(ALIAS, event, name=key)
            value = self.value(next(self.events))
            if key in mapping:
                self.add_duplicate(key, _span(event), first[key])
            else:
                mapping[key], first[key] = value, _span(event)
        return mapping

    def add_duplicate(self, key: str, here: Position, first: Position) -> None:
        self.problems.append(
            Diagnostic(
                DUPLICATE_KEY,
                Place(self.file, span=here),
                {"key": key, "first_line": first[0]},
                (Place(self.file, span=first),),
            )
        )


def _refuse_anchor_or_tag(event: yaml.Event) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        _refuse(ALIAS, event, name=anchor)
    if tag and tag != "!":
        _refuse(TAG, event, tag=tag)


def _syntax_error(error: yaml.YAMLError) -> _Refused:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None)
    return _Refused(SYNTAX, (line, column, line, column + 1), problem=problem)


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
