"""Formats, found by their modules: adding one is adding a file."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kansrijk_cli.output.documents.publication import Canvas, Files, Picture, Publication

DIAGNOSTICS, TABLES = "kansrijk_cli.output.diagnostics", "kansrijk_cli.output.tables"
WRITERS, PICTURES = "kansrijk_cli.output.writers", "kansrijk_cli.output.pictures"


def formats(package: str) -> tuple[str, ...]:
    """The names of the formats of a package, without importing them."""
    path = import_module(package).__path__
    return tuple(sorted(module.name for module in iter_modules(path)))


def renderer(package: str, name: str) -> Callable[..., str]:
    """The `render` function of a format of text."""
    render: Callable[..., str] = import_module(f"{package}.{name}").render
    return render


def names_from_repository(name: str) -> bool:
    """Whether a format of findings names files from the top of the repository: its readers do."""
    return getattr(import_module(f"{DIAGNOSTICS}.{name}"), "FROM_REPOSITORY", False)


def writer(name: str) -> "Callable[[Publication], Files]":
    """The `render` function of a format of documents; without its extra ModuleNotFoundError."""
    render: Callable[[Publication], Files] = import_module(f"{WRITERS}.{name}").render
    return render


def reader(name: str) -> "Callable[[bytes], list[str]] | None":
    """The `words` function of a format of documents; one that is read as lines has none."""
    words: Callable[[bytes], list[str]] | None
    words = getattr(import_module(f"{WRITERS}.{name}"), "words", None)
    return words


def drawer(name: str) -> "Callable[[object, Canvas], Picture]":
    """The `draw` function of a picture."""
    draw: Callable[[object, Canvas], Picture] = import_module(f"{PICTURES}.{name}").draw
    return draw
