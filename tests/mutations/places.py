"""Where a new finding may stand: in the mutated mapping, its parent, or what refers to either."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.source.tree import Data, parse
from tests.mutations.spots import Lines, Spots, spots_of

# Rules that look at a whole folder and tell it in one place: the files that they look at.
LOOKS_AT: Mapping[str, tuple[str, ...]] = {
    "KR201": ("interventions.yaml", "region.yaml", "municipalities.yaml"),
    "KR202": ("coalitions.yaml",),
    "KR203": ("coalitions.yaml", "region.yaml", "municipalities.yaml"),
    "KR301": ("region.yaml", "municipalities.yaml"),
}
# A figure has no name of its own: it is one of a target or an indicator.
CALLED = ("id", "name", "target", "indicator")
# Rules about the nearest enclosing field of that name: it says something of all that is below.
LOOKS_UP = {"KR601": "source"}


@dataclass(frozen=True)
class Side:
    """A text before or after a mutation; the lines that differ count from zero."""

    text: str
    first: int
    end: int

    @cached_property
    def spots(self) -> Spots:
        """Where everything stands."""
        return spots_of(self.text)

    @cached_property
    def data(self) -> Data:
        """What it says."""
        return parse(self.text, "").value

    @cached_property
    def around(self) -> tuple[Lines, ...]:
        """The mappings that the lines are in, the outermost first."""
        end = max(self.end, self.first + 1)
        return tuple(m for m in self.spots.mappings if m.first <= self.first and end <= m.end)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The fields of the file itself that the lines are in."""
        return frozenset(
            str(pair.key.route[-1])
            for pair in self.spots.pairs
            if len(pair.key.route) == 1 and self._is_on(pair.key.start, pair.value.end)
        )

    def below(self) -> Iterator[range]:
        """The lines of what stands under the keys on the lines."""
        for pair in self.spots.pairs:
            if self._is_on(pair.key.start, pair.key.end):
                first = self.text.count("\n", 0, pair.value.start)
                last = len(self.text[: pair.value.end].rstrip())
                yield range(first, self.text.count("\n", 0, last) + 1)

    def names(self) -> Iterator[str]:
        """What stands on the lines, and what the mapping around them has for values."""
        for spot in (*self.spots.values, *(pair.key for pair in self.spots.pairs)):
            if spot.kind not in ("list", "mapping") and self._is_on(spot.start, spot.end):
                yield _name(spot.value)
        for lines in self.around[1:][-1:]:
            yield from _own_names(value_at(self.data, lines.route))

    def _is_on(self, start: int, end: int) -> bool:
        lines = self._offsets
        return start < lines[min(max(self.end, self.first + 1), len(lines) - 1)] and (
            lines[min(self.first, len(lines) - 1)] < end
        )

    @cached_property
    def _offsets(self) -> list[int]:
        offsets = [0]
        for line in self.text.split("\n"):
            offsets.append(offsets[-1] + len(line) + 1)
        return offsets


@dataclass(frozen=True)
class Mutated:
    """One file before and after, to judge whether a place has to do with the difference."""

    file: str
    before: Side
    after: Side

    def may_stand_at(self, code: str, place: Place, line: int, other: Data) -> bool:
        """Whether a new finding belongs there. `other` is what its own file says."""
        if self.file.endswith(LOOKS_AT.get(code, ())):
            return True
        if place.file == self.file and self._is_near(code, place, line):
            return True
        return bool(place.route) and not self._names.isdisjoint(_names_at(other, place))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset({*self.before.names(), *self.after.names()})

    def _is_near(self, code: str, place: Place, line: int) -> bool:
        if not place.route:
            return place.span is None or self._is_on_line(line)
        if LOOKS_UP.get(code) in self.before.touched | self.after.touched:
            return True
        if any(self._holds(side, place.route) for side in (self.before, self.after)):
            return True
        # What stood under a key that is gone, may now stand under the one above it.
        return any(line - 1 - self._longer in lines for lines in self.before.below())

    @cached_property
    def _longer(self) -> int:
        return len(self.after.text.split("\n")) - len(self.before.text.split("\n"))

    def _is_on_line(self, line: int) -> bool:
        """In the mutated mapping as it was; a reader stops at the latest on the line after."""
        around = self.before.around
        if len(around) < 2:
            return True
        return around[-1].first <= line - 1 <= around[-1].end + max(self._longer, 0)

    @staticmethod
    def _holds(side: Side, route: Route) -> bool:
        inner = side.around[-1].route if side.around else ()
        parent = side.around[-2].route if len(side.around) > 1 else ()
        if inner and route[: len(inner)] == inner:
            return True
        if route[: len(parent)] == parent and len(route) <= len(parent) + 1:
            return True
        return not inner and (len(route) <= 1 or route[0] in side.touched)


def mutated(file: str, before: str, after: str) -> Mutated:
    """Both texts with the lines that differ."""
    old, new = before.split("\n"), after.split("\n")
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    same = (at for at in range(shorter - first) if old[-1 - at] != new[-1 - at])
    tail = next(same, shorter - first)
    return Mutated(file, Side(before, first, len(old) - tail), Side(after, first, len(new) - tail))


def value_at(data: Data, route: Route) -> Data:
    """What stands at a route, `None` when it leads nowhere."""
    for step in route:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _names_at(data: Data, place: Place) -> Iterator[str]:
    """The value or key of a place, what the item that it is in is called, and what it is about."""
    written = place.route[-1] if place.part is Part.KEY else value_at(data, place.route)
    yield _name(written)
    # A question of a format stands behind its format, as in `azwa-d5/aanpak`.
    yield from str(written).split("/")[1:]
    around = value_at(data, place.route[:-1])
    if isinstance(around, dict):
        yield from (_name(around[key]) for key in CALLED if key in around)


def _own_names(data: Data) -> Iterator[str]:
    """The texts of a mapping itself, and of the lists in it."""
    for value in data.values() if isinstance(data, dict) else ():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                yield _name(text)


def _name(value: Data) -> str:
    """A text as a name; of a source without the place in it."""
    return str(value).split("/")[0]
