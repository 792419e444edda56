"""The Jinja environment of pages: sandboxed, strict, and escaping for HTML."""

from functools import cache
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment

from kansrijk_cli.output.documents.style import SHADES
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.sandbox import sandbox
from kansrijk_cli.output.show import show


@cache
def environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """The environment with the templates of some folders; the first folder wins."""
    made = sandbox(folders)
    made.globals.update(shades=SHADES)
    made.filters.update(label=lambda word, group: label(group, word), plain=show)
    return made
