"""The Dutch words for the fixed words of the data. They live in `labels.yaml` beside this file."""

from functools import cache
from importlib.resources import files

from kansrijk_cli.source.tree import parse


@cache
def labels() -> dict[str, dict[str, str]]:
    """Every group of labels: the Dutch word for each fixed word."""
    text = files("kansrijk_cli.output").joinpath("labels.yaml").read_text("utf-8")
    data = parse(text, "labels.yaml").value
    if not isinstance(data, dict):
        raise TypeError("labels.yaml is not a mapping")
    return {
        group: {word: str(dutch) for word, dutch in words.items()}
        for group, words in data.items()
        if isinstance(words, dict)
    }


def label(group: str, word: object) -> str:
    """The Dutch word for a fixed word of the data. Raises KeyError when there is none."""
    return labels()[group][str(word)]
