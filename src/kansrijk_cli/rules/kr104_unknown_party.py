"""An unknown party or owner."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.workspace.names import files_naming
from kansrijk_cli.workspace.unknown import unknown_names
from kansrijk_cli.workspace.workspace import Workspace

KINDS = ("party", "owner")
NEEDS = files_naming(*KINDS)


def check(workspace: Workspace) -> Iterator[Finding]:
    """References to a name that does not exist."""
    return unknown_names(workspace, *KINDS)
