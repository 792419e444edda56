"""Whether fixes do what they say and nothing else: the new text is read and compared."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Part, Place, Route
from kansrijk_cli.fixes.fix import Fix
from kansrijk_cli.fixes.propose import OTHER_NAME
from kansrijk_cli.source.edit import BOM, applied
from kansrijk_cli.source.garbled import GARBLED, ungarbled
from kansrijk_cli.source.tree import Data, parse
from kansrijk_cli.workspace.read import read_content


@dataclass(frozen=True, slots=True)
class Mending:
    """A problem and the fix for it."""

    problem: Diagnostic
    fix: Fix


def verified(file: str, text: str, mendings: Sequence[Mending]) -> tuple[Mending, ...]:
    """The mendings that are right together: a group with one that is not is halved to find it."""
    right: tuple[Mending, ...] = ()
    groups = [_without_new_problems(file, text, mendings)]
    while groups:
        group = groups.pop()
        half = len(group) // 2
        if _is_right(file, text, (*right, *group)):
            right += group
        elif half:
            groups += (group[half:], group[:half])
    return right


def mended(text: str, mendings: Sequence[Mending]) -> str:
    """The text after the mendings."""
    return applied(text, (mending.fix.edits for mending in mendings))


def _without_new_problems(file: str, text: str, mendings: Sequence[Mending]) -> tuple[Mending, ...]:
    """Without those that give a new problem where only they come: all of these at once."""
    before = {(p.code, p.place) for p in read_content(file, text.encode()).problems}
    after = read_content(file, mended(text, mendings).encode()).problems
    new = {p.place.route for p in after if (p.code, p.place) not in before}
    starts = {route[:length] for route in new for length in range(1, len(route) + 1)}
    ends = Counter(map(_route_after, mendings))
    return tuple(m for m in mendings if _route_after(m) not in starts or ends[_route_after(m)] > 1)


def _route_after(mending: Mending) -> Route:
    """Where the mended value is: behind its new key, if that is what was wrong."""
    place, meant = mending.problem.place, mending.problem.params.get("meant")
    if place.part is Part.KEY and isinstance(meant, str):
        return (*place.route[:-1], meant)
    return place.route


def _is_right(file: str, before: str, mendings: Sequence[Mending]) -> bool:
    """Whether the new text says what the old one said but for the problems, and has no others."""
    after = mended(before, mendings)
    old, new = _data(file, before), _data(file, after)
    if old is not None and new != _expected(old, mendings):
        return False
    problems = Counter(problem.code for problem in read_content(file, before.encode()).problems)
    left = Counter(problem.code for problem in read_content(file, after.encode()).problems)
    return left <= problems - (Counter(m.problem.code for m in mendings) & problems) or old is None


def _data(file: str, text: str) -> Data:
    return parse(text.removeprefix(BOM), file).value


def _expected(data: Data, mendings: Sequence[Mending]) -> Data:
    """The data with other keys and values; the deepest first, because a key leads to others."""
    places = [(place, m.problem.params.get("meant")) for m in mendings for place in _mended(m)]
    for place, meant in sorted(places, key=lambda item: -len(item[0].route)):
        if place.route and isinstance(meant, str):
            data = _changed(data, place.route, place.part, meant)
    is_garbled = any(mending.problem.code == GARBLED for mending in mendings)
    return ungarbled(data) if is_garbled else data


def _mended(mending: Mending) -> tuple[Place, ...]:
    """The places that become another: of a name that is mended everywhere all."""
    problem = mending.problem
    return (problem.place, *(problem.related if problem.code == OTHER_NAME else ()))


def _changed(data: Data, route: Route, part: Part, meant: str) -> Data:
    step, rest = route[0], route[1:]
    if isinstance(data, list) and isinstance(step, int):
        inner = _changed(data[step], rest, part, meant) if rest else meant
        return [*data[:step], inner, *data[step + 1 :]]
    if not isinstance(data, dict):
        return data
    if rest:
        return {k: _changed(v, rest, part, meant) if k == step else v for k, v in data.items()}
    if part is Part.KEY:
        return {meant if key == step else key: value for key, value in data.items()}
    return data | {str(step): meant}
