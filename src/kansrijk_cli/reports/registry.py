"""The sections of a document, found by their modules: `ORDER` and `build` make a section."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import kansrijk_cli.reports.sections as package
from kansrijk_cli.reports.context import Data


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its name is that of its module, of its template and of its label."""

    name: str
    order: int
    build: Callable[..., Data | None]


@cache
def sections() -> dict[str, Section]:
    """Every section by name, in the order of a document without a layout of its own."""
    found = [_section(module.name) for module in iter_modules(package.__path__)]
    return {section.name: section for section in sorted(found, key=lambda s: s.order)}


def _section(name: str) -> Section:
    module = import_module(f"{package.__name__}.{name}")
    return Section(name, module.ORDER, module.build)
