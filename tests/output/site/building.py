"""Sites for tests: all their files, by address, without writing them anywhere."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from tempfile import TemporaryDirectory

import pytest

from kansrijk_cli.cli.documents.placing import files_of
from kansrijk_cli.cli.site.building import Write, planned
from kansrijk_cli.output.documents.publication import Files, Publication
from kansrijk_cli.output.documents.style import Asset
from kansrijk_cli.source.git import Commit
from tests.output.site.reading import Element, read
from tests.workspaces import BASE, ROOT, lay
from tests.workspaces import Files as Laid

Site = Mapping[str, bytes]


def plain_formats(found: Publication) -> dict[str, Files]:
    """The formats that are text, which need no extra."""
    return {name: files_of(found, name) for name in ("html", "markdown")}


def made(
    root: Path,
    write: Write = plain_formats,
    commit: Commit | None = None,
    region: str | None = None,
) -> Site:
    """The site of a data folder, which may not be in git."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kansrijk_cli.cli.site.building.last_commit", lambda _root: commit)
        plan = planned(root, write, region)
        assert plan.left_out == ()
        return {name: content for step in plan.steps for name, content in step.make()}


def made_of(files: Laid, commit: Commit | None = None) -> Site:
    """The site of the base with files laid over it; the base stands in for the catalogue."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
        return made(lay(Path(folder) / "data", files), commit=commit)


@cache
def of_repository() -> Site:
    """The site of the data of the repository."""
    return made(ROOT / "data")


def _asset(_folder: Path, name: str) -> Asset:
    """A file of a house style, with nothing in it."""
    return Asset(Path(name).suffix, b"")


@cache
def of_all_fields() -> Site:
    """The site of data in which every field is filled, without the files of its house style."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kansrijk_cli.cli.documents.styling._asset", _asset)
        return made(ROOT / "tests/cases/all-fields/input")


def page(site: Site, address: str) -> Element:
    """A page of a site."""
    return read(site[address])


def target(address: str, link: str) -> tuple[str, str]:
    """The address and anchor that a link in a page leads to."""
    path, _, anchor = link.partition("#")
    return (normpath(join(dirname(address), path)) if path else address), anchor


def source_line(site: Site, address: str, link: str) -> str:
    """The line of the data that a link leads to."""
    path, anchor = target(address, link)
    assert path.startswith("bron/"), link
    return page(site, path).one("span", id=anchor).text
