"""A whole validation: everything is read and checked, then narrowed to what was asked for."""

from dataclasses import dataclass
from pathlib import Path

from kansrijk_cli.cli.scope import Scope, data_at, data_in, name_in
from kansrijk_cli.cli.session import UseError, load_folder, region_called
from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.output.dutch_words import with_dutch
from kansrijk_cli.output.located import Sources, locate
from kansrijk_cli.output.report import Baseline, Excused, Report
from kansrijk_cli.rules.examine import Examined, examine
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.rules.since import Version, split
from kansrijk_cli.rules.together import together
from kansrijk_cli.source.folder import DataFolder
from kansrijk_cli.source.git import repository_of
from kansrijk_cli.workspace.load import Loaded


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings about what was asked for: for a reader, and as data with their texts.

    For a reader those with one cause are one.
    """

    report: Report
    diagnostics: tuple[Diagnostic, ...]
    sources: Sources


def check(root: Path, scope: Scope) -> Report:
    """The findings about what was asked for, or about everything."""
    return check_folder(data_in(root, scope), scope).report


def check_folder(folder: DataFolder, scope: Scope) -> Checked:
    """The same for a data folder that was found already."""
    now = examine(load_folder(folder))
    wanted = _wanted(now.loaded, folder, scope)
    diagnostics, baseline = now.diagnostics, None
    if scope.since is not None:
        before = examine(load_folder(data_at(folder.root, scope.since)))
        parts = split(_version(before), _version(now))
        about = (d for d in parts.earlier if _is_about(d, wanted))
        earlier = together(about, now.loaded.workspace)
        diagnostics = parts.new
        baseline = Baseline(scope.since, tuple(pages()[d.code].severity for d in earlier))
    diagnostics = tuple(with_dutch(d for d in diagnostics if _is_about(d, wanted)))
    files = [file for file in sorted(now.loaded.texts) if _is_in(file, wanted)]
    root = folder.root.resolve()
    top = repository_of(root) if scope.from_repository else None
    sources = Sources(root, now.loaded.texts, top or Path.cwd())
    report = Report(
        tuple(locate(tuple(together(diagnostics, now.loaded.workspace)), pages(), sources)),
        len(files),
        tuple(skip for skip in now.skipped if _concerns(skip.region, wanted)),
        {sources.name(file): file for file in {*files, *(d.place.file for d in diagnostics)}},
        baseline=baseline,
        ignored=tuple(
            Excused(found, item.reason)
            for item in now.ignored
            if _is_in(item.diagnostic.place.file, wanted)
            for found in locate([item.diagnostic], pages(), sources)
        ),
    )
    return Checked(report, diagnostics, sources)


def _version(examined: Examined) -> Version:
    return Version(examined.loaded.texts, examined.diagnostics)


def _wanted(loaded: Loaded, folder: DataFolder, scope: Scope) -> tuple[str, ...]:
    """The files and folders asked for, relative to the data folder; none means all."""
    wanted: list[str] = []
    if scope.region is not None:
        wanted.append(f"regions/{region_called(loaded.workspace, scope.region).id}")
    for path in scope.asked:
        name = name_in(folder.root, path)
        if not path.exists() and not any(_is_in(file, (name,)) for file in folder.files()):
            raise UseError("no-path", path=path)
        wanted.append(name)
    return tuple(wanted)


def _concerns(region: str | None, wanted: tuple[str, ...]) -> bool:
    """Whether what was asked for lies in a region, or holds it; `None` is all regions."""
    folder = f"regions/{region}"
    return region is None or _is_in(folder, wanted) or any(_is_in(w, (folder,)) for w in wanted)


def _is_about(found: Diagnostic, wanted: tuple[str, ...]) -> bool:
    """Whether a finding stands in what was asked for, or points at a place in it."""
    return any(_is_in(place.file, wanted) for place in (found.place, *found.related))


def _is_in(file: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(w in (".", file) or file.startswith(f"{w}/") for w in wanted)
