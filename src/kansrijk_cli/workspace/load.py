"""From a data folder to a workspace: documents, models, index. Bad input gives diagnostics."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.catalog import Municipalities
from kansrijk_cli.model.registry import FileKind, file_kinds, is_region_name, is_year, kind_of
from kansrijk_cli.source.document import Document, read_document
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.layout import misnamed_folders, missing_files, unexpected_file
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.schema_problems import schema_problems
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace, YearFolder


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace, and the texts of its files for whoever must show a line of them."""

    workspace: Workspace
    texts: Mapping[str, str]


@dataclass(slots=True)
class _Found:
    """What is met while reading, before it is put in order."""

    entries: dict[str, Entry[File]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)


def load(folder: Folder, defaults: Folder | None = None) -> Outcome[Loaded]:
    """Read a data folder; `defaults` holds the catalogue that comes with the program."""
    found = _Found()
    _read_all(folder, found)
    found.problems += misnamed_folders(folder)
    for missing in missing_files(folder, found.entries.keys() | found.broken):
        found.problems.append(missing)
        found.broken.add(missing.place.file)
    standard = _Found()
    if defaults and defaults.root.resolve() != folder.root.resolve():
        _read_all(defaults, standard, under="catalog/")
    catalog = _catalog(found, standard)
    registers = [
        e.content for e in catalog.get(Municipalities, ()) if isinstance(e.content, Municipalities)
    ]
    own_names = {m.code: m for register in reversed(registers) for m in register.municipalities}
    workspace = Workspace(
        catalog=catalog,
        catalog_broken=frozenset(
            kind.model for kind in file_kinds() if kind.model.path in found.broken
        ),
        regions=_regions(folder, found),
        register=Register(tuple(own_names.values())),
    )
    return Outcome(Loaded(workspace, found.texts), tuple(found.problems))


def _read_all(folder: Folder, found: _Found, under: str = "") -> None:
    for file in folder.files():
        if file.startswith(under):
            _read_one(folder, file, found)


def _read_one(folder: Folder, file: str, found: _Found) -> None:
    kind = kind_of(file)
    if kind is None and not folder.is_link(file):
        found.problems += unexpected_file(file)
        return
    outcome = read_document(folder, file)
    found.problems += outcome.diagnostics
    if outcome.value is None or outcome.value.data is None:
        found.broken.add(file)
    if outcome.value is not None:
        found.texts[file] = outcome.value.text
        if kind and outcome.value.data is not None:
            _validate(kind, outcome.value, found)


def _validate(kind: FileKind, document: Document, found: _Found) -> None:
    place = Place(document.file)
    try:
        found.entries[document.file] = Entry(place, kind.model.model_validate(document.data))
    except ValidationError as error:
        found.broken.add(document.file)
        errors = error.errors(include_url=False)
        found.problems += schema_problems(kind.model, document.file, document.data, errors)


def _catalog(found: _Found, standard: _Found) -> dict[type[File], tuple[Entry[File], ...]]:
    catalog: dict[type[File], tuple[Entry[File], ...]] = {}
    for source in (found, standard):
        for file, entry in source.entries.items():
            if file.startswith("catalog/"):
                kind = type(entry.content)
                catalog[kind] = (*catalog.get(kind, ()), entry)
    return catalog


def _regions(folder: Folder, found: _Found) -> dict[str, RegionFolder]:
    regions: dict[str, RegionFolder] = {}
    for name in folder.folders("regions"):
        if not is_region_name(name):
            continue
        years = {
            int(year): YearFolder(name, int(year), _files(found, f"regions/{name}/{year}/"))
            for year in folder.folders(f"regions/{name}")
            if is_year(year)
        }
        regions[name] = RegionFolder(name, _files(found, f"regions/{name}/"), years)
    return regions


def _files(found: _Found, under: str) -> Files:
    def is_here(file: str) -> bool:
        return file.startswith(under) and "/" not in file[len(under) :]

    entries = {type(e.content): e for file, e in found.entries.items() if is_here(file)}
    kinds = [kind_of(file) for file in sorted(found.broken) if is_here(file)]
    return Files(entries, frozenset(kind.model for kind in kinds if kind))
