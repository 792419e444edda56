"""A whole validation: everything is read and checked, then narrowed to what was asked for."""

from collections.abc import Iterable
from pathlib import Path

from kansrijk_cli.cli.session import UseError, region_called
from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.located import Sources, locate
from kansrijk_cli.output.report import Report
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.rules.run import run_rules
from kansrijk_cli.workspace.load import Loaded
from kansrijk_cli.workspace.workspace import Workspace


def check(loaded: Outcome[Loaded], root: Path, paths: list[Path], region: str | None) -> Report:
    """The findings about some paths or one region, or about everything."""
    run = run_rules(loaded.value.workspace)
    wanted = _wanted(loaded.value.workspace, root, paths, region)
    files = [file for file in sorted(loaded.value.texts) if _is_in(file, wanted)]
    diagnostics = [
        d for d in (*loaded.diagnostics, *run.diagnostics) if _is_in(d.place.file, wanted)
    ]
    sources = Sources(root.resolve(), loaded.value.texts, Path.cwd())
    return Report(
        tuple(locate(diagnostics, pages(), sources)),
        len(files),
        tuple(skip for skip in run.skipped if _concerns(skip.region, wanted)),
        _names(root, {*files, *(d.place.file for d in diagnostics)}),
    )


def fails(report: Report, level: str) -> bool:
    """Whether something was found that is at least as bad as the level."""
    counted = (Severity.ERROR, Severity.WARNING) if level == "warning" else (Severity.ERROR,)
    return any(report.counts[severity] for severity in counted)


def _names(root: Path, files: Iterable[str]) -> dict[str, str]:
    """The names of files as they are shown, each with its name in the data folder."""
    # Without texts nothing is read again for a mere name.
    sources = Sources(root.resolve(), {}, Path.cwd())
    return {sources.spot(Place(file)).file: file for file in files}


def _wanted(
    workspace: Workspace, root: Path, paths: list[Path], region: str | None
) -> tuple[str, ...]:
    """The files and folders asked for, relative to the data folder; none means all."""
    wanted: list[str] = []
    if region is not None:
        wanted.append(f"regions/{region_called(workspace, region).id}")
    for path in paths:
        if not path.exists():
            raise UseError("no-path", path=path)
        if not path.resolve().is_relative_to(root.resolve()):
            raise UseError("path-outside", path=path, folder=root)
        wanted.append(path.resolve().relative_to(root.resolve()).as_posix())
    return tuple(wanted)


def _concerns(region: str | None, wanted: tuple[str, ...]) -> bool:
    """Whether what was asked for lies in a region, or holds it; `None` is all regions."""
    folder = f"regions/{region}"
    return region is None or _is_in(folder, wanted) or any(_is_in(w, (folder,)) for w in wanted)


def _is_in(file: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(w in (".", file) or file.startswith(f"{w}/") for w in wanted)
