"""What equations leave open, solved exactly: the simplex method over fractions.

Every unknown is zero or more. Pivots follow Bland's rule (R. G. Bland, "New finite pivoting rules
for the simplex method", 1977), so that the search always ends.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

ZERO, ONE = Fraction(0), Fraction(1)

# Where the right side of a row stands; unknowns are counted from zero.
_RIGHT = -1
_Row = dict[int, Fraction]


@dataclass(frozen=True, slots=True)
class Equation:
    """Each unknown times its factor, added up, is `value`."""

    terms: Mapping[Hashable, Fraction]
    value: Fraction


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most that an unknown is known to be; `None` is no limit."""

    least: Fraction = ZERO
    most: Fraction | None = None


class System:
    """Equations with all their solutions. `is_possible` says whether there is any.

    `seen` keeps for each unknown the lowest and highest value met while searching: proof that
    these are possible, so that most questions need no search of their own.
    """

    def __init__(
        self, equations: Iterable[Equation], limits: Mapping[Hashable, Limits] | None = None
    ) -> None:
        given = list(equations)
        self._limits = limits or {}
        names = dict.fromkeys(name for equation in given for name in equation.terms)
        self._columns = {name: column for column, name in enumerate(names)}
        self._width = len(names)
        self._rows: list[_Row] = [self._row(equation) for equation in given]
        self._rows += self._ceilings()
        self._basis: list[int] = []
        self.seen: dict[Hashable, tuple[Fraction, Fraction]] = {}
        self.is_possible = self._start()

    def highest(self, name: Hashable, enough: Fraction) -> Fraction:
        """The most that an unknown can be, or `enough` when it can be that or more."""
        return self._extreme(name, -ONE, enough)

    def lowest(self, name: Hashable, enough: Fraction) -> Fraction:
        """The least that an unknown can be, or `enough` when it can be that or less."""
        return self._extreme(name, ONE, enough)

    def _extreme(self, name: Hashable, sign: Fraction, enough: Fraction) -> Fraction:
        goal: _Row = {self._columns[name]: sign}
        for row, basic in zip(self._rows, self._basis, strict=True):
            _subtract(goal, row, goal.get(basic, ZERO))
        side = 0 if sign > 0 else 1
        while sign * self.seen[name][side] > sign * enough:
            column = min((c for c, cost in goal.items() if c >= 0 and cost < 0), default=None)
            if column is None:
                return self.seen[name][side]
            if self._step(column, goal):
                self._look()
            else:
                self.seen[name] = (self.seen[name][0], max(self.seen[name][1], enough))
        return enough

    def _step(self, column: int, goal: _Row) -> bool:
        """Let an unknown grow until another becomes zero; `False` when it can grow for ever."""
        ratios = [
            (row.get(_RIGHT, ZERO) / row[column], self._basis[index], index)
            for index, row in enumerate(self._rows)
            if row.get(column, ZERO) > 0
        ]
        if not ratios:
            return False
        self._pivot(min(ratios)[2], column, goal)
        return True

    def _pivot(self, index: int, column: int, goal: _Row) -> None:
        chosen = self._rows[index]
        factor = chosen[column]
        for key in chosen:
            chosen[key] /= factor
        for other in (*self._rows, goal):
            if other is not chosen:
                _subtract(other, chosen, other.get(column, ZERO))
        self._basis[index] = column

    def _look(self) -> None:
        """Remember the solution at hand."""
        at = {b: r.get(_RIGHT, ZERO) for r, b in zip(self._rows, self._basis, strict=True)}
        for name, column in self._columns.items():
            value = at.get(column, ZERO) + self._least(name)
            low, high = self.seen.get(name, (value, value))
            self.seen[name] = (min(low, value), max(high, value))

    def _least(self, name: Hashable) -> Fraction:
        return self._limits[name].least if name in self._limits else ZERO

    def _row(self, equation: Equation) -> _Row:
        """An equation with every unknown counted from its lower limit."""
        row = {self._columns[name]: factor for name, factor in equation.terms.items() if factor}
        shift = sum((f * self._least(name) for name, f in equation.terms.items()), ZERO)
        row[_RIGHT] = equation.value - shift
        return row

    def _ceilings(self) -> list[_Row]:
        """A row for every upper limit, with the room that is left as a new unknown."""
        rows = []
        for name, limits in self._limits.items():
            if limits.most is not None and name in self._columns:
                room = limits.most - limits.least
                rows.append({self._columns[name]: ONE, self._width: ONE, _RIGHT: room})
                self._width += 1
        return rows

    def _start(self) -> bool:
        """Find a first solution, by letting a helper in each row shrink to zero."""
        helpers = range(self._width, self._width + len(self._rows))
        goal: _Row = {}
        for helper, row in zip(helpers, self._rows, strict=True):
            if row.get(_RIGHT, ZERO) < 0:
                for key in row:
                    row[key] = -row[key]
            _subtract(goal, row, ONE)
            row[helper] = ONE
        self._basis = list(helpers)
        while column := self._next(goal, self._width):
            self._step(column - 1, goal)
        if goal.get(_RIGHT, ZERO):
            return False
        self._drop_helpers()
        self._look()
        return True

    @staticmethod
    def _next(goal: _Row, width: int) -> int:
        """One more than the first column that brings the goal nearer, zero when there is none."""
        return 1 + min((c for c, cost in goal.items() if 0 <= c < width and cost < 0), default=-1)

    def _drop_helpers(self) -> None:
        """Take the helpers out; a row in which only helpers are left says nothing new."""
        for index in range(len(self._rows)):
            if self._basis[index] >= self._width:
                row = self._rows[index]
                column = min((c for c in row if 0 <= c < self._width), default=None)
                if column is not None:
                    self._pivot(index, column, {})
        kept = [i for i, basic in enumerate(self._basis) if basic < self._width]
        self._rows = [{c: v for c, v in self._rows[i].items() if c < self._width} for i in kept]
        self._basis = [self._basis[i] for i in kept]


def _subtract(row: _Row, other: _Row, factor: Fraction) -> None:
    """Take `factor` times another row off a row, keeping only what is not zero."""
    if not factor:
        return
    for key, value in other.items():
        left = row.get(key, ZERO) - factor * value
        if left:
            row[key] = left
        else:
            row.pop(key, None)
