"""Whether the files of a data folder are where they belong, under the name they should have."""

from collections.abc import Collection, Iterable, Iterator

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.registry import FileKind, file_kinds, is_region_name, is_year
from kansrijk_cli.source.folder import DataFolder

BAD_FOLDER_NAME, UNEXPECTED_FILE, MISSING_FILE = "KR012", "KR013", "KR014"


def unexpected_file(file: str) -> Iterator[Diagnostic]:
    """A YAML file that no kind has. Files of a misnamed region folder are told with the folder."""
    parts = file.split("/")
    if parts[0] == "regions" and len(parts) > 2 and not is_region_name(parts[1]):
        return
    name, stem = parts[-1], parts[-1].rsplit(".", 1)[0].lower()
    meant = stem if stem in _stems() else nearest(stem, _stems(parts[:-1]))
    params = {"name": name, "meant": f"{meant}.yaml" if meant and f"{meant}.yaml" != name else None}
    yield Diagnostic(UNEXPECTED_FILE, Place(file), params)


def _stems(folder: list[str] | None = None) -> set[str]:
    """The names that files may have, without their ending; those of one folder, or all."""
    paths = [kind.model.path.removesuffix(".yaml").split("/") for kind in file_kinds()]
    if folder is not None:
        paths = [path for path in paths if _same_folder(path[:-1], folder)]
    return {path[-1] for path in paths}


def _same_folder(pattern: list[str], folder: list[str]) -> bool:
    return len(pattern) == len(folder) and all(
        part == name or part.startswith("{") for part, name in zip(pattern, folder, strict=True)
    )


def misnamed_folders(folder: DataFolder) -> Iterator[Diagnostic]:
    """Region folders whose name cannot be an id."""
    for name in folder.folders("regions"):
        if not is_region_name(name):
            yield Diagnostic(BAD_FOLDER_NAME, Place(f"regions/{name}"), {"name": name})


def missing_files(folder: DataFolder, present: Collection[str]) -> Iterator[Diagnostic]:
    """Required files that are not there."""
    for kind in file_kinds():
        for path in _required_paths(kind, folder):
            if path not in present:
                yield Diagnostic(MISSING_FILE, Place(path), {"name": path.rsplit("/", 1)[-1]})


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
