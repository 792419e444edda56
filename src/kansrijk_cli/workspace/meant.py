"""What was meant with a name that does not exist: one that is like it, or several in one value."""

import re
from collections.abc import Collection, Mapping

from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.unseen import as_read

# How much a name from elsewhere must be like it: the country has many names that are alike.
FAR = 0.8

_TITLE = re.compile(r"^(?:de )?(?:gemeente|gem\.?) +", re.IGNORECASE)
_TOKEN = re.compile(r"[/,;+&|]|[^\s/,;+&|]+")
_BETWEEN = frozenset("/,;+&|") | {"en"}
_MOST_TOKENS = 20
_SHORTEST_START = 3


def name_meant(word: str, names: Collection[str], own: Collection[str]) -> str | None:
    """The name most like `word`; those of the region's `own` need less likeness.

    Without one that is like it, the only own name with two letters the other way round, or that
    begins with it. "Gemeente Ede" is Ede.
    """
    for form in dict.fromkeys((word, _TITLE.sub("", word))):
        near = [name for name in (nearest(form, own), nearest(form, names, FAR)) if name]
        if near:
            return nearest(form, near)
    start = as_read(word).casefold()
    swapped = [name for name in own if as_read(name).casefold() in _swaps(start)]
    if len(swapped) == 1:
        return swapped[0]
    begins = re.compile(rf"{re.escape(start)}[ ,-]")
    longer = [name for name in own if begins.match(as_read(name).casefold())]
    return longer[0] if len(longer) == 1 and len(start) >= _SHORTEST_START else None


def _swaps(word: str) -> frozenset[str]:
    """A word with each time two neighbours changed places. In a short one that is most of it."""
    places = range(len(word) - 1 if len(word) >= _SHORTEST_START else 0)
    return frozenset(word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in places)


def names_meant(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The names that a text is made of, as in `Ede/Rhenen` or `Ede en Rhenen`; empty if it is not.

    `names` gives every writing with the name that it stands for.
    """
    tokens = list(_TOKEN.finditer(as_read(text).casefold()))
    if not 2 <= len(tokens) <= _MOST_TOKENS:
        return ()
    known = {as_read(writing).casefold(): name for writing, name in names.items()}
    # What each rest of the tokens is made of, from the last one back.
    rests: list[tuple[str, ...] | None] = [()]
    for start in reversed(range(len(tokens))):
        found = rests[0] if tokens[start][0] in _BETWEEN else None
        for end in range(len(tokens), start, -1):
            rest = rests[end - start - 1]
            writing = tokens[start].string[tokens[start].start() : tokens[end - 1].end()]
            if rest is not None and writing in known:
                found = (known[writing], *rest)
                break
        rests.insert(0, found)
    made_of = tuple(dict.fromkeys(rests[0] or ()))
    return made_of if len(made_of) > 1 else ()
