"""An accessible PDF: tagged, by PDF/UA-1 and PDF/A-2a."""

from kansrijk_cli.output.documents.publication import Files, Publication
from kansrijk_cli.output.pdf.document import document
from kansrijk_cli.output.pdf.words import words

__all__ = ["render", "words"]


def render(publication: Publication) -> Files:
    """The document; its pictures are in it."""
    return {f"{publication.stem}.pdf": document(publication)}
