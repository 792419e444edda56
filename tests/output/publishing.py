"""Documents for the tests of writers: of a text, and of the regions."""

from datetime import date

from kansrijk_cli.output.documents.publication import Publication
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.workspace.defaults import default_templates

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
