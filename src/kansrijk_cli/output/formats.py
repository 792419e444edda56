"""Formats, found by their modules: adding one is adding a file."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

DIAGNOSTICS, TABLES = "kansrijk_cli.output.diagnostics", "kansrijk_cli.output.tables"


def formats(package: str) -> tuple[str, ...]:
    """The names of the formats of a package, without importing them."""
    path = import_module(package).__path__
    return tuple(sorted(module.name for module in iter_modules(path)))


def renderer(package: str, name: str) -> Callable[..., str]:
    """The `render` function of a format."""
    render: Callable[..., str] = import_module(f"{package}.{name}").render
    return render
