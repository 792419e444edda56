"""What a site is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kansrijk_cli.compute.privacy.published import Published
from kansrijk_cli.output.documents.publication import Files, Publication
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.source.git import Commit
from kansrijk_cli.workspace.workspace import RegionFolder, YearFolder


@dataclass(frozen=True)
class Material:
    """All that the pages tell, and how documents are made.

    `texts` are those of the files. `document` makes the document of a plan, and `write` its files
    in each format that can be made here. `style` is how a region wants to look. A `live` site looks
    again when it is built again. In one that is `partial` are not all regions that there are.
    """

    published: Published
    texts: Mapping[str, str]
    commit: Commit | None
    templates: tuple[Path, ...]
    document: Callable[[RegionFolder, YearFolder], Publication]
    write: Callable[[Publication], Mapping[str, Files]]
    style: Callable[[RegionFolder], Style]
    live: bool = False
    partial: bool = False
