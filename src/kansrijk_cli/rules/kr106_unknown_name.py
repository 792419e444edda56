"""An unknown id of anything that has no rule of its own."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.workspace.names import NAMINGS, files_naming
from kansrijk_cli.workspace.unknown import unknown_names
from kansrijk_cli.workspace.workspace import Workspace

ELSEWHERE = {"place", "municipality", "intervention", "source", "party", "owner", "target"}
KINDS = tuple(kind for kind in NAMINGS if kind not in ELSEWHERE)
NEEDS = files_naming(*KINDS)


def check(workspace: Workspace) -> Iterator[Finding]:
    """References to a name that does not exist."""
    return unknown_names(workspace, *KINDS)
