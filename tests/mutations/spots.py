"""Where the keys, values and items of a YAML text stand, for whoever wants to change one."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from kansrijk_cli.core.place import Route
from kansrijk_cli.source.tree import Locator


@dataclass(frozen=True, slots=True)
class Spot:
    """A key or value: its characters are `text[start:end]`.

    `kind` is the sign that starts a text (`'`, `"`, `|`, `>`), empty for one without a sign, or
    `list` or `mapping`. `flow`: it stands between brackets or is between brackets.
    """

    route: Route
    start: int
    end: int
    value: str
    kind: str
    flow: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A key with its value."""

    key: Spot
    value: Spot


@dataclass(frozen=True, slots=True)
class Lines:
    """The whole lines of a mapping, counted from zero, the end exclusive."""

    route: Route
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Spots:
    """Everything that stands in one text, in order. `items` are the mappings of block lists."""

    pairs: tuple[Pair, ...] = ()
    values: tuple[Spot, ...] = ()
    mappings: tuple[Lines, ...] = ()
    items: tuple[Lines, ...] = ()


@lru_cache(maxsize=4)
def spots_of(text: str) -> Spots:
    """All spots of a text; none when it is no YAML. The text before a mutation comes often."""
    root = Locator(text).root
    if root is None:
        return Spots()
    pairs: list[Pair] = []
    values: list[Spot] = []
    mappings: list[Lines] = []
    items: list[Lines] = []
    reader = _Reader(text)
    for parent, node, spot in reader.walk(root, (), False):
        values.append(spot)
        if isinstance(node, MappingNode):
            pairs += reader.pairs(node, spot)
            lines = reader.lines(spot)
            mappings.append(lines)
            if isinstance(parent, SequenceNode) and not parent.flow_style:
                items.append(lines)
    return Spots(tuple(pairs), tuple(values), tuple(mappings), tuple(items))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def walk(
        self, node: Node, route: Route, flow: bool, parent: Node | None = None
    ) -> Iterator[tuple[Node | None, Node, Spot]]:
        spot = _spot(node, route, flow)
        yield parent, node, spot
        if isinstance(node, SequenceNode):
            for index, item in enumerate(node.value):
                yield from self.walk(item, (*route, index), spot.flow, node)
        elif isinstance(node, MappingNode):
            for key, value in node.value:
                yield from self.walk(value, (*route, key.value), spot.flow, node)

    def pairs(self, node: MappingNode, spot: Spot) -> Iterator[Pair]:
        for key, value in node.value:
            here = (*spot.route, key.value)
            yield Pair(_spot(key, here, spot.flow), _spot(value, here, spot.flow))

    def lines(self, spot: Spot) -> Lines:
        """In block style the parser ends a node where the next thing begins."""
        end = len(self.text[: spot.end].rstrip())
        return Lines(spot.route, self.line(spot.start), self.line(end - 1) + 1)

    def line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1


def _spot(node: Node, route: Route, flow: bool) -> Spot:
    start, end = node.start_mark, node.end_mark
    assert start
    assert end
    if isinstance(node, ScalarNode):
        return Spot(route, start.index, end.index, node.value, node.style or "", flow)
    kind = "mapping" if isinstance(node, MappingNode) else "list"
    between = isinstance(node, CollectionNode) and bool(node.flow_style)
    return Spot(route, start.index, end.index, "", kind, flow or between)
