"""The sections of a document, found by their modules: `ORDER`, `FILE` and `build` make one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import kansrijk_cli.reports.sections as package
from kansrijk_cli.model.base import File
from kansrijk_cli.reports.context import Data


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its name is that of its module, its template and its label.

    One without an `order` only stands where a layout asks for it. `file` is the kind of file it
    shows; a remark about that whole file stands before it.
    """

    name: str
    order: int | None
    file: type[File]
    build: Callable[..., Data | None]


@cache
def sections() -> dict[str, Section]:
    """Every section by name, in the order of a document without a layout of its own."""
    found = [_section(module.name) for module in iter_modules(package.__path__)]
    ordered = sorted(found, key=lambda s: (s.order is None, s.order or 0, s.name))
    return {section.name: section for section in ordered}


def standing_sections() -> list[str]:
    """The names of the sections that every document has, asked for by its layout or not."""
    return [section.name for section in sections().values() if section.order is not None]


def _section(name: str) -> Section:
    module = import_module(f"{package.__name__}.{name}")
    return Section(name, module.ORDER, module.FILE, module.build)
