"""Municipalities that merged: who stands for whom on a date."""

from collections.abc import Iterable, Iterator
from datetime import date

from kansrijk_cli.model.municipalities import Municipality
from kansrijk_cli.workspace.register import Register


def ended(municipality: Municipality, on: date) -> bool:
    """Whether a municipality is over on a day."""
    return municipality.until is not None and municipality.until < on


def is_split(municipality: Municipality, on: date) -> bool:
    """Whether a municipality went to more than one other: nobody knows what went where."""
    return ended(municipality, on) and len(municipality.successors) > 1


def standing(register: Register, names: Iterable[str], on: date | None) -> tuple[str, ...]:
    """The municipalities that are there on a day for those named, sorted, by official name.

    What is over stands as what it became; what is not there yet as what it was made of. What was
    split keeps its old name, unless all it was split into is named as well. Without a day all
    stay as they are.
    """
    named = frozenset(names)
    found = (
        name if on is None else _standing(register, name, on, named, frozenset()) for name in named
    )
    return tuple(sorted({m for one in found for m in ((one,) if isinstance(one, str) else one)}))


def parts(register: Register, name: str, on: date | None) -> tuple[str, ...]:
    """The municipalities that became part of this one, and of no other, before a day."""
    made_of = register.made_of.get(name, ())
    return tuple(sorted(m.name for m in made_of if on is not None and ended(m, on)))


def all_parts(register: Register, names: Iterable[str], on: date | None) -> frozenset[str]:
    """All municipalities that are over and now in one of these, after any number of mergers."""
    found: set[str] = set()
    ahead = list(names)
    while ahead:
        new = set(parts(register, ahead.pop(), on)) - found
        found |= new
        ahead += new
    return frozenset(found)


def related(register: Register, names: Iterable[str]) -> frozenset[str]:
    """These municipalities, what they became and what became them, also of a split one a part."""
    found = set(names)
    for name in tuple(found):
        here = register.find(name)
        while len(here) == 1 and len(here[0].successors) == 1:
            after = _names(register, here[0].successors)
            here = register.find(after[0]) if after and after[0] not in found else ()
            found.update(after)
    found |= all_parts(register, names, date.max)
    split = (m for m in register.municipalities if len(m.successors) > 1)
    return frozenset(found | {m.name for m in split if found & set(_names(register, m.successors))})


def goes_on(register: Register, name: str, on: date | None) -> bool:
    """Whether a municipality was there itself before others became part of it."""
    here = register.find(name)
    olds = [m for old in parts(register, name, on) for m in register.find(old)]
    ends = [m.until for m in olds if m.until]
    since = here[0].since if len(here) == 1 else None
    return bool(ends) and (since is None or since <= min(ends))


def _standing(
    register: Register, name: str, on: date, named: frozenset[str], seen: frozenset[str]
) -> tuple[str, ...]:
    found = register.find(name)
    if len(found) != 1 or name in seen:
        return (name,)
    [here] = found
    if ended(here, on):
        others = _names(register, here.successors)
        if len(here.successors) > 1:
            return () if others and {*others} <= named else (name,)
    elif here.since and on < here.since:
        others = list(_before(register, here, named))
    else:
        return (name,)
    steps = (_standing(register, other, on, named, seen | {name}) for other in others)
    return tuple(m for step in steps for m in step) or (name,)


def _names(register: Register, codes: Iterable[str]) -> list[str]:
    return [register.by_code[code].name for code in codes if code in register.by_code]


def _before(register: Register, here: Municipality, named: frozenset[str]) -> Iterator[str]:
    """What a municipality was made of: of a split one only if all its successors are named."""
    for other in register.municipalities:
        whole = len(other.successors) == 1 or {*_names(register, other.successors)} <= named
        if whole and here.code in other.successors:
            yield other.name
