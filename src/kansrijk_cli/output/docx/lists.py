"""The numbering of a Word file: points and numbers of lists, and where numbers begin again."""

from collections.abc import Mapping
from dataclasses import dataclass

from kansrijk_cli.output.docx.xml import Element, name, w

LEVELS = 9
# How much deeper each level stands, in twentieths of a point.
STEP = 340
SIGNS = "•–▪"


@dataclass(frozen=True, slots=True)
class Points:
    """How the points of one list look: their style, and their list and level in the numbering.

    A style of a house style has its numbering itself.
    """

    style: str
    place: tuple[int, int] | None

    def numbering(self) -> Element | None:
        """What makes a paragraph a point of this list."""
        if self.place is None:
            return None
        number, level = self.place
        return w("numPr", w("ilvl", val=level), w("numId", val=number))


@dataclass(frozen=True, slots=True)
class Lists:
    """The root of the numbering part, with the ids of our points and numbers in it.

    `own` are the styles of lists that have a numbering of their own, with its id: a house style
    decides how its lists look.
    """

    root: Element
    bullets: int
    numbers: int
    own: Mapping[str, int]

    def points(self, level: int, start: int | None) -> Points:
        """The points of a new list at a level: numbers from `start`, or bullets without it."""
        ours = "list bullet" if start is None else "list number"
        style = f"{ours} {level + 1}" if level else ours
        own = self.own.get(style)
        if start is None:
            return Points(style, None) if own else Points(ours, (self.bullets, level))
        if own:
            return Points(style, (self._restarted(self._kind(own), 0, start), 0))
        return Points(ours, (self._restarted(self.numbers, level, start), level))

    def _restarted(self, kind: int, level: int, start: int) -> int:
        """A list of a kind that begins at a number; without it Word would count on."""
        override = w("lvlOverride", w("startOverride", val=max(start, 0)), ilvl=level)
        return _add_list(self.root, kind, override)

    def _kind(self, number: int) -> int:
        """The kind of a list that there is already; ours when it has none."""
        for found in self.root.findall(name("w:num")):
            kind = found.find(name("w:abstractNumId"))
            if found.get(name("w:numId")) == str(number) and kind is not None:
                return int(kind.get(name("w:val")))
        return self.numbers


def lists(root: Element, styles: Element) -> Lists:
    """The lists of a file, whose numbering gets our kinds of lists."""
    bullets = _add_kind(root, [_level(n, "bullet", SIGNS[n % 3]) for n in range(LEVELS)])
    numbers = _add_kind(root, [_level(n, "decimal", f"%{n + 1}.") for n in range(LEVELS)])
    return Lists(root, _add_list(root, bullets), numbers, _own(styles))


def indent(level: int) -> tuple[int, int]:
    """How far the points of a level stand from the margin, and their signs from the points."""
    return STEP * (level + 1), STEP


def _level(level: int, kind: str, sign: str) -> Element:
    left, hanging = indent(level)
    place = w("pPr", w("ind", left=left, hanging=hanging))
    parts = (
        w("start", val=1),
        w("numFmt", val=kind),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
    )
    return w("lvl", *parts, place, ilvl=level)


def _add_kind(root: Element, levels: list[Element]) -> int:
    """A new kind of list; kinds stand before lists."""
    made = _free(root, "abstractNum", "abstractNumId")
    kind = w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=made)
    _before(root, kind, "num", "numIdMacAtCleanup")
    return made


def _add_list(root: Element, kind: int, *overrides: Element) -> int:
    made = _free(root, "num", "numId")
    new = w("num", w("abstractNumId", val=kind), *overrides, numId=made)
    _before(root, new, "numIdMacAtCleanup")
    return made


def _before(root: Element, new: Element, *tags: str) -> None:
    """Put an element before the first with one of some tags, else at the end."""
    later = [found for tag in tags for found in root.findall(name(f"w:{tag}"))]
    if later:
        later[0].addprevious(new)
    else:
        root.append(new)


def _free(root: Element, tag: str, key: str) -> int:
    """The first id above all that there are."""
    taken = (int(found.get(name(f"w:{key}"))) for found in root.findall(name(f"w:{tag}")))
    return max(taken, default=0) + 1


def _own(styles: Element) -> dict[str, int]:
    """The styles of lists that have a numbering, with its id."""
    found: dict[str, int] = {}
    for style in styles.findall(name("w:style")):
        called = style.find(name("w:name"))
        number = style.find(f"{name('w:pPr')}/{name('w:numPr')}/{name('w:numId')}")
        if called is not None and number is not None and number.get(name("w:val")) != "0":
            found[str(called.get(name("w:val"))).lower()] = int(number.get(name("w:val")))
    return found
