"""Making the site: what it is made of, and which regions cannot be in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kansrijk_cli.cli.documents.placing import files_of
from kansrijk_cli.cli.documents.reporting import Wanted, publication
from kansrijk_cli.cli.documents.styling import house_style
from kansrijk_cli.cli.session import DataError, find_region, load_data, region_called
from kansrijk_cli.compute.privacy.published import Published
from kansrijk_cli.output.documents.publication import Files, Publication
from kansrijk_cli.output.formats import WRITERS, formats, writer
from kansrijk_cli.output.site.build import Step, steps
from kansrijk_cli.output.site.material import Material
from kansrijk_cli.source.git import Commit, GitError, History
from kansrijk_cli.workspace.defaults import default_templates
from kansrijk_cli.workspace.load import Loaded
from kansrijk_cli.workspace.public import public
from kansrijk_cli.workspace.workspace import RegionFolder, YearFolder

Write = Callable[[Publication], Mapping[str, Files]]


@dataclass(frozen=True, slots=True)
class Plan:
    """The work for a site, and the regions that it has to do without."""

    steps: tuple[Step, ...]
    left_out: tuple[DataError, ...]


def planned(root: Path, write: Write, region: str | None = None, *, live: bool = False) -> Plan:
    """What must be done for the site of all regions, or of one. A region that is wrong is left out.

    `write` makes the files of a document. Raises UseError for a region that is not there.
    """
    loaded = load_data(root).value
    wanted = {region_called(loaded.workspace, region).id} if region else loaded.workspace.regions
    left_out = list(_unusable(loaded, wanted))
    gone = frozenset(loaded.workspace.regions.keys() - set(wanted)) | {e.region for e in left_out}
    whole = loaded.workspace.without(gone)
    if not whole.regions:
        return Plan((), tuple(left_out))
    shown = public(whole)

    def document(folder: RegionFolder, year: YearFolder) -> Publication:
        return publication(shown, root, folder, year, Wanted())

    material = Material(
        Published(whole, shown),
        loaded.texts,
        last_commit(root),
        tuple(_templates(root)),
        document,
        write,
        partial(house_style, root),
        live=live,
        partial=region is not None,
    )
    return Plan(tuple(steps(material)), tuple(left_out))


def _unusable(loaded: Loaded, wanted: Iterable[str]) -> Iterator[DataError]:
    for id_ in wanted:
        try:
            find_region(loaded.workspace, id_)
        except DataError as error:
            yield error


def last_commit(root: Path) -> Commit | None:
    """The commit that the data are at, `None` when git does not keep them."""
    try:
        return History(root).last_commit()
    except GitError:
        return None


def _templates(root: Path) -> Iterator[Path]:
    own = root.parent / "templates"
    if own.is_dir():
        yield own
    yield default_templates()


def in_every_format(found: Publication) -> dict[str, Files]:
    """A document in every format of which all that it needs is installed."""
    without = not_installed()
    return {name: files_of(found, name) for name in formats(WRITERS) if name not in without}


def not_installed() -> tuple[str, ...]:
    """The formats of documents that need something that is not installed."""
    return tuple(name for name in formats(WRITERS) if not _is_installed(name))


def _is_installed(format_: str) -> bool:
    try:
        writer(format_)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("kansrijk_cli"):
            raise
        return False
    return True


@dataclass(frozen=True, slots=True)
class Remembering:
    """Writes a document again only when it is another one than the last time."""

    write: Write
    known: dict[str, tuple[Publication, Mapping[str, Files]]] = field(default_factory=dict)

    def __call__(self, found: Publication) -> Mapping[str, Files]:
        """The files of a document in each format."""
        before = self.known.get(found.stem)
        if before is None or before[0] != found:
            self.known[found.stem] = found, self.write(found)
        return self.known[found.stem][1]
