"""The data folder and what is in it, for the commands that need it."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kansrijk_cli.output.labels import label

if TYPE_CHECKING:
    from kansrijk_cli.core.outcome import Outcome
    from kansrijk_cli.source.folder import DataFolder
    from kansrijk_cli.workspace.load import Loaded
    from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder

DATA_VARIABLE = "KANSRIJK_DATA"
SETTINGS_FILE = "kansrijk.yaml"


@dataclass(slots=True)
class Options:
    """The options that stand before the command."""

    data: Path | None = None
    color: str = "auto"


OPTIONS = Options()


class UseError(Exception):
    """Wrong use or configuration: a word for the text in `labels.toml`, and its parameters."""

    def __init__(self, word: str, **params: object) -> None:
        super().__init__(word)
        self.word, self.params = word, params


class DataError(Exception):
    """The data cannot be used as it is; `kansrijk validate` says why."""

    def __init__(self, region: str) -> None:
        super().__init__(region)
        self.region = region

    def explain(self) -> str:
        """What to do about it."""
        return label("use", "broken-data").format(region=self.region)


def data_folder() -> Path:
    """The data folder: the option, else the environment, else the nearest one upward."""
    variable = os.environ.get(DATA_VARIABLE)
    given = OPTIONS.data or (Path(variable) if variable else None)
    if given is not None:
        return _with_settings(given)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
        if (folder / "data").is_dir():
            return folder / "data"
    raise UseError("no-data")


def _with_settings(given: Path) -> Path:
    """The folder that was given. Raises UseError, and says which other one is clearly meant."""
    if not given.is_dir():
        raise UseError("no-folder", folder=given)
    if not (given / SETTINGS_FILE).is_file():
        for other in (*given.resolve().parents, given / "data"):
            if (other / SETTINGS_FILE).is_file():
                raise UseError("other-folder", folder=given, right=os.path.relpath(other))
    return given


def load_data(root: Path) -> "Outcome[Loaded]":
    """Read the data folder, with the catalogue that comes with the program behind it."""
    from kansrijk_cli.source.folder import Folder

    return load_folder(Folder(root))


def load_folder(folder: "DataFolder") -> "Outcome[Loaded]":
    """Read a data folder that may be another version of the one on disk."""
    from kansrijk_cli.source.folder import Folder
    from kansrijk_cli.workspace.defaults import default_data
    from kansrijk_cli.workspace.load import load

    return load(folder, Folder(default_data()))


def region_called(workspace: "Workspace", name: str) -> "RegionFolder":
    """A region by its id or name, whether its files can be used or not."""
    from kansrijk_cli.core.nearest import nearest

    named = {region.name.casefold(): region for region in workspace.regions.values()}
    region = named.get(name.casefold()) or workspace.regions.get(name.casefold())
    if region is None:
        near = nearest(name, workspace.regions)
        known = ", ".join(sorted(workspace.regions))
        word = "no-region-near" if near else "no-region" if known else "no-regions"
        raise UseError(word, name=name, near=near, known=known)
    return region


def find_region(workspace: "Workspace", name: str) -> "RegionFolder":
    """A region by its id or name, all of whose files can be used."""
    region = region_called(workspace, name)
    if workspace.catalog_broken or region.broken():
        raise DataError(region.id)
    return region


def find_year(region: "RegionFolder", year: int) -> "YearFolder":
    """A year of a region."""
    if not region.years:
        raise UseError("no-years", region=region.id)
    if year not in region.years:
        known = ", ".join(str(known) for known in sorted(region.years))
        raise UseError("no-year", region=region.id, year=year, known=known)
    return region.years[year]
