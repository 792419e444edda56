"""The Jinja environment of documents: sandboxed, strict, and escaping for Markdown."""

from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kansrijk_cli.output.documents import markdown
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.context import marked


@cache
def environment(folders: tuple[Path, ...]) -> Environment:
    """The environment with the templates of some folders; the first folder wins.

    Made once a set of folders, so that templates are compiled once for all documents.
    """
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        finalize=markdown.finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        chapter=chapter, table=markdown.table, heading=markdown.heading, marked=marked
    )
    made.filters.update(
        prose=markdown.prose,
        label=_label,
        plain=show,
        link=markdown.link,
        lowered=markdown.lowered,
    )
    return made


def chapter(title: str, *parts: str, level: int = 2) -> Markup:
    """A heading with what stands under it; without anything under it there is no heading."""
    filled = [part.strip() for part in parts if part.strip()]
    if not filled:
        return Markup("")
    body = "\n\n".join(filled)
    return Markup(f"\n\n{markdown.heading(level, title)}\n\n{body}\n\n")


def _label(word: object, group: str) -> str:
    return label(group, word)
