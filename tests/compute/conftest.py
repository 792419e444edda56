"""The smallest workspace, read once: its catalogue and register serve all computations."""

import pytest

from kansrijk_cli.workspace.workspace import Workspace
from tests.workspaces import workspace_of


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace of `tests/base`."""
    return workspace_of(tmp_path_factory.mktemp("base"), {})
