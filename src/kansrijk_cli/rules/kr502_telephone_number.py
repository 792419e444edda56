"""A Dutch telephone number in a text."""

import re
from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.rules.personal_data import texts_with
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
NUMBER = re.compile(r"(?<![\w.,-])(?:\+31|0031|0)(?:[\s-]?\(0\))?(?:[\s-]?\d){9}(?![\w-]|[.,]\d)")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Ten digits that start with a zero, or nine after +31."""
    return texts_with(workspace, NUMBER)
