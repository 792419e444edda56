"""A validated file, and walking its items together with their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.workspace.walk import Visit, walk

F_co = TypeVar("F_co", bound=File, covariant=True)
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Entry(Generic[F_co]):
    """The content of one file and the file it came from."""

    place: Place
    content: F_co

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every value of the file with its place; walked once for all rules."""
        return tuple(walk(self.content, self.place))

    @cached_property
    def texts(self) -> tuple[tuple[Place, str], ...]:
        """The texts with their places."""
        return tuple((v.place, v.value) for v in self.visits if isinstance(v.value, str))

    @cached_property
    def references(self) -> tuple[Visit, ...]:
        """The values that refer to something else."""
        return tuple(visit for visit in self.visits if visit.refers_to)

    @cached_property
    def lists(self) -> tuple[tuple[Place, tuple[object, ...]], ...]:
        """The lists with their places."""
        return tuple((v.place, v.value) for v in self.visits if isinstance(v.value, tuple))


def each(place: Place, items: Sequence[T]) -> Iterator[tuple[Place, T]]:
    """Each item of a list with its own place."""
    return ((place.at(index), item) for index, item in enumerate(items))
