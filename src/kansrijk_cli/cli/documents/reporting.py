"""Making documents from plans, and the house style of their regions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kansrijk_cli.cli.documents.placing import Place
from kansrijk_cli.cli.documents.styling import house_style
from kansrijk_cli.cli.session import (
    DataError,
    UseError,
    find_region,
    find_year,
    load_data,
    region_called,
)
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.documents.render import TemplateProblem, render
from kansrijk_cli.output.labels import label
from kansrijk_cli.reports.context import Context
from kansrijk_cli.workspace.defaults import default_templates
from kansrijk_cli.workspace.drafts import is_draft_region, is_draft_year, without_drafts
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents somebody wants: of one region and year, or of all.

    `kind` is another kind than the plan names, and `on` the day that the documents speak of.
    """

    region: str | None = None
    year: int | None = None
    kind: str | None = None
    on: date | None = None

    def stem(self, folder: RegionFolder, year: YearFolder, kind: str) -> str:
        """The name of the file; documents of one kind on several days stand side by side."""
        day = f"-{self.on.isoformat()}" if self.on else ""
        return f"{folder.id}-{year.year}-{kind}{day}"


def make(root: Path, wanted: Wanted, place: Place) -> bool:
    """Put the documents that are wanted in their place; whether all are there as they are now."""
    whole = load_data(root).value.workspace
    _leave_out_drafts(whole, wanted)
    workspace = without_drafts(whole)
    good, number = True, 0
    for found in publications(workspace, root, wanted):
        if isinstance(found, DataError):
            say(found.explain())
            good = False
        else:
            good = place.put(found) and good
            number += 1
    if place.check and good:
        say(label("text", "fresh").format(number=number))
    return good


def _leave_out_drafts(whole: Workspace, wanted: Wanted) -> None:
    """Say which plans are left out as drafts. Raises UseError when that is the one wanted."""
    one = region_called(whole, wanted.region) if wanted.region is not None else None
    for region in (one,) if one else whole.regions.values():
        found = [y for y in region.years.values() if wanted.year in (None, y.year)]
        drafts = [y for y in found if is_draft_region(region) or is_draft_year(y)]
        if one and drafts and drafts == found:
            raise UseError("draft-plan", region=region.id, year=drafts[-1].year)
        for year in () if one else drafts:
            say(label("use", "draft-plan").format(region=region.id, year=year.year))


def publications(
    workspace: Workspace, root: Path, wanted: Wanted
) -> Iterator[Publication | DataError]:
    """The documents that are wanted. Among all, a region that cannot be used says so."""
    if wanted.region is not None:
        folder = find_region(workspace, wanted.region)
        year = find_year(folder, wanted.year or _only_year(folder))
        yield publication(workspace, root, folder, year, wanted)
        return
    for region in workspace.regions.values():
        try:
            usable = find_region(workspace, region.id)
        except DataError as error:
            yield error
            continue
        for year in region.years.values():
            yield publication(workspace, root, usable, year, wanted)


def _only_year(region: RegionFolder) -> int:
    """The year of a region that has one. Raises UseError when it has none, or there is a choice."""
    if len(region.years) == 1:
        return next(iter(region.years))
    known = ", ".join(map(str, sorted(region.years)))
    raise UseError("which-year" if known else "no-years", region=region.id, known=known)


def publication(
    workspace: Workspace, root: Path, folder: RegionFolder, year: YearFolder, wanted: Wanted
) -> Publication:
    """The document of one plan. Raises UseError when a template is wrong."""
    region, plan = folder.region, year.files.content(Plan)
    if region is None or plan is None:
        raise DataError(folder.id)
    kind = wanted.kind or plan.document.kind
    context = Context(workspace, folder, year, region, plan, asked_day=wanted.on)
    templates = template_folders(root, folder.id)
    stem, style = wanted.stem(folder, year, kind), house_style(root, folder)
    try:
        rendered = render(context, kind, templates, stem, style)
    except TemplateProblem as problem:
        where = {"template": problem.template, "line": problem.line, "detail": problem.detail}
        raise UseError("template", **where) from problem
    return Publication(
        stem=stem,
        author=region.name,
        day=context.on,
        markdown=rendered.markdown,
        pictures=rendered.pictures,
        templates=tuple(templates),
        style=style,
    )


def template_folders(root: Path, region: str) -> list[Path]:
    """Where templates are looked for: the region's own, the workspace's, those of the program."""
    own = (root / "regions" / region / "templates", root.parent / "templates")
    return [*(folder for folder in own if folder.is_dir()), default_templates()]
