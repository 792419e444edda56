"""An e-mail address in a text."""

import re
from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.rules.personal_data import texts_with
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Also of an organisation: it often holds a name."""
    return texts_with(workspace, EMAIL)
