"""Where everything stands in a YAML text: every key, item and value by offsets in the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from kansrijk_cli.core.place import Route, Step
from kansrijk_cli.source.tree import Locator


@dataclass(frozen=True, slots=True)
class Branch:
    """A value and the values in it. `end` is exclusive, and leaves out what stands below it.

    `flow` is a list or mapping between brackets or braces; `block` a text after `|` or `>`.
    """

    start: int
    end: int
    flow: bool = False
    block: bool = False
    entries: tuple["Twig", ...] | None = None

    def twig(self, step: Step) -> "Twig | None":
        """The item or entry that a step of a route leads to."""
        return next((twig for twig in self.entries or () if twig.step == step), None)

    def find(self, route: Route) -> "Twig | None":
        """The item or entry that a route leads to."""
        here: Branch = self
        twig = None
        for step in route:
            twig = here.twig(step)
            if twig is None:
                return None
            here = twig.value
        return twig


@dataclass(frozen=True, slots=True)
class Twig:
    """An item of a list, or an entry of a mapping with the span of its key."""

    step: Step
    key: tuple[int, int] | None
    value: Branch

    @property
    def start(self) -> int:
        """Where it starts: at its key, if it has one."""
        return self.key[0] if self.key else self.value.start

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return max(self.value.end, self.key[1] + 1 if self.key else 0)


def outline(text: str) -> Branch | None:
    """The outline of a text without byte order mark; `None` when it is empty or no YAML."""
    root = Locator(text).root
    return _branch(root, text) if root is not None else None


def _branch(node: Node, text: str) -> Branch:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, ScalarNode):
        block = node.style in ("|", ">")
        return Branch(start, start + len(text[start:end].rstrip()) if block else end, block=block)
    entries = tuple(_twigs(node, text))
    if isinstance(node, CollectionNode) and node.flow_style:
        return Branch(start, end, flow=True, entries=entries)
    return Branch(start, entries[-1].end if entries else end, entries=entries)


def _twigs(node: Node, text: str) -> Iterator[Twig]:
    if isinstance(node, SequenceNode):
        for number, item in enumerate(node.value):
            yield Twig(number, None, _branch(item, text))
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            span = (key.start_mark.index, key.end_mark.index)
            yield Twig(str(key.value), span, _branch(value, text))
