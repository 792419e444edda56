"""Documents for the tests of writers: of a text, and of the regions."""

from datetime import date
from functools import cache

from kansrijk_cli.cli.documents.reporting import Wanted, publications
from kansrijk_cli.cli.session import load_data
from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.workspace.defaults import default_templates
from kansrijk_cli.workspace.drafts import without_drafts
from tests.workspaces import ROOT

DAY = date(2025, 3, 9)


def published(markdown: str, style: Style | None = None) -> Publication:
    """A document with a text."""
    return Publication(
        stem="plan",
        markdown=markdown,
        day=DAY,
        author="Voorbeeld",
        templates=(default_templates(),),
        style=style or Style(),
    )


@cache
def of_regions() -> dict[str, Publication]:
    """The documents of the regions as `report --all` makes them, by the names of their files."""
    workspace = without_drafts(load_data(ROOT / "data").value.workspace)
    made = [*publications(workspace, ROOT / "data", Wanted())]
    found = {one.stem: one for one in made if isinstance(one, Publication)}
    assert len(found) == len(made) >= 5
    return found
