"""The immutable index of everything that was read: catalogue, regions and their years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from kansrijk_cli.model.base import File
from kansrijk_cli.model.region import Region
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.register import Register

F = TypeVar("F", bound=File)


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one folder, by kind. `broken` holds the kinds that are there but not usable."""

    entries: Mapping[type[File], Entry[File]]
    broken: frozenset[type[File]] = frozenset()

    def get(self, kind: type[F]) -> Entry[F] | None:
        """The file of a kind, if it is there and usable."""
        return self.entries.get(kind)  # type: ignore[return-value]

    def content(self, kind: type[F]) -> F | None:
        """What the file of a kind says, if it is there and usable."""
        entry = self.get(kind)
        return entry.content if entry else None


@dataclass(frozen=True, slots=True)
class YearFolder:
    """The files of one year of a region."""

    region: str
    year: int
    files: Files


@dataclass(frozen=True, slots=True)
class RegionFolder:
    """The files of a region and its years. `id` is the name of the folder.

    `layouts` are the kinds of documents that have a layout of their own here.
    """

    id: str
    files: Files
    years: Mapping[int, YearFolder]
    layouts: frozenset[str] = frozenset()

    @property
    def region(self) -> Region | None:
        """What `region.yaml` says, if it is usable."""
        return self.files.content(Region)

    @property
    def name(self) -> str:
        """The name of the region, or of its folder when `region.yaml` is not usable."""
        return self.region.name if self.region else self.id

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities as written in `region.yaml`."""
        return self.region.municipalities if self.region else ()

    def broken(self) -> frozenset[type[File]]:
        """The kinds of files that are not usable, here or in any year."""
        return self.files.broken.union(*(year.files.broken for year in self.years.values()))


@dataclass(frozen=True, eq=False)
class Workspace:
    """Everything that was read. `catalog` holds several files of a kind: defaults and own ones.

    `own_catalog` are the kinds of which the first one stands in the data folder.
    """

    catalog: Mapping[type[File], tuple[Entry[File], ...]]
    catalog_broken: frozenset[type[File]]
    regions: Mapping[str, RegionFolder]
    register: Register
    own_catalog: frozenset[type[File]] = frozenset()

    def catalog_entries(self, kind: type[F]) -> tuple[Entry[F], ...]:
        """The catalogue files of a kind, the workspace's own first."""
        return self.catalog.get(kind, ())  # type: ignore[return-value]

    def years(self) -> Iterator[tuple[RegionFolder, YearFolder]]:
        """Every year of every region."""
        for region in self.regions.values():
            for year in region.years.values():
                yield region, year

    def entries(self) -> Iterator[tuple[RegionFolder | None, YearFolder | None, Entry[File]]]:
        """Every usable file with the region and year it belongs to."""
        for own in self.catalog.values():
            yield from ((None, None, entry) for entry in own)
        for region in self.regions.values():
            yield from ((region, None, entry) for entry in region.files.entries.values())
        for region, year in self.years():
            yield from ((region, year, entry) for entry in year.files.entries.values())

    def without(self, regions: frozenset[str]) -> "Workspace":
        """The same workspace without some regions."""
        if not regions:
            return self
        return replace(
            self, regions={k: region for k, region in self.regions.items() if k not in regions}
        )
