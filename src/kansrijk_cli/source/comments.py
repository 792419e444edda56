"""The comments of a YAML text, which its parser drops."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import CollectionNode, Node, ScalarNode

from kansrijk_cli.core.place import Position
from kansrijk_cli.source.tree import Locator

_BLOCK_STYLES = ("|", ">")
_LINE_END = re.compile(r"[\n\r]")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n\r]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its `#`. `about` are the lines it stands on or directly above."""

    text: str
    position: Position
    about: frozenset[int]


def comments(locator: Locator, word: str) -> Iterator[Comment]:
    """The comments that hold a word. A text that cannot be read as YAML has none."""
    text = locator.text
    if word not in text or locator.root is None:
        return
    inside = sorted(scalars(locator.root, text))
    for match in _COMMENT.finditer(text):
        if word in match[0] and not any(start <= match.start() < end for start, end in inside):
            yield _comment(locator, match.start(), match[0].rstrip())


def _comment(locator: Locator, offset: int, comment: str) -> Comment:
    line = locator.text.count("\n", 0, offset) + 1
    column = offset - locator.text.rfind("\n", 0, offset)
    position = (line, column, line, column + len(comment))
    return Comment(comment, position, frozenset({line, *_below(locator.lines, line)}))


def _below(lines: list[str], line: int) -> list[int]:
    """The line of data that a comment on a line of its own stands above."""
    if not _is_empty(lines[line - 1]):
        return []
    return [n for n, text in enumerate(lines[line:], line + 1) if not _is_empty(text)][:1]


def _is_empty(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def scalars(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """Where texts and numbers stand, as the parser marks them: there a `#` is no comment."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in _BLOCK_STYLES:
            # Behind the sign that begins a block of text may stand a comment.
            first = _LINE_END.search(text, start, end)
            start = first.start() if first else end
        yield start, end
    elif isinstance(node, CollectionNode):
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from scalars(part, text)
