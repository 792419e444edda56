"""Markdown as GitHub and GitLab show it, with its pictures in files beside it."""

from kansrijk_cli.output.documents.publication import Files, Publication

SUFFIX = ".md"


def render(publication: Publication) -> Files:
    """The text as it is; the figures in it name the files of the pictures."""
    pictures = {name: p.svg.encode() for name, p in sorted(publication.pictures.items())}
    return {publication.stem + SUFFIX: publication.markdown.encode(), **pictures}
