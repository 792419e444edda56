"""Equations solved exactly, next to trying all whole numbers."""

from collections.abc import Hashable
from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.compute.privacy.linear import Equation, Limits, System

FAR = Fraction(1000)


def equation(value: int, **factors: int) -> Equation:
    return Equation({name: Fraction(factor) for name, factor in factors.items()}, Fraction(value))


def ends(system: System, name: str) -> list[object]:
    """The lowest and highest value, with no limit at which it may stop."""
    return [system.lowest(name, Fraction(-1)), system.highest(name, FAR)]


def test_a_sum_leaves_each_part_everything_up_to_it() -> None:
    system = System([equation(10, a=1, b=1)])
    assert ends(system, "a") == [0, 10]
    assert system.highest("a", Fraction(4)) == 4


def test_what_is_solved_has_one_value() -> None:
    system = System([equation(10, a=1, b=1), equation(4, a=1, b=-1)])
    assert ends(system, "a") == [7, 7]
    assert ends(system, "b") == [3, 3]


def test_a_fraction_stays_exact() -> None:
    assert ends(System([equation(1, a=3)]), "a") == [Fraction(1, 3), Fraction(1, 3)]


def test_what_can_grow_for_ever_reaches_whatever_is_enough() -> None:
    system = System([equation(2, a=1, b=-1)])
    assert ends(system, "a") == [2, FAR]
    assert ends(system, "b") == [0, FAR]


def test_equations_without_a_solution_are_told() -> None:
    assert not System([equation(-1, a=1, b=1)]).is_possible
    assert not System([equation(1, a=1), equation(2, a=1)]).is_possible
    assert not System([equation(1)]).is_possible
    assert System([equation(0)]).is_possible


def test_the_same_equation_twice_is_one() -> None:
    system = System([equation(5, a=1, b=1), equation(10, a=2, b=2)])
    assert ends(system, "a") == [0, 5]


def test_limits_narrow() -> None:
    limits: dict[Hashable, Limits] = {"a": Limits(Fraction(2)), "b": Limits(most=Fraction(3))}
    system = System([equation(6, a=1, b=1)], limits)
    assert ends(system, "a") == [3, 6]
    assert ends(system, "b") == [0, 3]
    assert not System([equation(6, b=1)], limits).is_possible


FACTORS = st.lists(st.integers(-1, 1), min_size=3, max_size=3)


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(FACTORS, min_size=1, max_size=3),
    point=st.lists(st.integers(0, 4), min_size=3, max_size=3),
)
def test_no_whole_solution_lies_outside(rows: list[list[int]], point: list[int]) -> None:
    """The solver may leave more than the whole solutions, never less; and a solution there is."""
    names = ("a", "b", "c")

    def value(row: list[int], at: tuple[int, ...]) -> int:
        return sum(factor * number for factor, number in zip(row, at, strict=True))

    wanted = [value(row, tuple(point)) for row in rows]
    given_rows = [
        Equation({n: Fraction(f) for n, f in zip(names, row, strict=True)}, Fraction(w))
        for row, w in zip(rows, wanted, strict=True)
    ]
    system = System(given_rows)
    assert system.is_possible
    solutions = [at for at in product(range(9), repeat=3) if [value(r, at) for r in rows] == wanted]
    for index, name in enumerate(names):
        low, high = system.lowest(name, Fraction(-1)), system.highest(name, FAR)
        found = [at[index] for at in solutions]
        assert low <= min(found)
        assert max(found) <= high
        # Where it says that one value is left there is no other.
        if low == high:
            assert set(found) == {low}
