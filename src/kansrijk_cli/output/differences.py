"""What differs between two versions of a document: in lines, or in words when it has no lines."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, unified_diff
from textwrap import wrap

_AROUND, _WIDE = 4, 78


def lines(old: str, new: str, name: str, now: str) -> Iterator[str]:
    """The lines that differ, as a patch shows them."""
    yield from unified_diff(old.splitlines(True), new.splitlines(True), name, now)


def words(old: Sequence[str], new: Sequence[str], name: str, now: str) -> Iterator[str]:
    """The words that differ with some around them; a word that is only cut elsewhere does not."""
    found = [
        part
        for group in SequenceMatcher(None, old, new).get_grouped_opcodes(_AROUND)
        for before, after in [(old[group[0][1] : group[-1][2]], new[group[0][3] : group[-1][4]])]
        if "".join(before) != "".join(after)
        for part in ("@@\n", *_told("-", before), *_told("+", after))
    ]
    if found:
        yield from (f"--- {name}\n", f"+++ {now}\n", *found)


def _told(sign: str, words: Sequence[str]) -> Iterator[str]:
    for line in wrap(" ".join(words), _WIDE, break_long_words=False, break_on_hyphens=False):
        yield f"{sign} {line}\n"
