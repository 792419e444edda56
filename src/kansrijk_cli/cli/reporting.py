"""Making documents and writing them where they belong."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kansrijk_cli.cli.session import DataError, UseError, find_region
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.output.documents.render import TemplateProblem, render
from kansrijk_cli.output.labels import label
from kansrijk_cli.reports.context import Context
from kansrijk_cli.workspace.defaults import default_templates
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered document and the name of its file."""

    name: str
    title: str
    text: str

    def write(self, folder: Path, path: Path | None = None) -> str:
        """Write it, under `folder` unless `path` is given; returns a line that says so."""
        target = path or folder / self.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.text, encoding="utf-8", newline="\n")
        return label("text", "written").format(title=self.title, path=target.as_posix())


def documents(
    workspace: Workspace, root: Path, kind: str | None, on: date | None = None
) -> Iterator[Document | DataError]:
    """The documents of every year of every region; a region that cannot be used says so."""
    for region in workspace.regions.values():
        try:
            usable = find_region(workspace, region.id)
        except DataError as error:
            yield error
            continue
        for year in region.years.values():
            yield one_document(workspace, root, usable, year, Wanted(kind, on))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants instead of the kind that the plan names, and the date it names."""

    kind: str | None = None
    on: date | None = None

    def name(self, folder: RegionFolder, year: YearFolder, kind: str) -> str:
        """The name of the file; documents of one kind on several days stand side by side."""
        day = f"-{self.on.isoformat()}" if self.on else ""
        return f"{folder.id}-{year.year}-{kind}{day}.md"


def one_document(
    workspace: Workspace, root: Path, folder: RegionFolder, year: YearFolder, wanted: Wanted
) -> Document:
    """The document of one plan."""
    region, plan = folder.region, year.files.content(Plan)
    if region is None or plan is None:
        raise DataError(folder.id)
    kind = wanted.kind or plan.document.kind
    context = Context(workspace, folder, year, region, plan, asked_day=wanted.on)
    try:
        text = render(context, kind, template_folders(root, folder.id))
    except TemplateProblem as problem:
        where = {"template": problem.template, "line": problem.line, "detail": problem.detail}
        raise UseError("template", **where) from problem
    title = f"{region.name}, {plan.document.title}"
    return Document(wanted.name(folder, year, kind), title, text)


def template_folders(root: Path, region: str) -> list[Path]:
    """Where templates are looked for: the region's own, the workspace's, those of the program."""
    own = (root / "regions" / region / "templates", root.parent / "templates")
    return [*(folder for folder in own if folder.is_dir()), default_templates()]
