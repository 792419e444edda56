"""Documents of workspaces that a test makes."""

from collections.abc import Sequence
from pathlib import Path

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.output.documents.render import render
from kansrijk_cli.reports.context import Context
from kansrijk_cli.workspace.defaults import default_templates
from kansrijk_cli.workspace.drafts import without_drafts
from kansrijk_cli.workspace.workspace import Workspace


def context_of(workspace: Workspace, region: str = "voorbeeld", year: int = 2025) -> Context:
    """What the sections of a plan may know: all that may be published."""
    workspace = without_drafts(workspace)
    folder = workspace.regions[region]
    plan = folder.years[year].files.content(Plan)
    assert folder.region
    assert plan
    return Context(workspace, folder, folder.years[year], folder.region, plan)


def document_of(
    workspace: Workspace,
    kind: str = "generic",
    folders: Sequence[Path] = (),
    region: str = "voorbeeld",
    year: int = 2025,
) -> str:
    """The document of a plan; `folders` hold templates that go before those of the program."""
    context = context_of(workspace, region, year)
    return render(context, kind, [*folders, default_templates()], "plan").markdown


def layouts() -> list[str]:
    """The kinds of documents that tell a whole plan, and the one for all others."""
    folder = default_templates()
    names = (path.name for path in (folder / "layouts").iterdir())
    whole = (name for name in names if not (folder / "rest" / name).exists())
    return sorted(name.removesuffix(".md.j2") for name in whole)
