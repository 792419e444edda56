"""Whether the files of a data folder are where they belong, under the name they should have."""

from collections.abc import Collection, Iterable, Iterator

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.catalog import FORMAT_VERSION
from kansrijk_cli.model.registry import FileKind, file_kinds, is_region_name, is_year
from kansrijk_cli.source.folder import DataFolder

BAD_FOLDER_NAME, UNEXPECTED_FILE, MISSING_FILE = "KR012", "KR013", "KR014"
_EXAMPLES = {"{region}": "gelderse-vallei", "{year}": "2025"}


def unexpected_file(file: str) -> Iterator[Diagnostic]:
    """A YAML file that no kind has. Files of a misnamed folder are told with the folder."""
    *folder, name = file.split("/")
    if _is_in_misnamed_folder(folder):
        return
    stem = name.rsplit(".", 1)[0].lower()
    here = sorted(path[-1] for path in _paths() if _fits(path[:-1], folder))
    meant = stem if any(path[-1] == stem for path in _paths()) else nearest(stem, here)
    params: dict[str, Value] = {"name": name}
    if meant and f"{meant}.yaml" != name:
        params["meant"] = f"{meant}.yaml"
    if meant and meant not in here:
        params |= _where(meant, folder)
    if here and not meant:
        params["possible"] = tuple(f"{known}.yaml" for known in here)
    yield Diagnostic(UNEXPECTED_FILE, Place(file), params)


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


def _where(stem: str, folder: list[str]) -> dict[str, Value]:
    """The folder where a kind of file belongs, or an example of it, as near as it is known."""
    patterns = [path[:-1] for path in _paths() if path[-1] == stem]
    best = max(patterns, key=lambda pattern: _shared(pattern, folder))
    shared = _shared(best, folder)
    found = "/".join([*folder[:shared], *(_EXAMPLES.get(part, part) for part in best[shared:])])
    unknown = [part for part in best[shared:] if part in _EXAMPLES]
    if not found:
        return {"beside": "regions"}
    return {"of_year" if "{year}" in unknown else "of_region" if unknown else "folder": found}


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
