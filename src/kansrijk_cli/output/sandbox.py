"""Jinja as every template gets it: sandboxed, strict about names, and escaping what it prints."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


def sandbox(
    folders: tuple[Path, ...], finalize: Callable[[object], object] | None = None
) -> ImmutableSandboxedEnvironment:
    """An environment with the templates of some folders; the first folder wins.

    `finalize` makes what is printed of a value, before it is escaped.
    """
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
