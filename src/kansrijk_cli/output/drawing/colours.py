"""The colours of pictures: shades of the accent on which dark text stays readable."""

from dataclasses import dataclass

from kansrijk_cli.compute.contrast import READABLE, contrast

INK, SOFT, LINE, HATCH = "#1b2426", "#4a555e", "#76838b", "#8f9aa1"
TRACK, PAPER = "#edf1f3", "#ffffff"
LEVELS = (0.12, 0.28, 0.44, 0.6)


@dataclass(frozen=True, slots=True)
class Palette:
    """The accent of a house style, and its shades from light to dark."""

    accent: str
    levels: tuple[str, ...]
    ink: str = INK
    soft: str = SOFT
    line: str = LINE
    hatch: str = HATCH
    track: str = TRACK
    paper: str = PAPER


def palette(accent: str) -> Palette:
    """The shades of an accent, none so dark that ink on it is hard to read."""
    return Palette(accent, tuple(_shade(accent, level) for level in LEVELS))


def _shade(accent: str, level: float) -> str:
    while contrast(INK, found := mix(PAPER, accent, level)) < READABLE:
        level -= 0.02
    return found


def mix(one: str, other: str, part: float) -> str:
    """A colour with a part of another in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
