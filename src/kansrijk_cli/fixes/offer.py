"""What is offered for the findings in one file: only what was tried there is called safe."""

from collections.abc import Sequence
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.fixes.fix import Fix
from kansrijk_cli.fixes.propose import MARK, proposed
from kansrijk_cli.fixes.verify import Mending, verified
from kansrijk_cli.source.edit import BOM
from kansrijk_cli.source.tree import Locator


def offered(file: str, locator: Locator, problems: Sequence[Diagnostic]) -> list[Fix | None]:
    """The fix of each problem, if there is one; one that does not do what it says is a proposal."""
    found = [proposed(problem, locator) for problem in problems]
    pairs = zip(problems, found, strict=True)
    safe = [Mending(problem, fix) for problem, fix in pairs if fix and fix.safe]
    if not safe:
        return found
    # Reading takes the mark off, but what takes it away must find it.
    has_mark = any(problem.code == MARK for problem in problems)
    right = verified(file, (BOM if has_mark else "") + locator.text, safe)
    return [
        replace(fix, safe=fix.safe and Mending(problem, fix) in right) if fix else None
        for problem, fix in zip(problems, found, strict=True)
    ]
