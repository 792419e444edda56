"""Dividing a whole: published examples, and what holds for whatever is divided."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kansrijk_cli.compute.dividing.apportion import METHODS, Division, apportion
from kansrijk_cli.compute.dividing.divisors import SIGNPOSTS
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.model.keys import Method
from tests.compute.building import decimals


def divide(
    total: object,
    weights: Sequence[int],
    method: Method = "largest-remainder",
    bounds: Sequence[tuple[object, object]] = (),
    step: object = 1,
) -> Division:
    """Divide among a, b, c ... in this order."""
    names = [chr(ord("a") + index) for index in range(len(weights))]
    return apportion(
        Decimal(str(total)),
        {name: Fraction(weight) for name, weight in zip(names, weights, strict=True)},
        {n: Bounds(*decimals(*pair)) for n, pair in zip(names, bounds, strict=bool(bounds))},
        method,
        Decimal(str(step)),
    )


def values(division: Division) -> list[Decimal]:
    assert division.refusals == ()
    return [part.value for part in division.parts.values()]


def told(division: Division) -> list[tuple[object, ...]]:
    """The value of each, with what decided it and its rank."""
    return [(part.value, part.outcome, part.rank) for part in division.parts.values()]


# Published examples, as read in stored copies of these pages and files.

# M.L. Balinski and H.P. Young, "The quota method of apportionment", The American Mathematical
# Monthly 82 (1975), 701-730. The figures were read in tests/test_methods.py of
# https://github.com/martinlackner/apportionment, which takes its examples from that article.
BALINSKI_YOUNG: list[tuple[Method, list[int], list[int]]] = [
    ("largest-remainder", [51, 44, 2, 2, 1], [9, 7, 5, 4, 1]),
    ("dhondt", [52, 45, 1, 1, 1], [10, 7, 5, 3, 1]),
    ("sainte-lague", [51, 43, 2, 2, 2], [9, 8, 5, 3, 1]),
    ("huntington-hill", [51, 43, 2, 2, 2], [9, 7, 6, 3, 1]),
    ("adams", [51, 43, 2, 2, 2], [9, 7, 5, 3, 2]),
]

# "Hamilton method", Electowiki, https://electowiki.org/w/index.php?title=Hamilton_method&oldid=9372:
# the states of 1790, and 60 seats.
STATES_1790 = {
    "Virginia": (630560, 11),
    "Massachusetts": (475327, 8),
    "Pennsylvania": (432879, 7),
    "North Carolina": (353523, 6),
    "New York": (331589, 6),
    "Maryland": (278514, 5),
    "Connecticut": (236841, 4),
    "South Carolina": (206236, 3),
    "New Jersey": (179570, 3),
    "New Hampshire": (141822, 2),
    "Vermont": (85533, 1),
    "Georgia": (70835, 1),
    "Kentucky": (68705, 1),
    "Rhode Island": (68446, 1),
    "Delaware": (55540, 1),
}


class TestPublished:
    @pytest.mark.parametrize(("method", "first", "second"), BALINSKI_YOUNG)
    def test_balinski_and_young(self, method: Method, first: list[int], second: list[int]) -> None:
        assert values(divide(100, [5117, 4400, 162, 161, 160], method)) == first
        assert values(divide(26, [9061, 7179, 5259, 3319, 1182], method)) == second

    def test_hamilton_for_the_states_of_1790(self) -> None:
        weights = {name: Fraction(people) for name, (people, _) in STATES_1790.items()}
        division = apportion(Decimal(60), weights)
        assert {n: p.value for n, p in division.parts.items()} == {
            name: seats for name, (_, seats) in STATES_1790.items()
        }
        # The page names who get the remaining 8 seats, from the largest remainder down.
        up = {n: p.rank for n, p in division.parts.items() if p.outcome == "up"}
        assert sorted(up, key=lambda name: up[name] or 0) == [
            *("New Jersey", "Connecticut", "Delaware", "Massachusetts"),
            *("North Carolina", "Maryland", "New York", "Virginia"),
        ]

    def test_dhondt_of_wikipedia(self) -> None:
        """The section Example of "D'Hondt method" in the English Wikipedia: 8 seats, 4 parties.

        The same votes, in tens of thousands, are in "D'Hondt method" of Electowiki.
        """
        assert values(divide(8, [100000, 80000, 30000, 20000], "dhondt")) == [4, 3, 1, 0]

    def test_grootste_gemiddelden_of_the_kiesraad(self) -> None:
        """Kieswet article P 7 as the Kiesraad's program Abacus tests it.

        `test_with_residual_seats`, https://github.com/kiesraad/abacus (backend, apportionment).
        """
        assert values(divide(23, [600, 302, 98, 99, 101], "dhondt")) == [12, 6, 1, 2, 2]

    def test_sainte_lague_of_electowiki(self) -> None:
        """The example with 35 seats of "Sainte-Laguë method", Electowiki.

        https://electowiki.org/wiki/Sainte-Lagu%C3%AB_method
        """
        assert values(divide(35, [503, 304, 193], "sainte-lague")) == [17, 11, 7]


class TestExplained:
    def test_each_share_says_what_it_is_and_its_rank(self) -> None:
        # 10 over 5, 3 and 1 of 9: 5,56, 3,33 and 1,11. One is left: the largest remainder is of a.
        division = divide(10, [5, 3, 1])
        assert told(division) == [
            (6, "up", 1),
            (3, "down", 2),
            (1, "down", 3),
        ]
        assert division.parts["a"].share == Fraction(50, 9)

    def test_a_whole_share_needs_no_rounding(self) -> None:
        assert told(divide(6, [1, 2])) == [(2, "exact", None), (4, "exact", None)]

    def test_a_bound_says_so_and_the_rest_is_divided_again(self) -> None:
        # In proportion 12, 4, 3 and 1; a has at most 8. The 12 others are 6, 4,5 and 1,5.
        division = divide(20, [12, 4, 3, 1], bounds=[(0, 8), *[(0, None)] * 3])
        shares = [part.bounded for part in division.parts.values()]
        assert shares == [8, 6, Fraction(9, 2), Fraction(3, 2)]
        assert told(division) == [
            (8, "maximum", None),
            (6, "exact", None),
            # The same remainder: the larger weight goes first.
            (5, "up", 1),
            (1, "down", 2),
        ]

    def test_who_comes_back_within_the_bounds_is_not_held_at_one(self) -> None:
        # 10 in proportion: 8, 1 and 1. With a minimum of 2 for b and c, a gets 6, below its 7.
        assert told(divide(10, [8, 1, 1], bounds=[(0, 7), (2, None), (2, None)])) == [
            (6, "exact", None),
            (2, "minimum", None),
            (2, "minimum", None),
        ]

    @pytest.mark.parametrize("method", list(SIGNPOSTS))
    def test_the_divisor_rounds_every_weight_to_its_part(self, method: Method) -> None:
        weights = [9061, 7179, 5259, 3319, 1182]
        division = divide(26, weights, method)
        assert division.divisor is not None
        assert [
            _rounded(Fraction(weight) / Fraction(division.divisor), method) for weight in weights
        ] == values(division)

    @pytest.mark.parametrize("method", list(SIGNPOSTS))
    def test_a_bound_is_named_when_the_quotient_is_beyond_it(self, method: Method) -> None:
        # Only c is between its bounds: whatever the divisor, a is above its own and d below.
        bounds = [(0, 4), (2, 4), (0, None), (3, None)]
        division = divide(14, [900, 400, 300, 100], method, bounds)
        assert division.divisor is not None
        found = [(division.parts[n].value, division.parts[n].outcome) for n in "ad"]
        assert [outcome for _, outcome in found] == ["maximum", "minimum"]
        assert [value for value, _ in found] == list(decimals(4, 3))

    def test_the_divisor_has_as_few_digits_as_can_be(self) -> None:
        # Between 1300 / 7 and 200: one digit does not fit between, two do.
        assert divide(11, [1300, 200, 900], "dhondt").divisor == 190
        assert divide(11, [1300, 200, 900], "dhondt", step="0.5").divisor is not None

    def test_a_method_of_remainders_has_no_divisor(self) -> None:
        assert divide(26, [9061, 7179]).divisor is None


def _rounded(quotient: Fraction, method: str) -> int:
    whole = int(quotient)
    return whole + int(quotient**2 >= SIGNPOSTS[method](whole))


class TestTies:
    @pytest.mark.parametrize("method", METHODS)
    def test_the_largest_weight_goes_first_and_then_the_alphabet(self, method: Method) -> None:
        parts = divide(2, [2, 1, 1, 2, 2], method).parts
        assert [p.value for p in parts.values()] == [1, 0, 0, 1, 0]
        # By these two all have an equal claim to their first: it comes before any division.
        everybody = method in ("adams", "huntington-hill")
        tied = [name for name, part in parts.items() if part.tied]
        assert tied == (["a", "b", "c", "d", "e"] if everybody else ["a", "d", "e"])

    @pytest.mark.parametrize("method", METHODS)
    def test_equal_weights_differ_by_one_at_most(self, method: Method) -> None:
        found = divide(20, [1] * 7, method, [(2, 4)] * 7)
        assert values(found) == [3, 3, 3, 3, 3, 3, 2]
        assert all(part.tied for part in found.parts.values())

    def test_nothing_is_tied_without_a_tie(self) -> None:
        assert not any(part.tied for part in divide(10, [5, 3, 1]).parts.values())


class TestWithoutWeight:
    @pytest.mark.parametrize("method", METHODS)
    def test_it_gets_nothing_when_others_can_have_it(self, method: Method) -> None:
        assert values(divide(6, [0, 14, 28, 0, 0], method)) == [0, 2, 4, 0, 0]

    @pytest.mark.parametrize("method", METHODS)
    def test_it_gets_its_minimum(self, method: Method) -> None:
        assert values(divide(6, [0, 1], method, [(1, None), (0, None)])) == [1, 5]

    @pytest.mark.parametrize("method", METHODS)
    def test_it_gets_what_the_others_may_not_have(self, method: Method) -> None:
        bounds = [(0, None), (0, 3), (0, None)]
        assert values(divide(8, [0, 5, 0], method, bounds)) == [3, 3, 2]

    @pytest.mark.parametrize("method", METHODS)
    def test_nobody_has_a_weight(self, method: Method) -> None:
        assert values(divide(3, [0, 0], method)) == [2, 1]


class TestSteps:
    def test_cents_add_up(self) -> None:
        assert values(divide(100, [1, 1, 1], step="0.01")) == list(
            map(Decimal, ("33.34", "33.33", "33.33"))
        )

    def test_half_hours(self) -> None:
        assert values(divide("2.5", [3, 1], step="0.5")) == [Decimal(2), Decimal("0.5")]

    def test_bounds_become_whole_steps_within_them(self) -> None:
        assert values(divide(5, [9, 1], bounds=[(0, "3.9"), ("1.2", None)])) == [3, 2]


class TestRefused:
    @staticmethod
    def why(division: Division) -> list[tuple[str, Mapping[str, object]]]:
        assert division.parts == {}
        return [(refusal.why, dict(refusal.numbers)) for refusal in division.refusals]

    def test_too_little_by_how_much(self) -> None:
        found = self.why(divide(13, [1] * 7, bounds=[(2, None)] * 7))
        assert found == [("too-low", {"needed": 14, "total": 13, "short": 1})]

    def test_too_much_by_how_much(self) -> None:
        found = self.why(divide(30, [1] * 7, bounds=[(2, 4)] * 7))
        assert found == [("too-high", {"reach": 28, "total": 30, "over": 2})]

    def test_a_minimum_above_the_maximum(self) -> None:
        division = divide(5, [1, 1], bounds=[(3, 2), (0, None)])
        assert self.why(division) == [("crossed", {"minimum": 3, "maximum": 2})]
        assert division.refusals[0].names == ("a",)

    def test_no_whole_step_between_the_bounds(self) -> None:
        found = self.why(divide(5, [1, 1], bounds=[("2.2", "2.8"), (0, None)]))
        assert found == [("crossed", {"minimum": 3, "maximum": 2})]

    @pytest.mark.parametrize(
        ("total", "step", "why"),
        [("2.5", 1, "not-in-steps"), ("0.005", "0.01", "not-in-steps"), (-1, 1, "negative-total")],
    )
    def test_a_total_that_is_no_number_of_steps(self, total: str, step: str, why: str) -> None:
        assert [word for word, _ in self.why(divide(total, [1], step=step))] == [why]

    def test_nobody_to_divide_among(self) -> None:
        assert self.why(divide(5, [])) == [("nobody", {})]


# What holds for whatever is divided.

WEIGHTS = st.one_of(st.integers(0, 5), st.integers(0, 10**6))
BOUND = st.one_of(st.none(), st.integers(-2, 12))


@st.composite
def problems(draw: st.DrawFn) -> tuple[int, dict[str, Fraction], dict[str, Bounds], Method]:
    """Something to divide, feasible or not."""
    names = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6, unique=True))
    weights = {name: Fraction(draw(WEIGHTS), draw(st.integers(1, 3))) for name in names}
    bounds = {n: Bounds(*decimals(draw(BOUND), draw(BOUND))) for n in names if draw(st.booleans())}
    return draw(st.integers(0, 40)), weights, bounds, draw(st.sampled_from(METHODS))


def reach(weights: Mapping[str, Fraction], bounds: Mapping[str, Bounds]) -> tuple[float, float]:
    """The least and the most that can be divided, worked out apart from the program."""
    lows = [max(bounds.get(n, Bounds()).minimum or 0, 0) for n in weights]
    highs = [bounds.get(n, Bounds()).maximum for n in weights]
    return float(sum(lows)), sum(inf if high is None else float(high) for high in highs)


def crossed(weights: Mapping[str, Fraction], bounds: Mapping[str, Bounds]) -> bool:
    found = [bounds.get(name, Bounds()) for name in weights]
    return any(b.maximum is not None and max(b.minimum or 0, 0) > b.maximum for b in found)


@given(problem=problems())
def test_what_is_feasible_meets_bounds_and_total_and_the_rest_is_refused(
    problem: tuple[int, dict[str, Fraction], dict[str, Bounds], Method],
) -> None:
    total, weights, bounds, method = problem
    division = apportion(Decimal(total), weights, bounds, method)
    least, most = reach(weights, bounds)
    if crossed(weights, bounds) or not least <= total <= most:
        assert division.refusals
        assert division.parts == {}
        return
    assert division.refusals == ()
    assert list(division.parts) == list(weights)
    assert sum(part.value for part in division.parts.values()) == total
    assert sum(part.bounded for part in division.parts.values()) == total
    for name, part in division.parts.items():
        assert part.value >= 0
        assert bounds.get(name, Bounds()).holds(part.value)


@given(
    cents=st.integers(0, 10**9),
    weights=st.lists(st.integers(1, 10**6), min_size=1, max_size=20),
    method=st.sampled_from(METHODS),
)
def test_euros_add_up_to_the_cent(cents: int, weights: list[int], method: Method) -> None:
    total = Decimal(cents).scaleb(-2)
    division = divide(total, weights, method, step="0.01")
    assert sum(values(division)) == total
    if method == "largest-remainder":
        assert all(
            abs(Fraction(p.value) - p.share) < Fraction(1, 100) for p in division.parts.values()
        )


@given(problem=problems())
def test_shares_are_in_proportion_but_for_the_bounds(
    problem: tuple[int, dict[str, Fraction], dict[str, Bounds], Method],
) -> None:
    """One ratio for all: who has less of it is at the maximum, who has more at the minimum."""
    total, weights, bounds, method = problem
    parts = apportion(Decimal(total), weights, bounds, method).parts
    ratio = {n: parts[n].bounded / weights[n] for n in parts if weights[n]}
    for name, mine in ratio.items():
        for other, its in ratio.items():
            if mine < its:
                limit = bounds.get(name, Bounds())
                own = bounds.get(other, Bounds())
                assert parts[name].bounded == limit.maximum or (
                    parts[other].bounded == max(own.minimum or Decimal(0), Decimal(0))
                )


@given(problem=problems())
def test_a_divisor_method_is_handing_out_one_by_one(
    problem: tuple[int, dict[str, Fraction], dict[str, Bounds], Method],
) -> None:
    """The definition of the methods, as slow as it is."""
    total, weights, bounds, method = problem
    assume(method != "largest-remainder" and all(weights.values()))
    division = apportion(Decimal(total), weights, bounds, method)
    assume(not division.refusals)
    given_ = {n: int(max(bounds.get(n, Bounds()).minimum or 0, 0)) for n in weights}
    while sum(given_.values()) < total:
        claims = {
            name: (weights[name] ** 2 / post if (post := SIGNPOSTS[method](had)) else inf)
            for name, had in given_.items()
            if (high := bounds.get(name, Bounds()).maximum) is None or had < high
        }
        given_[min(claims, key=lambda n: (-claims[n], -weights[n], n))] += 1
    assert {name: part.value for name, part in division.parts.items()} == given_


@given(problem=problems())
def test_remainders_are_rounded_to_a_neighbour_and_the_largest_up(
    problem: tuple[int, dict[str, Fraction], dict[str, Bounds], Method],
) -> None:
    total, weights, bounds, _ = problem
    parts = apportion(Decimal(total), weights, bounds).parts
    assert all(abs(Fraction(part.value) - part.bounded) < 1 for part in parts.values())
    ups = [part.bounded % 1 for part in parts.values() if part.outcome == "up"]
    downs = [part.bounded % 1 for part in parts.values() if part.outcome == "down"]
    assert not ups or not downs or min(ups) >= max(downs)


@given(problem=problems())
def test_the_order_of_names_in_the_data_does_not_matter(
    problem: tuple[int, dict[str, Fraction], dict[str, Bounds], Method],
) -> None:
    total, weights, bounds, method = problem
    turned = dict(reversed(weights.items()))
    found = apportion(Decimal(total), weights, bounds, method)
    assert found.parts == apportion(Decimal(total), turned, bounds, method).parts


@given(problem=problems())
def test_who_has_more_weight_does_not_get_less(
    problem: tuple[int, dict[str, Fraction], dict[str, Bounds], Method],
) -> None:
    total, weights, _, method = problem
    parts = apportion(Decimal(total), weights, {}, method).parts
    ordered = sorted(parts, key=lambda name: weights[name])
    found = [parts[name].value for name in ordered]
    assert all(
        less <= more
        for name, less in zip(ordered, found, strict=True)
        for other, more in zip(ordered, found, strict=True)
        if weights[name] < weights[other]
    )
