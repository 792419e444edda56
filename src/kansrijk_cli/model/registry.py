"""The kinds of files, found by looking at the modules of this package."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import kansrijk_cli.model as package
from kansrijk_cli.model.base import File

_REGION, _YEAR = r"[a-z0-9]+(?:-[a-z0-9]+)*", "(?P<year>[1-9][0-9]{3})"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its model, and which paths in the data folder it has."""

    model: type[File]
    pattern: re.Pattern[str]

    @property
    def name(self) -> str:
        """The name of its schema: `plan`, `catalog-norms`."""
        path = self.model.path.removesuffix(".yaml")
        return path.replace("/", "-") if "{" not in path else path.rsplit("/", 1)[-1]

    def year_of(self, file: str) -> int | None:
        """The year of the folder that a file of this kind is in, if it is in one."""
        match = self.pattern.fullmatch(file)
        year = match.groupdict().get("year") if match else None
        return int(year) if year else None


@cache
def file_kinds() -> tuple[FileKind, ...]:
    """All kinds of files, sorted by path."""
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    models = sorted(File.__subclasses__(), key=lambda model: model.path)
    return tuple(FileKind(model, _pattern(model.path)) for model in models)


def _pattern(path: str) -> re.Pattern[str]:
    escaped = re.escape(path).replace(r"\{region\}", _REGION).replace(r"\{year\}", _YEAR)
    return re.compile(escaped)


def kind_of(file: str) -> FileKind | None:
    """The kind of a file by its path in the data folder."""
    return next((kind for kind in file_kinds() if kind.pattern.fullmatch(file)), None)


def is_region_name(folder: str) -> bool:
    """Whether a folder name can be the id of a region."""
    return re.fullmatch(_REGION, folder) is not None


def is_year(folder: str) -> bool:
    """Whether a folder name is a year."""
    return re.fullmatch(_YEAR, folder) is not None
