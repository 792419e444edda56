"""A name with a comma that became two names, because it stands between `[` and `]`."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.workspace.unknown import split_names
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities,)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Neighbours in a list that together, with a comma, are the name of one municipality."""
    for _, _, entry in workspace.entries():
        for (first, _), name in split_names(workspace, entry):
            yield finding(first, name=name)
