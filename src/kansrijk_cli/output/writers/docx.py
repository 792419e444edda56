"""A Word file: in our look, or in the house style of a region."""

from kansrijk_cli.output.documents.publication import Files, Publication
from kansrijk_cli.output.docx.document import document
from kansrijk_cli.output.docx.words import words

__all__ = ["render", "words"]


def render(publication: Publication) -> Files:
    """The document; its pictures are in it."""
    return {f"{publication.stem}.docx": document(publication)}
