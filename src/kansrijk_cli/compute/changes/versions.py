"""Which files are compared with which: of two versions of the data, or of two years of a region."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kansrijk_cli.compute.changes.days import ON_DAYS, on_day
from kansrijk_cli.compute.changes.sides import Pair, Side
from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.model.base import File
from kansrijk_cli.workspace.drafts import without_drafts
from kansrijk_cli.workspace.load import Loaded
from kansrijk_cli.workspace.workspace import Files, RegionFolder, Workspace

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Version:
    """A workspace with the names of its own files: the catalogue of the program is not among them.

    `broken` are the files that cannot be used, or are missing.
    """

    workspace: Workspace
    own: frozenset[str]
    broken: frozenset[str] = frozenset()


def version(loaded: Loaded, drafts: bool = False) -> Version:
    """A version of the data; without drafts unless asked."""
    whole = loaded.workspace
    return Version(
        whole if drafts else without_drafts(whole), frozenset(loaded.texts), _broken(whole)
    )


def pairs_of_years(now: Version, region: RegionFolder, old: int, new: int) -> Iterator[Pair]:
    """Every kind of file of two years of a region, and what runs on as each year finds it."""
    before, after = region.years[old], region.years[new]
    sides = (Side(now.workspace, region, before), Side(now.workspace, region, after))
    days = (document_date(before), document_date(after))
    broken = before.files.broken | after.files.broken
    for kind in dict.fromkeys((*before.files.entries, *after.files.entries)):
        if kind not in broken:
            yield Pair(
                kind.path.format(region=region.id, year=new),
                *sides,
                before.files.content(kind),
                after.files.content(kind),
                days=days,
            )
    for kind in ON_DAYS:
        entry = region.files.get(kind)
        if entry:
            old_content, new_content = (on_day(entry.content, day) for day in days)
            yield Pair(entry.place.file, *sides, old_content, new_content, days=days)


def _broken(workspace: Workspace) -> frozenset[str]:
    def paths(files: Files, **folders: object) -> Iterator[str]:
        return (kind.path.format(**folders) for kind in files.broken)

    found = [kind.path for kind in workspace.catalog_broken]
    for region in workspace.regions.values():
        found += paths(region.files, region=region.id)
        for year in region.years.values():
            found += paths(year.files, region=region.id, year=year.year)
    return frozenset(found)


def pairs_of_versions(before: Version, after: Version) -> Iterator[Pair]:
    """Every file of either version with the same file of the other."""
    moved = _moved(before.workspace, after.workspace)
    olds, news = _own(before, moved), _own(after)
    for file in sorted({*olds, *news}):
        old_side, old = olds.get(file, (None, None))
        new_side, new = news.get(file, (None, None))
        if old is not new:
            yield Pair(
                file,
                old_side or _folder(before.workspace, new_side),
                new_side or _folder(after.workspace, old_side),
                old,
                new,
            )
    for was, now in moved.items():
        sides = (
            Side(before.workspace, before.workspace.regions[was]),
            Side(after.workspace, after.workspace.regions[now]),
        )
        yield Pair(f"regions/{now}", *sides, None, None, moved_from=was)


def unusable(before: Version, after: Version) -> frozenset[str]:
    """The files that cannot be used in one of the versions, under the names that they have now."""
    moved = _moved(before.workspace, after.workspace)
    return after.broken.union(_now(file, moved) for file in before.broken)


def _now(file: str, moved: Mapping[str, str]) -> str:
    """The name of a file when the folder of its region has another name."""
    top, _, rest = file.partition("/")
    folder, slash, name = rest.partition("/")
    return f"{top}/{moved[folder]}{slash}{name}" if folder in moved else file


def _moved(before: Workspace, after: Workspace) -> dict[str, str]:
    """The folders of regions that got another name: the region in it is called the same."""
    came = {r.name: id_ for id_, r in after.regions.items() if id_ not in before.regions}
    gone = {r.name: id_ for id_, r in before.regions.items() if id_ not in after.regions}
    return {id_: came[name] for name, id_ in gone.items() if name in came}


def _own(version: Version, moved: Mapping[str, str] = NOTHING) -> dict[str, tuple[Side, File]]:
    """The usable files of the data folder itself, under the names that they have now."""
    found: dict[str, tuple[Side, File]] = {}
    for region, year, entry in version.workspace.entries():
        file = entry.place.file
        if file in version.own:
            # Of a file of the catalogue the first one is the folder's own.
            found.setdefault(
                _now(file, moved), (Side(version.workspace, region, year), entry.content)
            )
    return found


def _folder(workspace: Workspace, other: Side | None) -> Side:
    """Where a file would be that is only in the other version."""
    region = workspace.regions.get(other.region.id) if other and other.region else None
    year = region.years.get(other.year.year) if region and other and other.year else None
    return Side(workspace, region, year)
