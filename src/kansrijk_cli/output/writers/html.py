"""One HTML page that needs no other file and asks nothing of the network."""

from kansrijk_cli.output.documents.publication import Files, Publication
from kansrijk_cli.output.html.page import page
from kansrijk_cli.output.html.words import words

__all__ = ["render", "words"]


def render(publication: Publication) -> Files:
    """The page."""
    return {f"{publication.stem}.html": page(publication).encode()}
