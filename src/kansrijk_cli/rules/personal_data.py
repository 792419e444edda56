"""Looking for personal data in every text of a workspace; the rules KR501 to KR503 use it."""

import re
from collections.abc import Callable, Iterator

from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.workspace.workspace import Workspace


def texts_with(
    workspace: Workspace, pattern: re.Pattern[str], is_real: Callable[[str], bool] = bool
) -> Iterator[Finding]:
    """Each text in which the pattern matches something that `is_real` accepts."""
    for _, _, entry in workspace.entries():
        for visit in entry.visits:
            if isinstance(visit.value, str):
                for match in pattern.finditer(visit.value):
                    if is_real(match.group()):
                        yield finding(visit.place)
                        break
