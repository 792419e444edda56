"""Numbers that add up to other numbers, and what they leave open."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kansrijk_cli.compute.privacy.linear import ONE, ZERO, Equation, System

Cell = Hashable


@dataclass(frozen=True, eq=False)
class Rest:
    """What a total holds that no cell tells."""


@dataclass(frozen=True)
class Relation:
    """Parts that add up to a total, or to `times` the total: then the total is their average.

    When not `complete` there is something else in the total that no cell tells. A `guess` is what a
    reader may well think, and gives way to what is sure.
    """

    total: Cell
    parts: tuple[Cell, ...]
    complete: bool = True
    times: int = 1
    guess: bool = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Everything it speaks of."""
        return (self.total, *self.parts)

    @cached_property
    def rest(self) -> Rest:
        """What it holds when it is not complete."""
        return Rest()

    def equation(self, visible: Mapping[Cell, Fraction]) -> Equation:
        """The unknown parts, with what is left of the total without the visible parts."""
        terms: dict[Hashable, Fraction] = {}
        value = ZERO
        factors = [*((part, ONE) for part in self.parts), (self.total, -Fraction(self.times))]
        for cell, factor in factors:
            if cell in visible:
                value -= factor * visible[cell]
            else:
                terms[cell] = terms.get(cell, ZERO) + factor
        if not self.complete:
            terms[self.rest] = ONE
        return Equation(terms, value)


@dataclass(frozen=True, slots=True)
class Group:
    """Relations whose unknowns hang together."""

    relations: tuple[Relation, ...]
    equations: tuple[Equation, ...]

    @property
    def key(self) -> frozenset[tuple[Relation, frozenset[Hashable]]]:
        """What it is, for as long as the same cells are visible."""
        pairs = zip(self.relations, self.equations, strict=True)
        return frozenset((relation, frozenset(equation.terms)) for relation, equation in pairs)

    def near(self, unknown: Hashable) -> list[Relation]:
        """The relations that an unknown is in."""
        pairs = zip(self.relations, self.equations, strict=True)
        return [relation for relation, equation in pairs if unknown in equation.terms]

    @property
    def unknowns(self) -> tuple[Hashable, ...]:
        """The hidden cells, and what no cell tells."""
        return tuple(dict.fromkeys(name for e in self.equations for name in e.terms))


def groups(visible: Mapping[Cell, Fraction], relations: Iterable[Relation]) -> Iterator[Group]:
    """The relations with something unknown in them, those that share an unknown together."""
    groups: list[tuple[set[Hashable], list[tuple[Relation, Equation]]]] = []
    for relation in relations:
        equation = relation.equation(visible)
        if not equation.terms:
            continue
        names, members = set(equation.terms), [(relation, equation)]
        apart = []
        for other in groups:
            if other[0] & names:
                names |= other[0]
                members = other[1] + members
            else:
                apart.append(other)
        groups = [*apart, (names, members)]
    for _, members in groups:
        yield Group(tuple(r for r, _ in members), tuple(e for _, e in members))


def fitting(
    visible: Mapping[Cell, Fraction], relations: Iterable[Relation]
) -> tuple[Relation, ...]:
    """The relations that can hold: others are no relation, and tell a reader nothing."""
    possible = [r for r in dict.fromkeys(relations) if _can_hold([r], visible)]
    refused: set[Relation] = set()
    for group in groups(visible, possible):
        surest_first = tuple(sorted(group.relations, key=lambda relation: relation.guess))
        refused |= {*group.relations} - {*_added((), surest_first, visible)}
    return tuple(relation for relation in possible if relation not in refused)


def _added(
    kept: tuple[Relation, ...], more: tuple[Relation, ...], visible: Mapping[Cell, Fraction]
) -> tuple[Relation, ...]:
    """The relations with as many more as can hold with them, by halves."""
    if _can_hold((*kept, *more), visible):
        return (*kept, *more)
    if len(more) < 2:
        return kept
    half = len(more) // 2
    return _added(_added(kept, more[:half], visible), more[half:], visible)


def _can_hold(relations: Iterable[Relation], visible: Mapping[Cell, Fraction]) -> bool:
    equations = [relation.equation(visible) for relation in relations]
    return System(equations).is_possible
