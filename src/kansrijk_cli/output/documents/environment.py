"""The Jinja environment of documents: sandboxed, strict, and escaping for Markdown."""

from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from kansrijk_cli.output.allocations import allocation_table, explanation_table
from kansrijk_cli.output.documents import markdown
from kansrijk_cli.output.explanations import refused
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.sandbox import sandbox
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.context import marked
from kansrijk_cli.reports.values import Measured


@cache
def environment(folders: tuple[Path, ...]) -> Environment:
    """The environment with the templates of some folders; the first folder wins.

    Made once a set of folders, so that templates are compiled once for all documents.
    """
    made = sandbox(folders, markdown.finalize)
    made.globals.update(
        chapter=chapter,
        table=markdown.table,
        heading=markdown.heading,
        marked=marked,
        # What `allocate` tells of a division, a document tells in the same words.
        allocation_table=allocation_table,
        explanation_table=explanation_table,
        refused=refused,
    )
    made.filters.update(
        prose=markdown.prose,
        label=_label,
        plain=show,
        counted=Measured,
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
