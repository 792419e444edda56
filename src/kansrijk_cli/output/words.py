"""The fixed words of the data with their Dutch, for who must choose one."""

from collections.abc import Sequence

from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.labels import labels

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


def choice(words: Sequence[str]) -> str:
    """Words to choose from, each with its Dutch where that is another word."""
    dutch = in_dutch(words) or words
    told = (
        f"`{word}`" if word.casefold() == meaning.casefold() else f"`{word}` ({meaning})"
        for word, meaning in zip(words, dutch, strict=True)
    )
    return listing(told, "of")
