"""The fixed words of the data with their Dutch, for who must choose one."""

from collections.abc import Mapping, Sequence

from kansrijk_cli.core.nearest import alike
from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.labels import label, labels

MOST, SHOWN = 10, 6
SOMEWHAT_ALIKE = 0.4

# The groups of labels that explain the fixed words of the data.
_WORDS = (
    *("status", "bound", "phase", "level", "scope", "activity", "monitoring"),
    *("document-status", "open-point"),
    *("vote", "money", "figure", "trend", "coalition-level", "intervention", "recognition"),
    *("party", "domain", "place", "region-kind", "vat", "method", "column", "per", "of"),
    *("component", "certainty", "target-kind", "measured-by", "prevention", "norm-counts"),
    *("stage", "question-level", "filled-by", "agreement-scope"),
)


def in_dutch(words: Sequence[object]) -> list[str]:
    """The Dutch of fixed words, if there is a group of labels that has them all."""
    for group in _WORDS:
        named = labels().get(group, {})
        if all(word in named for word in words):
            return [named[str(word)] for word in words]
    return []


def choice(words: Sequence[str], written: str) -> str:
    """All fixed words to choose from, each with its Dutch where that is another word.

    Nobody finds the others elsewhere in the output. Of many the likeliest come first.
    """
    dutch = dict(zip(words, in_dutch(words) or words, strict=True))
    ordered = words if len(words) <= MOST else _likely_first(dutch, written)
    return listing((_with_dutch(word, dutch[word]) for word in ordered), "of")


def near(names: Sequence[str], written: str) -> str:
    """The names that exist where something else is written; of many the likeliest."""
    if len(names) <= MOST:
        return listing((f"`{name}`" for name in names), "en")
    shown = _likely_first({name: name for name in names}, written)[:SHOWN]
    rest = label("text", "others").format(number=len(names) - len(shown))
    return f"{', '.join(f'`{name}`' for name in shown)} {rest}"


def _likely_first(names: Mapping[str, str], written: str) -> list[str]:
    """The names, those first that are, or whose Dutch is, like what is written."""
    named = {word: name for name, dutch in names.items() for word in (dutch, name)}
    likely = (named[word] for word in alike(written, named, least=SOMEWHAT_ALIKE))
    return list(dict.fromkeys((*likely, *names)))


def _with_dutch(word: str, meaning: str) -> str:
    return f"`{word}`" if word.casefold() == meaning.casefold() else f"`{word}` ({meaning})"
