"""Looking for personal data in every text of a workspace; the rules KR501 to KR503 use it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.workspace.workspace import Workspace


def texts_with(
    workspace: Workspace, pattern: re.Pattern[str], is_real: Callable[[str], bool] = bool
) -> Iterator[Finding]:
    """Each text in which the pattern matches something that `is_real` accepts, at the first."""
    for _, _, entry in workspace.entries():
        for place, text in entry.texts:
            found = (match.group() for match in pattern.finditer(text))
            first = next(filter(is_real, found), None)
            if first is not None:
                yield finding(replace(place, within=first))
