"""From a data folder to a workspace: documents, models, index. Bad input gives diagnostics."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.model.base import File
from kansrijk_cli.model.municipalities import Municipalities, Municipality
from kansrijk_cli.model.registry import file_kinds, is_region_name, is_year, kind_of
from kansrijk_cli.model.settings import OTHER_VERSION, Settings
from kansrijk_cli.source.document import fetch, read_bytes
from kansrijk_cli.source.folder import DataFolder
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.layout import (
    meant_files,
    misnamed_folders,
    missing_files,
    unexpected_file,
)
from kansrijk_cli.workspace.layouts import layouts_of
from kansrijk_cli.workspace.names_in_lists import with_names
from kansrijk_cli.workspace.read import Read, read_file
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.style_files import wrong_style_files
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace, YearFolder

CATALOG = "catalog/"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace, and the texts of its files for whoever must show a line of them."""

    workspace: Workspace
    texts: Mapping[str, str]


def load(folder: DataFolder, defaults: DataFolder | None = None) -> Outcome[Loaded]:
    """Read a data folder; `defaults` holds the catalogue that comes with the program."""
    reads = {file: read_file(folder, file) for file in folder.files() if _is_read(folder, file)}
    if _is_of_other_version(reads):
        return _of_other_version(folder, reads)
    problems = [problem for file in folder.files() for problem in _problems(folder, reads, file)]
    problems += misnamed_folders(folder)
    elsewhere = meant_files(folder, reads)
    missing = [p for p in missing_files(folder, reads) if p.place.file not in elsewhere]
    broken = {file for file, read in reads.items() if read.entry is None}
    broken |= {*(problem.place.file for problem in missing), *elsewhere}
    entries = {file: read.entry for file, read in reads.items() if read.entry}
    problems += wrong_style_files(folder, entries.values())
    catalog = _catalog([entries, _defaults(folder, defaults)])
    workspace = Workspace(
        catalog=catalog,
        catalog_broken=frozenset(kind.model for kind in file_kinds() if kind.model.path in broken),
        regions=_regions(folder, entries, broken),
        register=_register(catalog),
        own_catalog=frozenset(_catalog([entries])),
    )
    texts = {file: read.text for file, read in reads.items() if read.text is not None}
    problems = list(with_names(problems, workspace))
    return Outcome(Loaded(workspace, texts), (*problems, *missing))


def _is_of_other_version(reads: Mapping[str, Read]) -> bool:
    settings = reads.get(Settings.path)
    return settings is not None and any(p.code == OTHER_VERSION for p in settings.problems)


def _of_other_version(folder: DataFolder, reads: Mapping[str, Read]) -> Outcome[Loaded]:
    """Data of another version: all that is told of the other files is whether they can be read."""
    problems = list(reads[Settings.path].problems)
    for file in reads:
        content = fetch(folder, file)
        if file != Settings.path:
            problems += _as_text(file, content)
    nothing = {file for file in reads if kind_of(file)}
    workspace = Workspace(
        catalog={},
        catalog_broken=frozenset(kind.model for kind in file_kinds()),
        regions=_regions(folder, {}, nothing),
        register=_register({}),
    )
    texts = {file: read.text for file, read in reads.items() if read.text is not None}
    return Outcome(Loaded(workspace, texts), tuple(problems))


def _as_text(file: str, content: bytes | Diagnostic) -> tuple[Diagnostic, ...]:
    return read_bytes(file, content).diagnostics if isinstance(content, bytes) else (content,)


def _is_read(folder: DataFolder, file: str) -> bool:
    return kind_of(file) is not None or folder.is_link(file)


def _problems(folder: DataFolder, reads: Mapping[str, Read], file: str) -> Iterator[Diagnostic]:
    yield from reads[file].problems if file in reads else unexpected_file(folder, file, reads)


def _defaults(folder: DataFolder, defaults: DataFolder | None) -> dict[str, Entry[File]]:
    """The catalogue that comes with the program, unless it is the folder itself."""
    if defaults is None or defaults.root.resolve() == folder.root.resolve():
        return {}
    files = (file for file in defaults.files() if file.startswith(CATALOG) and kind_of(file))
    reads = {file: read_file(defaults, file) for file in files}
    return {file: read.entry for file, read in reads.items() if read.entry}


def _catalog(sources: list[dict[str, Entry[File]]]) -> dict[type[File], tuple[Entry[File], ...]]:
    """The files of the catalogue by kind; those of the first source first."""
    catalog: dict[type[File], tuple[Entry[File], ...]] = {}
    for entries in sources:
        for file, entry in entries.items():
            if file.startswith(CATALOG):
                kind = type(entry.content)
                catalog[kind] = (*catalog.get(kind, ()), entry)
    return catalog


def _register(catalog: Mapping[type[File], tuple[Entry[File], ...]]) -> Register:
    """Every municipality; of a code that several files have, those of the first file."""
    found: list[Municipality] = []
    for entry in catalog.get(Municipalities, ()):
        if isinstance(entry.content, Municipalities):
            known = {municipality.code for municipality in found}
            found += (m for m in entry.content.municipalities if m.code not in known)
    return Register(tuple(found))


def _regions(
    folder: DataFolder, entries: Mapping[str, Entry[File]], broken: set[str]
) -> dict[str, RegionFolder]:
    def files(under: str) -> Files:
        def is_here(file: str) -> bool:
            return file.startswith(under) and "/" not in file[len(under) :]

        here = {type(e.content): e for file, e in entries.items() if is_here(file)}
        kinds = [kind_of(file) for file in sorted(broken) if is_here(file)]
        return Files(here, frozenset(kind.model for kind in kinds if kind))

    return {
        name: RegionFolder(
            name,
            files(f"regions/{name}/"),
            {
                int(year): YearFolder(name, int(year), files(f"regions/{name}/{year}/"))
                for year in folder.folders(f"regions/{name}")
                if is_year(year)
            },
            layouts_of(folder.root, name),
        )
        for name in folder.folders("regions")
        if is_region_name(name)
    }
