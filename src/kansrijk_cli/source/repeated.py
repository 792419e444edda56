"""Fields that a mapping has twice: written twice, or of an item of which the first line is gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place, Position

DUPLICATE_KEY = "KR015"
# What holds a mapping that is an item of a list.
DASH = "-"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A field that was there already; `index` counts the fields of its mapping."""

    key: str
    index: int
    here: Position
    first: Position


Run = Sequence[Repeated]


def runs(repeated: Sequence[Repeated]) -> list[Run]:
    """The fields in groups: what follows two neighbours belongs to the same lost item.

    A field that such a group has already begins another.
    """
    found: list[list[Repeated]] = []
    for one in repeated:
        last = found[-1] if found else []
        is_next = len(last) > 1 or (len(last) == 1 and one.index == last[0].index + 1)
        if is_next and one.key not in {other.key for other in last}:
            last.append(one)
        else:
            found.append([one])
    return [list(run) for run in found]


def told(file: str, run: Run, first_key: str, holder: str) -> Iterator[Diagnostic]:
    """One finding of a lost beginning, or one of a field that is there twice.

    `first_key` is the first field of the mapping; `holder` the dash or the name it stands under.
    """
    start, *others = run
    place = Place(file, span=start.here)
    if not others:
        params: dict[str, Value] = {"key": start.key, "first_line": start.first[0]}
        yield Diagnostic(DUPLICATE_KEY, place, params, (Place(file, span=start.first),))
        return
    begins = {"item": f"- {first_key}: ..."} if holder == DASH else {"heading": f"{holder}:"}
    params = {"keys": tuple(one.key for one in run), "again": tuple(o.key for o in others)}
    rest = (Place(file, span=one.here) for one in others)
    yield Diagnostic(DUPLICATE_KEY, place, params | begins, tuple(rest))
