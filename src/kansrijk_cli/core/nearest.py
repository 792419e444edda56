"""The existing name that someone most likely meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from kansrijk_cli.core.unseen import as_read

ALIKE = 0.7


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like `word`, or `None` when nothing is near enough.

    Case does not count, nor does what nobody can see: a hard space, or how an accent is kept.

    Of equally near names the first in alphabetical order is taken, so that the outcome is stable.
    """
    matcher = SequenceMatcher(b=as_read(word).casefold(), autojunk=False)
    best: tuple[float, str] | None = None
    for name in sorted(names):
        matcher.set_seq1(as_read(name).casefold())
        if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
            continue
        ratio = matcher.ratio()
        if ratio >= ALIKE and (best is None or ratio > best[0]):
            best = (ratio, name)
    return best[1] if best else None
