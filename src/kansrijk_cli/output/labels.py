"""The Dutch words for the fixed words of the data. They live in `labels.toml` beside this file."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def labels() -> dict[str, dict[str, str]]:
    """Every group of labels: the Dutch word for each fixed word."""
    text = files("kansrijk_cli.output").joinpath("labels.toml").read_text("utf-8")
    return tomllib.loads(text)


def label(group: str, word: object) -> str:
    """The Dutch word for a fixed word of the data. Raises KeyError when there is none."""
    return labels()[group][str(word)]
