"""What is meant with a Dutch word where the data has a fixed English one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.nearest import nearest
from kansrijk_cli.output.words import in_dutch

WRONG_WORD = "KR023"
ARTICLE = "een "


def with_dutch(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The same problems; of a wrong word with the fixed word that it is Dutch for, or nearly."""
    for problem in diagnostics:
        value, allowed = problem.params.get("value"), problem.params.get("allowed")
        is_word = problem.code == WRONG_WORD and "rest" not in problem.params
        if is_word and isinstance(value, str) and isinstance(allowed, tuple):
            yield _with_dutch(problem, value, allowed)
        else:
            yield problem


def _with_dutch(problem: Diagnostic, value: str, allowed: tuple[str, ...]) -> Diagnostic:
    dutch = [word.removeprefix(ARTICLE) for word in in_dutch(allowed)]
    # Of the same writings the fixed word itself comes first, then the first that has it.
    writings = dict(
        reversed([*zip(allowed, allowed, strict=True), *zip(dutch, allowed, strict=False)])
    )
    near = nearest(value, writings)
    return replace(problem, params={**problem.params, "meant": writings[near]}) if near else problem
