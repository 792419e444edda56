"""The Jinja environment of pictures: sandboxed, strict, and escaping for SVG."""

import re
from functools import cache
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.sandbox import sandbox
from kansrijk_cli.output.visible import visible

_SPACE = re.compile(r"\s+")
# What XML refuses even when it is escaped.
_REFUSED = re.compile("[\ud800-\udfff\ufffe\uffff]")


@cache
def environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """The environment with the templates of some folders; the first folder wins."""
    made = sandbox(folders, _finalize)
    made.filters["label"] = lambda word, group: label(group, word)
    return made


def legible(text: str) -> str:
    """One line of text that XML can hold."""
    return _REFUSED.sub("\ufffd", visible(_SPACE.sub(" ", text).strip()))


def _finalize(value: object) -> object:
    """A number in as few digits as a drawing needs; anything else as it is."""
    if isinstance(value, float):
        shown = f"{value:.1f}".removesuffix(".0")
        return "0" if shown == "-0" else shown
    return value
