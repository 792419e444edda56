"""The whole of `validate` over mutated files, in one process, and what is new in its findings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.diagnostics import concise, github, gitlab, json, junit, sarif, text
from kansrijk_cli.output.located import Sources, locate
from kansrijk_cli.output.report import Report
from kansrijk_cli.rules.examine import examine
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.source.folder import Folder, Snapshot
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.read import read_file
from kansrijk_cli.workspace.workspace import Workspace
from tests.mutations.kinds import Change
from tests.mutations.original import Original
from tests.workspaces import ROOT

DATA = ROOT / "data"
# Large files of the catalogue that no rule about another file of the real data reads.
HEAVY = ("catalog/borders.yaml", "catalog/population.yaml")
FORMATS = {
    "concise": concise.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "json": json.render,
    "junit": junit.render,
    "sarif": sarif.render,
    "text": text.render,
}

# What makes a finding the same one, whatever numbers it names.
Identity = tuple[str, Place]


@dataclass(frozen=True)
class Checked:
    """What a check of some files gave: the problems, and those same problems for a reader."""

    contents: Mapping[str, bytes]
    workspace: Workspace
    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    report: Report

    @cached_property
    def usable(self) -> frozenset[str]:
        """The files that could be read and are what their kind asks."""
        folder = Snapshot(DATA, self.contents)
        return frozenset(file for file in self.texts if read_file(folder, file).entry)

    @cached_property
    def identities(self) -> frozenset[Identity]:
        """Which problems there are, and where."""
        return frozenset((d.code, d.place) for d in self.diagnostics)

    @cached_property
    def said(self) -> frozenset[str]:
        """Every finding in full."""
        return frozenset(
            f"{found.spot.file} {found.path} {found.message}" for found in self.report.findings
        )

    def rendered(self) -> dict[str, str]:
        """The findings in every format."""
        return {name: render(self.report) for name, render in FORMATS.items()}


def check(contents: Mapping[str, bytes]) -> Checked:
    """Everything that `validate` does, without a disk."""
    now = examine(load(Snapshot(DATA, contents)))
    texts = now.loaded.texts
    located = tuple(locate(now.diagnostics, pages(), Sources(DATA, texts, DATA)))
    names = {file: file for file in (*texts, *(d.place.file for d in now.diagnostics))}
    report = Report(located, len(texts), now.skipped, names)
    return Checked(contents, now.loaded.workspace, texts, now.diagnostics, report)


@dataclass(frozen=True)
class Ground:
    """The files that a mutation of one of them can touch, as they are while all is well."""

    before: Checked

    def original(self, file: str) -> Original:
        """One of the files."""
        folder = Snapshot(DATA, self.before.contents)
        reads = {name: read_file(folder, name).entry for name in self.before.texts}
        entries = {name: entry for name, entry in reads.items() if entry}
        return Original(file, self.before.texts[file], entries)

    def after(self, change: Change) -> Checked:
        """The files with some of them changed."""
        contents = {**self.before.contents, **change}
        return check({file: found for file, found in contents.items() if found is not None})


def real_contents() -> dict[str, bytes]:
    """The bytes of every file of the real data."""
    folder = Folder(DATA)
    return {file: folder.read(file) for file in folder.files()}


def grounds(contents: Mapping[str, bytes]) -> Iterator[tuple[Ground, list[str]]]:
    """Groups of files that are checked together, each with the files to change in it.

    A region goes with the regions that share a municipality with it, and with the catalogue. The
    heavy files are more than half of all data, and only there where one of them changes itself.
    """
    everything = check(contents)
    light = {file: found for file, found in contents.items() if file not in HEAVY}
    for region in everything.workspace.regions.values():
        kept = {f"regions/{other}/" for other in _neighbours(everything.workspace, region.id)}
        near = {
            file: found
            for file, found in light.items()
            if not file.startswith("regions/") or file.startswith(tuple(kept))
        }
        own = [file for file in near if file.startswith(f"regions/{region.id}/")]
        yield Ground(check(near)), own
    yield Ground(check(light)), [file for file in light if not file.startswith("regions/")]
    yield Ground(everything), [file for file in HEAVY if file in contents]


def _neighbours(workspace: Workspace, region: str) -> list[str]:
    members = {name: set(folder.municipalities) for name, folder in workspace.regions.items()}
    return [name for name, found in members.items() if found & members[region]]
