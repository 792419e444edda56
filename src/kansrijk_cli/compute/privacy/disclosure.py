"""Which numbers must be left out so that what is hidden cannot be computed back.

Cells stand for published numbers; a relation says that cells add up to another one. Some cells are
hidden to begin with: too small, or never written down. `protect` hides more until somebody with a
pencil, who knows the other numbers, all relations, and that no number is negative, has for each
hidden cell at least `SPREAD` + 1 whole numbers left, the threshold or more among them. What nobody
tells, such as what remains of a total, may be known, but not when it is a small number.

It never looks at a hidden number. So hiding reveals nothing: the reader could have computed from
the visible numbers which ones had to go.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from kansrijk_cli.compute.privacy.linear import ZERO, Equation, Limits, System
from kansrijk_cli.compute.privacy.sums import Cell, Group, Relation, fitting, groups

CellT = TypeVar("CellT", bound=Hashable)

# How far apart the lowest and highest possible value of a hidden cell must be.
SPREAD = 2


def protect(
    shown: Mapping[CellT, Decimal | Fraction],
    hidden: Collection[CellT],
    relations: Iterable[Relation],
    threshold: int,
    judged: Mapping[CellT, Limits] | None = None,
    *,
    untold_too: bool = True,
) -> Mapping[CellT, frozenset[CellT]]:
    """The cells to hide, the hidden ones included, each with what would tell a hidden one.

    When a hidden cell is not safe, the smallest visible cell above zero goes as well: of those
    that share a relation with it, else of the whole group. Cells must sort by `repr`. `judged`
    tells what a published judgement says of cells, such as that a minimum is reached. Without
    `untold_too` small numbers that nobody tells may be known.
    """
    given = tuple(dict.fromkeys(relations))
    cells = {*shown, *hidden, *(cell for relation in given for cell in relation.cells)}
    # Numbers are quicker to look up, and in the order that decides between equals.
    number = {cell: index for index, cell in enumerate(sorted(cells, key=repr))}
    visible: dict[Cell, Fraction] = {
        number[c]: Fraction(value) for c, value in shown.items() if c not in hidden
    }
    numbered = [
        replace(r, total=number[r.total], parts=tuple(number[p] for p in r.parts)) for r in given
    ]
    search = _Search(
        visible,
        {number[cell]: frozenset() for cell in hidden},
        fitting(visible, numbered),
        Fraction(threshold),
        {number[cell]: limits for cell, limits in (judged or {}).items() if cell in number},
        untold_too,
    )
    search.run()
    # Only cells that stand for a number can be hidden, and only those are told of.
    told = {
        cell: search.hidden[number[cell]]
        for cell in (*shown, *hidden)
        if number[cell] in search.hidden
    }
    return {
        cell: frozenset(c for c in (*shown, *hidden) if number[c] in others)
        for cell, others in told.items()
    }


@dataclass
class _Search:
    """Hides one cell after another. See `protect`."""

    visible: dict[Cell, Fraction]
    hidden: dict[Cell, frozenset[Cell]]
    relations: tuple[Relation, ...]
    threshold: Fraction
    judged: Mapping[Cell, Limits]
    untold_too: bool
    safe: set[object] = field(default_factory=set)

    def run(self) -> None:
        """First what each sum gives away by itself, then what they do together; until nothing."""
        while self._one_by_one() or self._together():
            pass

    def _one_by_one(self) -> bool:
        before = len(self.hidden)
        for relation in self.relations:
            while self._gives_away(relation.equation(self.visible)) and self._hide(
                [relation], [relation]
            ):
                pass
        return len(self.hidden) > before

    def _gives_away(self, equation: Equation) -> bool:
        """Whether one sum tells too much: a single unknown, or all unknowns together too small."""
        is_hidden = any(name in self.hidden for name in equation.terms)
        if any(factor < 0 for factor in equation.terms.values()):
            return is_hidden and len(equation.terms) == 1
        if is_hidden:
            return len(equation.terms) == 1 or equation.value < self.threshold
        return self.untold_too and len(equation.terms) == 1 and 0 < equation.value < self.threshold

    def _together(self) -> bool:
        """What follows from all sums that hang together. Each pass mends what is far apart."""
        before = len(self.hidden)
        for group in groups(self.visible, self.relations):
            if group.key in self.safe:
                continue
            mended: set[Relation] = set()
            for unknown in (*self._told(group), *self._told_with(group)):
                near = group.near(unknown)
                if not mended & {*near}:
                    together = group.relations
                    if (
                        self._hide(near, together)
                        or self._hide(together, together)
                        or self._hide(together, together, zero=True)
                    ):
                        mended |= {*near}
            if not mended:
                self.safe.add(group.key)
        return len(self.hidden) > before

    def _told(self, group: Group) -> Iterator[Hashable]:
        """Unknowns that can be shown to be small, or of which too few values are possible."""
        system = System(group.equations)
        for unknown in group.unknowns if system.is_possible else ():
            is_small = system.highest(unknown, self.threshold) < self.threshold
            if unknown in self.hidden:
                if is_small or _is_narrow(system, unknown, SPREAD):
                    yield unknown
            elif is_small and self.untold_too and system.lowest(unknown, ZERO) > 0:
                yield unknown

    def _told_with(self, group: Group) -> Iterator[Hashable]:
        """Unknowns that the judgements pin down, further than each judgement does by itself."""
        limits = {name: self.judged[name] for name in group.unknowns if name in self.judged}
        system = System(group.equations, limits) if limits else None
        for unknown in group.unknowns if system and system.is_possible else ():
            if system and unknown in self.hidden:
                own = limits.get(unknown, Limits())
                room = SPREAD if own.most is None else min(Fraction(SPREAD), own.most - own.least)
                if _is_narrow(system, unknown, Fraction(room)):
                    yield unknown

    def _hide(
        self, relations: Iterable[Relation], told_by: Iterable[Relation], *, zero: bool = False
    ) -> bool:
        """Hide the smallest visible cell of relations: above zero, or any.

        All the sums of `told_by` together would tell what is hidden.
        """
        there = {cell for r in relations for cell in r.cells if self.visible.get(cell, ZERO) > 0}
        if zero:
            there = {cell for r in relations for cell in r.cells if cell in self.visible}
        victim = min(there, key=lambda cell: (self.visible[cell], cell), default=None)
        if victim is None:
            return False
        del self.visible[victim]
        self.hidden[victim] = frozenset(cell for r in told_by for cell in r.cells) - {victim}
        return True


def _is_narrow(system: System, unknown: Hashable, spread: int | Fraction) -> bool:
    low, high = system.seen[unknown]
    if high - low >= spread:
        return False
    high = system.highest(unknown, low + spread)
    return high - low < spread and high - system.lowest(unknown, high - spread) < spread
