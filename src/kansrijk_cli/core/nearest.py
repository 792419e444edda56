"""The existing name that someone most likely meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from kansrijk_cli.core.unseen import as_read

ALIKE = 0.7


def nearest(word: str, names: Iterable[str], least: float = ALIKE) -> str | None:
    """The name most like `word`, or `None` when nothing is near enough."""
    return next(iter(alike(word, names, least)), None)


def alike(word: str, names: Iterable[str], least: float = ALIKE) -> list[str]:
    """The names that are like `word`, the nearest first; only itself when that is among them.

    Case does not count, nor does what nobody can see: a hard space, or how an accent is kept.
    Equally near names stand in alphabetical order, so that the outcome is stable.
    """
    found = _ratios(word, names, least)
    return [name for ratio, name in found if ratio == 1 or found[0][0] < 1]


def lone_nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like `word`, or `None` when another is just as near, or none is."""
    found = _ratios(word, names, ALIKE)
    is_lone = len(found) == 1 or (len(found) > 1 and found[0][0] > found[1][0])
    return found[0][1] if is_lone else None


def _ratios(word: str, names: Iterable[str], least: float) -> list[tuple[float, str]]:
    """The names that are like `word` with how much, the nearest first."""
    matcher = SequenceMatcher(b=as_read(word).casefold(), autojunk=False)
    found: list[tuple[float, str]] = []
    for name in sorted(names):
        matcher.set_seq1(as_read(name).casefold())
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio >= least:
            found.append((ratio, name))
    return sorted(found, key=lambda item: -item[0])
