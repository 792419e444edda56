"""A Dutch telephone number in a text."""

import re
from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.rules.personal_data import texts_with
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = ()
NUMBER = re.compile(
    r"(?<![\w.,-])(?:(?:\+31|0031)[\s.-]?(?:\(0\))?|\(?0)(?:[\s.()-]{0,2}\d){9}(?![\w-]|[.,]\d)"
)
DATE = re.compile(r"\d{1,2}[.-]\d{1,2}[.-]\d{4}\b")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Ten digits that start with a zero, or nine after +31."""
    return texts_with(workspace, NUMBER, lambda text: not DATE.match(text))
