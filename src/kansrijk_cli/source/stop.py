"""What the parser of YAML was doing when it stopped at a text that is no YAML."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import yaml

from kansrijk_cli.source.line_causes import At
from kansrijk_cli.source.tree import LOADER, editor_lines

Extent: TypeAlias = tuple[At, At]

_QUOTES = ("'", '"')


class _Mark(Protocol):
    """A place as both parsers of YAML give it, the one in C and the one in Python."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser was, and what ended just before: a quoted text, or a value in brackets."""

    context: str = ""
    start: At | None = None
    quoted: Extent | None = None
    closed: Extent | None = None
    brackets: tuple[At, ...] = ()

    @property
    def in_key(self) -> bool:
        """Whether a field had begun, and its colon did not come."""
        return "simple key" in self.context

    @property
    def in_block(self) -> bool:
        """Whether it was between the lines of a list, or between the fields of a block."""
        return "block" in self.context


def stop_in(text: str) -> Stop:
    """Where the parser stops in a text.

    The text is read a second time, so that only a text with an error pays for this.
    """
    quoted: Extent | None = None
    closed: Extent | None = None
    opened: list[yaml.CollectionStartEvent] = []
    try:
        for event in yaml.parse(editor_lines(text), Loader=LOADER):
            closed = None
            # Where a block ends is known by what comes next: what ended just before is the text.
            quoted = quoted if isinstance(event, yaml.CollectionEndEvent) else None
            if isinstance(event, yaml.ScalarEvent) and event.style in _QUOTES:
                quoted = _extent(event, event)
            elif isinstance(event, yaml.CollectionStartEvent):
                opened.append(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                start = opened.pop()
                if start.flow_style:
                    quoted, closed = None, _extent(start, event)
    except yaml.MarkedYAMLError as error:
        brackets = (_at(event.start_mark) for event in opened if event.flow_style)
        start_at = _at(error.context_mark)
        left = tuple(at for at in brackets if at)
        return Stop(str(error.context), start_at, quoted, closed, left)
    except yaml.YAMLError:
        pass
    return Stop()


def _extent(first: yaml.Event, last: yaml.Event) -> Extent | None:
    start, end = _at(first.start_mark), _at(last.end_mark)
    return (start, end) if start and end else None


def _at(mark: _Mark | None) -> At | None:
    return (mark.line + 1, mark.column) if mark else None
