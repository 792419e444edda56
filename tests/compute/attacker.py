"""Somebody with a pencil who tries to compute hidden numbers back. Shares no code with the program.

He knows every published number, which numbers add up to which, and that all are whole and not
negative. He solves the equations exactly (elimination over fractions), narrows what each hidden
number can be until nothing moves, and of a small table tries every possibility.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil, floor

FAR = Fraction(10**6)


@dataclass(frozen=True)
class Known:
    """Factors times numbers, added up, is zero: `{"total": -1, "a": 1, "b": 1}`."""

    factors: Mapping[Hashable, int]


@dataclass(frozen=True)
class Attacker:
    """What he has: published numbers, equations, and limits of hidden numbers when he has any.

    `broken` numbers, such as averages, need not be whole.
    """

    published: Mapping[Hashable, Fraction]
    equations: Sequence[Known]
    limits: Mapping[Hashable, tuple[int, int | None]]
    broken: frozenset[Hashable] = frozenset()

    @property
    def hidden(self) -> list[Hashable]:
        """Every number he does not know."""
        names = dict.fromkeys(name for equation in self.equations for name in equation.factors)
        return [name for name in names if name not in self.published]

    def _rows(self) -> Iterator[tuple[dict[Hashable, Fraction], Fraction]]:
        for equation in self.equations:
            left = {n: Fraction(f) for n, f in equation.factors.items() if n not in self.published}
            right = -sum(
                (f * self.published[n] for n, f in equation.factors.items() if n in self.published),
                Fraction(0),
            )
            if left:
                yield left, right

    def eliminated(self) -> list[tuple[dict[Hashable, Fraction], Fraction]]:
        """The equations in reduced row echelon form (Gauss and Jordan)."""
        done: list[tuple[Hashable, dict[Hashable, Fraction], Fraction]] = []
        for given, right in self._rows():
            left, value = dict(given), right
            for pivot, row, number in done:
                left, value = _without(left, value, pivot, row, number)
            if not left:
                continue
            pivot = next(iter(left))
            factor = left[pivot]
            left = {name: f / factor for name, f in left.items()}
            value /= factor
            done = [(p, *_without(row, number, pivot, left, value)) for p, row, number in done]
            done.append((pivot, left, value))
        return [(row, number) for _, row, number in done]

    def solved(self) -> dict[Hashable, Fraction]:
        """The hidden numbers that the equations alone give away."""
        return {next(iter(row)): value for row, value in self.eliminated() if len(row) == 1}

    def intervals(self) -> dict[Hashable, tuple[Fraction, Fraction]]:
        """What each hidden number can be, after narrowing until nothing moves."""
        rows = [*self._rows(), *self.eliminated()]
        found: dict[Hashable, tuple[Fraction, Fraction]] = {}
        for name in self.hidden:
            low, high = self.limits.get(name, (0, None))
            found[name] = (Fraction(low), FAR if high is None else Fraction(high))
        moved = True
        while moved:
            moved = False
            for row, value in rows:
                for name in row:
                    new = self._narrowed(name, row, value, found)
                    if new != found[name] and new[0] <= new[1]:
                        found[name], moved = new, True
        return found

    def _narrowed(
        self,
        name: Hashable,
        row: Mapping[Hashable, Fraction],
        value: Fraction,
        found: Mapping[Hashable, tuple[Fraction, Fraction]],
    ) -> tuple[Fraction, Fraction]:
        """What one equation leaves of a number, given what the others in it can be."""
        others = [(factor, *found[n]) for n, factor in row.items() if n != name]
        most = sum((f * (high if f > 0 else low) for f, low, high in others), -value)
        least = sum((f * (low if f > 0 else high) for f, low, high in others), -value)
        first, last = -most / row[name], -least / row[name]
        first, last = min(first, last), max(first, last)
        if name not in self.broken:
            first, last = Fraction(ceil(first)), Fraction(floor(last))
        return max(found[name][0], first), min(found[name][1], last)

    def possible(self, most: int) -> dict[Hashable, set[int]]:
        """Every value of each hidden number in some whole solution, none above `most`.

        Tries all values of the numbers that the elimination leaves free.
        """
        rows = self.eliminated()
        pivots = [next(iter(row)) for row, _ in rows]
        free = [name for name in self.hidden if name not in pivots]
        found: dict[Hashable, set[int]] = {name: set() for name in self.hidden}
        for values in product(range(most + 1), repeat=len(free)):
            at: dict[Hashable, Fraction] = dict(zip(free, map(Fraction, values), strict=True))
            for pivot, (row, value) in zip(pivots, rows, strict=True):
                at[pivot] = value - sum(
                    (f * at[n] for n, f in row.items() if n != pivot), Fraction(0)
                )
            if all(self._allows(name, value) for name, value in at.items()):
                for name, value in at.items():
                    found[name].add(int(value))
        return found

    def _allows(self, name: Hashable, value: Fraction) -> bool:
        low, high = self.limits.get(name, (0, None))
        return value.denominator == 1 and low <= value and (high is None or value <= high)


def _without(
    left: Mapping[Hashable, Fraction],
    value: Fraction,
    pivot: Hashable,
    row: Mapping[Hashable, Fraction],
    number: Fraction,
) -> tuple[dict[Hashable, Fraction], Fraction]:
    """An equation from which another has been taken, so that `pivot` is no longer in it."""
    factor = left.get(pivot, Fraction(0))
    names = dict.fromkeys((*left, *row))
    rest = {n: left.get(n, Fraction(0)) - factor * row.get(n, Fraction(0)) for n in names}
    return {n: f for n, f in rest.items() if f}, value - factor * number
