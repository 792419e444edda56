"""`kansrijk new`: making the files of a new year or region, all at once and over nothing."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from kansrijk_cli.cli.session import UseError, find_region, load_data, region_called
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.types import plain_id
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Sources
from kansrijk_cli.output.renewed import questions_text, renewed_text, say, sign
from kansrijk_cli.renewal.beginning import first_region, first_year
from kansrijk_cli.renewal.ids import unique_id
from kansrijk_cli.renewal.renew import CannotRenewError, renew
from kansrijk_cli.workspace.load import Loaded
from kansrijk_cli.workspace.read import read_content
from kansrijk_cli.workspace.register import Register
from kansrijk_cli.workspace.workspace import RegionFolder


def new_year(root: Path, name: str, year: int, earlier: int | None) -> str:
    """Make the files of a year; gives what to tell about it."""
    loaded = load_data(root).value
    region = region_called(loaded.workspace, name)
    folder = root / "regions" / region.id / str(year)
    if folder.exists() or folder.is_symlink():
        raise UseError("year-exists", folder=folder.as_posix())
    old = _earlier(find_region(loaded.workspace, region.id), year, earlier)
    texts: Mapping[str, str]
    if old is None:
        texts = first_year(region.id, year, label("renewed", "title").format(year=year))
        told = label("renewed", "first")
        told = f"{told}\n\n{questions_text(texts, _names(loaded, root, texts))}\n"
    else:
        try:
            renewed = renew(region.years[old], loaded.texts, year, say)
        except CannotRenewError as error:
            raise UseError("cannot-renew", file=error.file) from error
        texts, sources = renewed.texts, _sources(loaded, root)
        told = renewed_text(
            renewed,
            lambda closed: "{0.file}:{0.position[0]}".format(sources.spot(closed.place)),
            _names(loaded, root, texts),
        )
    _write(folder, texts)
    ending = [
        label("renewed", "next").format(sign=sign()),
        label("renewed", "source").format(id=_source_id(region, texts)),
    ]
    return "\n".join([*_names(loaded, root, texts).values(), "", told, *ending, ""])


def new_region(root: Path, given: str | None, name: str, municipalities: Iterable[str]) -> str:
    """Make the files of a region; gives what to tell about it."""
    loaded = load_data(root).value
    taken = {path.name for path in (root / "regions").glob("*")}
    region = given or unique_id(name, taken)
    if not plain_id(name) or not name.isprintable() or name != name.strip():
        raise UseError("no-name")
    if region in taken:
        raise UseError("region-exists", region=region)
    register = loaded.workspace.register
    texts = first_region(region, name, [_municipality(register, m) for m in municipalities])
    _write(root / "regions" / region, texts)
    names = _names(loaded, root, texts)
    ending = label("renewed", "region").format(sign=sign(), region=region)
    return "\n".join([*names.values(), "", questions_text(texts, names), "", ending, ""])


def _earlier(region: RegionFolder, year: int, asked: int | None) -> int | None:
    """The year to carry over: the one asked for, else the newest before it; `None` for a first."""
    if asked is not None and asked not in region.years:
        known = ", ".join(map(str, sorted(region.years)))
        raise UseError("no-year", region=region.id, year=asked, known=known)
    if asked is not None and asked >= year:
        raise UseError("from-later", year=year)
    before = [known for known in region.years if known < year]
    if not before and region.years:
        raise UseError("no-earlier-year", region=region.id, year=year)
    return asked or max(before, default=None)


def _municipality(register: Register, name: str) -> str:
    """A municipality in its official spelling."""
    found = register.find(name)
    if len(found) == 1:
        return found[0].name
    if found:
        known = ", ".join(sorted(f"{m.name} ({m.province})" for m in found))
        raise UseError("which-municipality", name=name, known=known)
    near = nearest(name, register.writings)
    raise UseError("no-municipality-near" if near else "no-municipality", name=name, near=near)


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files beside the folder and give that its name: it is whole, or not there."""
    for file, text in texts.items():
        if read_content(file, text.encode()).entry is None:
            raise AssertionError(file)
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        shutil.copymode(folder.parent, new)
        for file, text in texts.items():
            (new / file.rsplit("/", 1)[1]).write_bytes(text.encode())
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _source_id(region: RegionFolder, texts: Mapping[str, str]) -> str:
    """An id for the source of the new plan that no other source of the region has."""
    [content] = [
        entry.content
        for file, text in texts.items()
        if (entry := read_content(file, text.encode()).entry) and isinstance(entry.content, Plan)
    ]
    taken = {source.id for source in (region.region.sources if region.region else ())}
    return unique_id(f"{content.document.kind} {texts and _year(texts)}", taken)


def _year(texts: Mapping[str, str]) -> str:
    return next(iter(texts)).split("/")[2]


def _sources(loaded: Loaded, root: Path) -> Sources:
    return Sources(root.resolve(), loaded.texts, Path.cwd())


def _names(loaded: Loaded, root: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """New files as a reader calls them, from the current folder."""
    sources = _sources(loaded, root)
    return {file: sources.name(file) for file in texts}
