"""A colour of a house style that cannot be read on white, nor white on it."""

from collections.abc import Iterator

from kansrijk_cli.compute.contrast import READABLE, contrast
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.style import HouseStyle
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (HouseStyle,)


def check(workspace: Workspace) -> Iterator[Finding]:
    """The colour of headings, which is also the ground of white letters."""
    for _, _, entry in workspace.entries():
        style = entry.content
        if isinstance(style, HouseStyle) and style.accent:
            found = contrast(style.accent)
            if found < READABLE:
                yield finding(
                    entry.place.at("accent"),
                    colour=style.accent,
                    contrast=found,
                    readable=READABLE,
                )
