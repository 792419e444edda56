"""Where something is, without line numbers: a file and a route of keys and indices."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Step: TypeAlias = str | int
Route: TypeAlias = tuple[Step, ...]
Position: TypeAlias = tuple[int, int, int, int]


class Part(StrEnum):
    """Which part of the node at a route is meant."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a file, or (with an empty route) the file as a whole.

    `file` is relative to the data folder, with forward slashes. `span` is only set by stages that
    found the problem in the text itself, before there were keys. A position is (line, column,
    end line, end column), counted from 1, the end exclusive. `within` is the part of a text that
    is meant, such as one word of a paragraph.
    """

    file: str
    route: Route = ()
    part: Part = Part.VALUE
    span: Position | None = None
    within: str | None = None

    def at(self, *steps: Step) -> "Place":
        """The place deeper in the same file."""
        return Place(self.file, (*self.route, *steps))

    def key(self) -> "Place":
        """The key that leads to this place instead of its value."""
        return Place(self.file, self.route, Part.KEY)

    @property
    def path(self) -> str:
        """The route as one would write it: `budgets[0].lines[2].amount`."""
        text = ""
        for step in self.route:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
        return text
