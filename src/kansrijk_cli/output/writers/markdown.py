"""Markdown as GitHub and GitLab show it, with its pictures in files beside it."""

from kansrijk_cli.output.documents.publication import Files, Publication


def render(publication: Publication) -> Files:
    """The text as it is; the figures in it name the files of the pictures."""
    pictures = {name: p.svg.encode() for name, p in sorted(publication.pictures.items())}
    return {f"{publication.stem}.md": publication.markdown.encode(), **pictures}
