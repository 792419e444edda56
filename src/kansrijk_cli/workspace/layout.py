"""Whether the files of a data folder are where they belong, under the name they should have."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.registry import FileKind, file_kinds, is_region_name, is_year
from kansrijk_cli.model.settings import FORMAT_VERSION
from kansrijk_cli.source.folder import DataFolder

BAD_FOLDER_NAME, UNEXPECTED_FILE, MISSING_FILE = "KR012", "KR013", "KR014"
_EXAMPLES = {"{region}": "gelderse-vallei", "{year}": "2025"}


@dataclass(frozen=True, slots=True)
class _Meant:
    """The kind of file that a name is like, what to tell of its folder, and its path if known."""

    name: str
    where: Mapping[str, Value]
    path: str | None


def unexpected_file(
    folder: DataFolder, file: str, present: Collection[str]
) -> Iterator[Diagnostic]:
    """A YAML file that no kind has. Files of a misnamed folder are told with the folder."""
    *parts, name = file.split("/")
    if _is_in_misnamed_folder(parts):
        return
    meant = _meant(folder, file)
    params: dict[str, Value] = {"name": name}
    if meant and meant.path in present and meant.where.keys() <= {"folder", "beside"}:
        params["taken"] = meant.path
    elif meant:
        params |= {**meant.where, **({"meant": meant.name} if meant.name != name else {})}
    elif possible := _kinds_in(parts):
        params["possible"] = tuple(f"{kind}.yaml" for kind in possible)
    yield Diagnostic(UNEXPECTED_FILE, Place(file), params)


def meant_files(folder: DataFolder, present: Collection[str]) -> frozenset[str]:
    """The files that are not there because another one of the folder should have their name."""
    loose = (f for f in folder.files() if f not in present)
    found = (_meant(folder, f) for f in loose if not _is_in_misnamed_folder(f.split("/")[:-1]))
    return frozenset(m.path for m in found if m and m.path and m.path not in present)


def _meant(folder: DataFolder, file: str) -> _Meant | None:
    *parts, name = file.split("/")
    stem, here = name.rsplit(".", 1)[0].lower(), _kinds_in(parts)
    kinds = [path[-1] for path in _paths()]
    kind = stem if stem in kinds else nearest(stem, here) or nearest(stem, kinds)
    if kind is None:
        return None
    if kind in here:
        return _Meant(f"{kind}.yaml", {}, "/".join((*parts, f"{kind}.yaml")))
    where, path = _where(folder, kind, parts)
    return _Meant(f"{kind}.yaml", where, path)


def _kinds_in(parts: list[str]) -> list[str]:
    """The kinds of files that a folder may hold."""
    return sorted(path[-1] for path in _paths() if _fits(path[:-1], parts))


def misnamed_folders(folder: DataFolder) -> Iterator[Diagnostic]:
    """Region folders whose name cannot be an id, and folders whose name is nearly a year."""
    for region in folder.folders("regions"):
        if not is_region_name(region):
            yield Diagnostic(BAD_FOLDER_NAME, Place(f"regions/{region}"), {"name": region})
            continue
        for name in folder.folders(f"regions/{region}"):
            if _is_nearly_year(name):
                params = {"year_folder": name, "year": name[:4]}
                yield Diagnostic(UNEXPECTED_FILE, Place(f"regions/{region}/{name}"), params)


def _is_in_misnamed_folder(folder: list[str]) -> bool:
    if folder[:1] != ["regions"] or len(folder) < 2:
        return False
    return not is_region_name(folder[1]) or any(map(_is_nearly_year, folder[2:3]))


def _is_nearly_year(name: str) -> bool:
    return not is_year(name) and is_year(name[:4])


def _where(folder: DataFolder, stem: str, parts: list[str]) -> tuple[dict[str, Value], str | None]:
    """What to tell of the folder where a kind of file belongs, and its path when only one can be.

    Of a folder that depends on the region or the year the newest is an example.
    """
    patterns = [path[:-1] for path in _paths() if path[-1] == stem]
    best = max(patterns, key=lambda pattern: _shared(pattern, parts))
    shared = _shared(best, parts)
    found, is_only_one = parts[:shared], True
    for part in best[shared:]:
        names = [n for n in folder.folders("/".join(found)) if _is_part(part, n)]
        is_only_one = is_only_one and (part not in _EXAMPLES or len(names) == 1)
        found.append([_EXAMPLES.get(part, part), *names][-1])
    path = "/".join((*found, f"{stem}.yaml")) if is_only_one else None
    if not found:
        return {"beside": "regions"}, path
    unknown = [part for part in best[shared:] if part in _EXAMPLES]
    key = "of_year" if "{year}" in unknown else "of_region" if unknown else "folder"
    return {key: "/".join(found)}, path


def _paths() -> list[list[str]]:
    """Where each kind of file stands, without its ending."""
    return [kind.model.path.removesuffix(".yaml").split("/") for kind in file_kinds()]


def _fits(pattern: list[str], folder: list[str]) -> bool:
    return len(pattern) == len(folder) == _shared(pattern, folder)


def _shared(pattern: list[str], folder: list[str]) -> int:
    """How many folders from the top are as in the pattern."""
    fits = [_is_part(*pair) for pair in zip(pattern, folder, strict=False)]
    return fits.index(False) if False in fits else len(fits)


def _is_part(pattern: str, name: str) -> bool:
    if pattern == "{year}":
        return is_year(name)
    return is_region_name(name) if pattern == "{region}" else pattern == name


def missing_files(folder: DataFolder, present: Collection[str]) -> Iterator[Diagnostic]:
    """Required files that are not there."""
    for kind in file_kinds():
        for path in _required_paths(kind, folder):
            if path not in present:
                parent, _, name = path.rpartition("/")
                params = {"folder": parent} if parent else {"line": f"version: {FORMAT_VERSION}"}
                yield Diagnostic(MISSING_FILE, Place(path), {"name": name} | params)


def _required_paths(kind: FileKind, folder: DataFolder) -> Iterable[str]:
    if not kind.model.required:
        return []
    if "{region}" not in kind.model.path:
        return [kind.model.path]
    regions = [name for name in folder.folders("regions") if is_region_name(name)]
    if "{year}" not in kind.model.path:
        return [kind.model.path.format(region=region) for region in regions]
    return [
        kind.model.path.format(region=region, year=year)
        for region in regions
        for year in folder.folders(f"regions/{region}")
        if is_year(year)
    ]
