"""The names on a map: inside their municipality, or a letter there that a list explains."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from math import cos, sin
from string import ascii_uppercase

from kansrijk_cli.output.drawing.marks import LEADING, SMALL, SUM, Look, Words
from kansrijk_cli.output.drawing.measure import wrap
from kansrijk_cli.output.drawing.outlines import Point, Ring
from kansrijk_cli.output.drawing.room import Room, room_in

LOOKS = (SMALL, Look(11))
MOST_LINES = 4
DOT, SPARE = 3.5, 2.0
STEP = SMALL.size * LEADING


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name with its number in words and whether a dot stands before that."""

    name: str
    number: str
    is_marked: bool
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle by its middle."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Frame") -> bool:
        """Whether two share room."""
        beside = abs(self.x - other.x) * 2 < self.width + other.width
        return beside and abs(self.y - other.y) * 2 < self.height + other.height


@dataclass(frozen=True, slots=True)
class Label:
    """A label as drawn. With a `key` the name stands in the list; a `leader` ends at its land."""

    frame: Frame
    texts: tuple[Words, ...]
    dot: Point | None = None
    key: str | None = None
    leader: Point | None = None


def labelled(places: Sequence[Wanted], area: Frame) -> list[Label]:
    """A label for each place, none over another; `area` is where they may stand."""
    rooms = [room_in(place.rings) for place in places]
    found = [_named(place, room) for place, room in zip(places, rooms, strict=True)]
    keys = _letters()
    taken = [label.frame for label in found if label]
    for index, label in enumerate(found):
        if label is None:
            found[index] = placed = _lettered(next(keys), rooms[index], taken, area)
            taken.append(placed.frame)
    return [label for label in found if label]


def _letters() -> Iterator[str]:
    """A, B ... Z, AA, AB ..."""
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_uppercase, repeat=length))


def _named(place: Wanted, room: Room) -> Label | None:
    """The name with its number where there is room for it, as large and in as few lines as can."""
    for look in LOOKS:
        for lines in _breaks(place.name, look):
            high = len(lines) * look.size * LEADING + (
                STEP if place.number or place.is_marked else 0
            )
            across = max(*map(look.width, lines), _number_width(place))
            middle = room.place(across + 2 * SPARE, high + SPARE)
            if middle:
                return _set(place, lines, look, Frame(*middle, across, high))
    return None


def _breaks(name: str, look: Look) -> list[tuple[str, ...]]:
    """The ways to write a name: in one line and in more, each as narrow as its lines allow."""
    found: dict[int, tuple[str, ...]] = {}
    room = look.width(name)
    while room > look.size:
        lines = wrap(name, look.size, room)
        if len(lines) > MOST_LINES or _cuts_words(lines):
            break
        found[len(lines)] = tuple(line.rstrip() for line in lines)
        room -= 2
    return list(found.values())


def _cuts_words(lines: Sequence[str]) -> bool:
    """Whether a line ends within a word."""
    return any(not line.endswith((" ", "-", "/")) for line in lines[:-1])


def _number_width(place: Wanted) -> float:
    dot = DOT * 2 + 3 if place.is_marked else 0
    return dot + (SUM.width(place.number) if place.number else 0)


def _set(place: Wanted, lines: tuple[str, ...], look: Look, frame: Frame) -> Label:
    """The lines of a label in the middle of its frame, and its number below them."""
    top = frame.y - frame.height / 2
    texts = [Words(frame.x, top, lines, look, "middle")]
    below = texts[0].bottom
    start = frame.x - _number_width(place) / 2
    dot = (start + DOT, below + STEP / 2) if place.is_marked else None
    if place.number:
        x = start + (DOT * 2 + 3 if place.is_marked else 0)
        texts.append(Words(x, below, (place.number,), SUM))
    return Label(frame, tuple(texts), dot)


def _lettered(key: str, room: Room, taken: Sequence[Frame], area: Frame) -> Label:
    """A letter inside the municipality, else as near to it as is free with a line to it."""
    across = SUM.width(key)
    inside = room.place(across + SPARE, SUM.size)
    x, y = inside or next(_free(room.middle, across, taken, area), room.middle)
    frame = Frame(x, y, across, STEP)
    text = Words(x, y - SUM.size / 2 - 1, (key,), SUM, "middle")
    return Label(frame, (text,), key=key, leader=None if inside else room.middle)


def _free(near: Point, across: float, taken: Sequence[Frame], area: Frame) -> Iterator[Point]:
    """Free places around a point, the nearest first."""
    for turn in range(600):
        far, angle = 12 + turn * 0.5, turn * 0.7
        x, y = near[0] + far * cos(angle), near[1] + far * sin(angle)
        frame = Frame(x, y, across + SPARE, STEP)
        is_within = (
            abs(x - area.x) * 2 + frame.width <= area.width
            and abs(y - area.y) * 2 + frame.height <= area.height
        )
        if is_within and not any(frame.meets(other) for other in taken):
            yield x, y
