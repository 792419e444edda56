"""Formats, found by their modules: adding one is adding a file."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol

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


def writer(name: str) -> "Writer":
    """The module that writes documents in a format; without its extra ModuleNotFoundError."""
    module: Writer = import_module(f"{WRITERS}.{name}")
    return module


def drawer(name: str) -> "Callable[[object, Canvas], Picture]":
    """The `draw` function of a picture."""
    draw: Callable[[object, Canvas], Picture] = import_module(f"{PICTURES}.{name}").draw
    return draw


class Writer(Protocol):
    """A format of documents: the ending of its files, and how one is made."""

    SUFFIX: str

    def render(self, publication: "Publication") -> "Files":
        """The files of a document."""
