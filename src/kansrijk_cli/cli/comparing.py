"""Which two versions of the data, or which two years, are compared."""

from collections.abc import Iterable
from dataclasses import dataclass

from kansrijk_cli.cli.options import FIRST_YEAR, LAST_YEAR
from kansrijk_cli.cli.scope import data_at
from kansrijk_cli.cli.session import UseError, data_folder, find_year, load_folder, region_called
from kansrijk_cli.compute.changes.compare import Comparison, compare, compare_years
from kansrijk_cli.compute.changes.versions import version
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

LAST_COMMIT = "HEAD"


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and what was compared; `after` is `None` for the files on disk."""

    comparison: Comparison
    before: str
    after: str | None


def compared(versions: str | None, years: str | None, region: str | None, drafts: bool) -> Compared:
    """Compare what was asked for. Raises UseError."""
    if years is not None:
        if versions is not None:
            raise UseError("years-or-versions")
        return _years(years, region, drafts)
    return _versions(versions or LAST_COMMIT, region, drafts)


def _versions(asked: str, region: str | None, drafts: bool) -> Compared:
    """Two versions `A..B`; a side that is left out is the last commit, as in git."""
    old, dots, new = asked.partition("..")
    if new.startswith("."):
        raise UseError("three-dots", proposal=f"{old}..{new.lstrip('.')}")
    names = (old or LAST_COMMIT, (new or LAST_COMMIT) if dots else None)
    root = data_folder()
    folders = (data_at(root, name) if name else Folder(root) for name in names)
    before, after = (version(load_folder(folder).value, drafts) for folder in folders)
    id_ = _id_of(region, (after.workspace, before.workspace)) if region else None
    return Compared(compare(before, after, id_), *names)


def _id_of(region: str, workspaces: Iterable[Workspace]) -> str:
    """The id of a region that is in one of the versions."""
    refused: list[UseError] = []
    for workspace in workspaces:
        try:
            return region_called(workspace, region).id
        except UseError as error:
            refused.append(error)
    raise refused[0]


def _years(asked: str, region: str | None, drafts: bool) -> Compared:
    """Two years of the files on disk: of one region, or of every region that has both."""
    first, _, last = asked.partition("..")
    if not (_is_year(first) and _is_year(last) and first != last):
        raise UseError("two-years")
    old, new = int(first), int(last)
    now = version(load_folder(Folder(data_folder())).value, drafts)
    regions = list(_with_years(now.workspace, region, old, new))
    return Compared(compare_years(now, regions, old, new), first, last)


def _with_years(
    workspace: Workspace, region: str | None, old: int, new: int
) -> Iterable[RegionFolder]:
    if region is None:
        found = [r for r in workspace.regions.values() if {old, new} <= r.years.keys()]
        if not found:
            raise UseError("no-two-years", old=old, new=new)
        return found
    folder = region_called(workspace, region)
    for year in (old, new):
        find_year(folder, year)
    return [folder]


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR
