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

    `file` is the kind of file it shows; a remark about that whole file stands before it.
    """

    name: str
    order: int
    file: type[File]
    build: Callable[..., Data | None]


@cache
def sections() -> dict[str, Section]:
    """Every section by name, in the order of a document without a layout of its own."""
    found = [_section(module.name) for module in iter_modules(package.__path__)]
    return {section.name: section for section in sorted(found, key=lambda s: s.order)}


def _section(name: str) -> Section:
    module = import_module(f"{package.__name__}.{name}")
    return Section(name, module.ORDER, module.FILE, module.build)
