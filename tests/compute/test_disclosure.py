"""Nobody computes a hidden number back: an attacker of its own code tries, on random tables."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.compute.privacy.disclosure import SPREAD, protect
from kansrijk_cli.compute.privacy.linear import Limits
from kansrijk_cli.compute.privacy.sums import Relation
from tests.compute.attacker import FAR, Attacker, Known

Numbers = dict[Hashable, Fraction]
NUMBERS = st.one_of(st.integers(0, 12), st.sampled_from([0, 1, 2, 9, 10, 11, 40, 97, 250]))


@dataclass(frozen=True)
class Table:
    """True numbers with everything that adds up; `untold` cells are not in the publication."""

    numbers: Numbers
    relations: tuple[Relation, ...]
    threshold: int
    untold: frozenset[Hashable] = frozenset()

    @property
    def small(self) -> set[Hashable]:
        """The numbers that may not be shown by themselves."""
        return {n for n, v in self.numbers.items() if 0 < v < self.threshold} - self.untold

    def hidden(self, judged: Mapping[Hashable, Limits] | None = None) -> frozenset[Hashable]:
        """What the program hides."""
        shown = {n: v for n, v in self.numbers.items() if n not in self.untold}
        shown = {n: v for n, v in shown.items() if n not in self.small}
        return frozenset(protect(shown, self.small, self.relations, self.threshold, judged))

    def attacker(
        self,
        hidden: frozenset[Hashable],
        limits: Mapping[Hashable, tuple[int, int | None]] | None = None,
    ) -> Attacker:
        """Who only has what is published. What nobody tells is unknown to him too."""
        published = {n: v for n, v in self.numbers.items() if n not in hidden | self.untold}
        known = []
        for number, relation in enumerate(self.relations):
            factors: dict[Hashable, int] = dict.fromkeys(relation.parts, 1)
            factors[relation.total] = -relation.times
            if not relation.complete:
                factors["rest", number] = 1
            known.append(Known(factors))
        return Attacker(published, known, limits or {}, frozenset({"average"}))


@st.composite
def sums(draw: st.DrawFn) -> Table:
    """Municipalities with a total, of which some may be missing."""
    values = draw(st.lists(NUMBERS, min_size=2, max_size=6))
    told = draw(st.integers(1, len(values)))
    numbers: Numbers = {("m", i): Fraction(v) for i, v in enumerate(values[:told])}
    numbers["total"] = Fraction(sum(values))
    parts = tuple(("m", i) for i in range(told))
    return Table(
        numbers, (Relation("total", parts, complete=told == len(values)),), draw(thresholds())
    )


def thresholds() -> st.SearchStrategy[int]:
    return st.sampled_from([10, 10, 5, 3, 2, 1])


@st.composite
def grids(draw: st.DrawFn) -> Table:
    """Municipalities by periods, with totals of rows and columns and of everything."""
    rows, columns = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    numbers: Numbers = {
        (r, c): Fraction(draw(NUMBERS)) for r in range(rows) for c in range(columns)
    }
    relations = []
    for r in range(rows):
        parts = tuple((r, c) for c in range(columns))
        numbers[r, "all"] = sum((numbers[p] for p in parts), Fraction(0))
        relations.append(Relation((r, "all"), parts))
    for c in (*range(columns), "all"):
        parts = tuple((r, c) for r in range(rows))
        numbers["all", c] = sum((numbers[p] for p in parts), Fraction(0))
        relations.append(Relation(("all", c), parts))
    relations.append(Relation(("all", "all"), tuple(("all", c) for c in range(columns))))
    return Table(numbers, tuple(relations), draw(thresholds()))


@st.composite
def trees(draw: st.DrawFn) -> Table:
    """Districts in municipalities in subregions in a region; some levels told by nobody."""
    numbers: Numbers = {}
    relations = []
    untold: set[Hashable] = set()
    subregions = tuple(("s", s) for s in range(draw(st.integers(1, 3))))
    for s in subregions:
        municipalities = tuple((*s, "m", m) for m in range(draw(st.integers(1, 3))))
        for m in municipalities:
            districts = tuple((*m, "d", d) for d in range(draw(st.integers(0, 3))))
            for d in districts:
                numbers[d] = Fraction(draw(NUMBERS))
            if districts:
                numbers[m] = sum((numbers[d] for d in districts), Fraction(0))
                relations.append(Relation(m, districts))
                if draw(st.booleans()):
                    untold.add(m)
            else:
                numbers[m] = Fraction(draw(NUMBERS))
        numbers[s] = sum((numbers[m] for m in municipalities), Fraction(0))
        relations.append(Relation(s, municipalities))
        if draw(st.booleans()):
            untold.add(s)
    numbers["region"] = sum((numbers[s] for s in subregions), Fraction(0))
    relations.append(Relation("region", subregions))
    return Table(numbers, tuple(relations), draw(thresholds()), frozenset(untold))


@st.composite
def shares(draw: st.DrawFn) -> Table:
    """Of so many persons so many: per municipality and in the region."""
    numbers: Numbers = {}
    relations = []
    places = range(draw(st.integers(1, 4)))
    for m in places:
        part, rest = draw(NUMBERS), draw(NUMBERS)
        numbers["part", m] = Fraction(part)
        numbers["whole", m] = Fraction(part + rest)
    for kind in ("part", "whole"):
        numbers[kind, "all"] = sum((numbers[kind, m] for m in places), Fraction(0))
        relations.append(Relation((kind, "all"), tuple((kind, m) for m in places)))
    relations += [Relation(("whole", m), (("part", m),), complete=False) for m in (*places, "all")]
    return Table(numbers, tuple(relations), draw(thresholds()))


@st.composite
def averages(draw: st.DrawFn) -> Table:
    """Municipalities with their average, and perhaps their total."""
    values = draw(st.lists(NUMBERS, min_size=2, max_size=5))
    numbers: Numbers = {("m", i): Fraction(v) for i, v in enumerate(values)}
    parts = tuple(numbers)
    numbers["average"] = Fraction(sum(values), len(values))
    relations = [Relation("average", parts, times=len(values))]
    if draw(st.booleans()):
        numbers["total"] = Fraction(sum(values))
        relations.append(Relation("total", parts))
    return Table(numbers, tuple(relations), draw(thresholds()))


TABLES = {
    "sums": sums(),
    "grids": grids(),
    "trees": trees(),
    "shares": shares(),
    "averages": averages(),
}


each_kind = pytest.mark.parametrize("kind", TABLES)


@each_kind
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_no_hidden_number_can_be_computed_back(kind: str, data: st.DataObject) -> None:
    table = data.draw(TABLES[kind])
    hidden = table.hidden()
    attacker = table.attacker(hidden)
    solved = attacker.solved()
    assert [name for name in hidden if name in solved] == []


@each_kind
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_of_a_hidden_number_enough_values_remain_possible(kind: str, data: st.DataObject) -> None:
    table = data.draw(TABLES[kind])
    hidden = table.hidden()
    intervals = table.attacker(hidden).intervals()
    for name in hidden:
        low, high = intervals.get(name, (Fraction(0), FAR))
        assert low <= table.numbers[name] <= high
        assert high - low >= SPREAD
        # That it is too small is never proven either.
        assert high >= table.threshold


@each_kind
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_what_nobody_tells_is_not_given_away_when_it_is_small(
    kind: str, data: st.DataObject
) -> None:
    """Such as the three who are left when 97 of 100 are published."""
    table = data.draw(TABLES[kind])
    attacker = table.attacker(table.hidden())
    rests = [name for name in attacker.hidden if name not in table.numbers or name in table.untold]
    solved = attacker.solved()
    assert [n for n in rests if n in solved and 0 < solved[n] < table.threshold] == []


@each_kind
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_small_numbers_are_hidden_and_nothing_without_them(kind: str, data: st.DataObject) -> None:
    table = data.draw(TABLES[kind])
    hidden = table.hidden()
    assert table.small <= hidden
    attacker = table.attacker(frozenset())
    rest_is_small = any(0 < v < table.threshold for v in attacker.solved().values())
    if not table.small and not rest_is_small:
        assert hidden == frozenset()


@settings(max_examples=100, deadline=None)
@given(
    values=st.lists(st.integers(0, 5), min_size=2, max_size=3),
    threshold=st.sampled_from([3, 5]),
    told=st.booleans(),
)
def test_every_solution_tried_leaves_enough(
    values: Sequence[int], threshold: int, told: bool
) -> None:
    """By trying all: not only intervals, but the whole numbers that really can be."""
    numbers: Numbers = {("m", i): Fraction(v) for i, v in enumerate(values)}
    parts = tuple(numbers)
    numbers["total"] = Fraction(sum(values))
    table = Table(numbers, (Relation("total", parts, complete=told),), threshold)
    hidden = table.hidden()
    possible = table.attacker(hidden).possible(sum(values) + threshold)
    for name in hidden:
        assert len(possible[name]) > SPREAD
        assert max(possible[name]) >= threshold


@settings(max_examples=200, deadline=None)
@given(
    values=st.lists(st.integers(0, 12), min_size=2, max_size=5),
    minimum=st.integers(1, 5),
)
def test_a_judgement_does_not_complete_the_puzzle(values: Sequence[int], minimum: int) -> None:
    """That a hidden number reaches the minimum, or not, is published; with it 3 values are left.

    Unless the judgement alone leaves less: under a minimum of 2 are only 0 and 1.
    """
    numbers: Numbers = {("m", i): Fraction(v) for i, v in enumerate(values)}
    parts = tuple(numbers)
    numbers["total"] = Fraction(sum(values))
    table = Table(numbers, (Relation("total", parts),), 10)
    judged = {
        m: Limits(Fraction(minimum))
        if numbers[m] >= minimum
        else Limits(most=Fraction(minimum - 1))
        for m in parts
    }
    hidden = table.hidden(judged)
    limits = {m: (minimum, None) if numbers[m] >= minimum else (0, minimum - 1) for m in parts}
    attacker = table.attacker(hidden, {m: limits[m] for m in parts if m in hidden})
    intervals = attacker.intervals()
    for name in hidden - {"total"}:
        low, high = intervals[name]
        own_low, own_high = limits[name]
        alone = SPREAD if own_high is None else min(SPREAD, own_high - own_low)
        assert high - low >= alone


class TestByHand:
    @staticmethod
    def hide(numbers: Mapping[str, int | None], *relations: Relation) -> set[str]:
        shown = {n: Fraction(v) for n, v in numbers.items() if v is not None and not 0 < v < 10}
        small = {n for n in numbers if n not in shown}
        return set(protect(shown, small, relations, 10))

    def test_one_hidden_part_takes_the_next_smallest_with_it(self) -> None:
        region = Relation("region", ("a", "b", "c"))
        assert self.hide({"region": 90, "a": 3, "b": 27, "c": 60}, region) == {"a", "b"}

    def test_hidden_parts_that_are_small_together_are_not_enough(self) -> None:
        region = Relation("region", ("a", "b", "c"))
        assert self.hide({"region": 39, "a": 3, "b": 6, "c": 30}, region) == {"a", "b", "c"}
        assert self.hide({"region": 40, "a": 4, "b": 6, "c": 30}, region) == {"a", "b"}

    def test_zero_is_never_hidden_to_protect_another(self) -> None:
        region = Relation("region", ("a", "b", "c"))
        assert self.hide({"region": 33, "a": 3, "b": 0, "c": 30}, region) == {"a", "c"}

    def test_when_no_part_is_left_the_total_goes(self) -> None:
        region = Relation("region", ("a", "b"))
        assert self.hide({"region": 5, "a": 5, "b": 0}, region) == {"region", "a"}
        assert self.hide({"region": None, "a": None, "b": None}, region) == {"region", "a", "b"}

    def test_seven_of_two_to_four_with_twenty_in_all_keep_their_total(self) -> None:
        names = tuple("abcdefg")
        values = dict(zip(names, (2, 3, 3, 3, 3, 4, 2), strict=True))
        region = Relation("region", names)
        assert self.hide({"region": 20, **values}, region) == set(names)

    def test_seven_that_all_reach_two_with_fourteen_in_all_do_not(self) -> None:
        names = tuple("abcdefg")
        region = Relation("region", names)
        judged = dict.fromkeys(names, Limits(Fraction(2)))
        assert set(protect({"region": Fraction(14)}, names, [region], 10)) == set(names)
        found = protect({"region": Fraction(14)}, names, [region], 10, judged)
        assert set(found) == {"region", *names}

    def test_who_is_left_of_a_whole_is_protected_too(self) -> None:
        rest = Relation("whole", ("part",), complete=False)
        assert self.hide({"whole": 100, "part": 97}, rest) == {"part"}
        assert self.hide({"whole": 100, "part": 90}, rest) == set()
        assert self.hide({"whole": 100, "part": 100}, rest) == set()

    def test_numbers_that_do_not_add_up_are_no_sum(self) -> None:
        wrong = Relation("region", ("a", "b", "c"))
        assert self.hide({"region": 20, "a": 3, "b": 30, "c": 60}, wrong) == {"a"}

    def test_a_number_in_two_sums_is_found_through_both(self) -> None:
        """Each sum has two unknowns, but together they give all: a + b, b + c and a + c."""
        sums = (Relation("x", ("a", "b")), Relation("y", ("b", "c")), Relation("z", ("a", "c")))
        numbers = {"a": 3, "b": 15, "c": 18, "x": 18, "y": 33, "z": 21}
        hidden = self.hide({**numbers, "b": None, "c": None}, *sums)
        assert hidden > {"a", "b", "c"}
