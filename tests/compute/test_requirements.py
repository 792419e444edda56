"""What each kind of target asks for, and why it may be impossible. Numbers worked out by hand."""

from decimal import Decimal
from typing import Any, get_args

import pytest

from kansrijk_cli.compute.targets.requirements import (
    KINDS,
    Asked,
    Bounds,
    Reason,
    Required,
    required,
)
from kansrijk_cli.model.results import Target, TargetKind
from kansrijk_cli.workspace.workspace import Workspace

ALL = ("Ede", "Rhenen", "Veenendaal")


def ask(
    base: Workspace,
    kind: str,
    municipalities: tuple[str, ...] = ALL,
    year: int = 2025,
    **target: Any,
) -> Required:
    """What a target asks of some municipalities."""
    data = {"id": "t", "title": "T", "kind": kind, **target}
    return required(Asked(base, Target.model_validate(data), municipalities, year))


def bounds(low: object = None, high: object = None) -> Bounds:
    """Bounds as numbers."""
    return Bounds(*(None if n is None else Decimal(str(n)) for n in (low, high)))


def test_every_kind_of_target_is_known() -> None:
    assert set(KINDS) == set(get_args(TargetKind))
    assert len(KINDS) == 11


class TestPerMunicipality:
    def test_a_minimum_and_a_maximum_in_each_and_a_total_in_all(self, base: Workspace) -> None:
        found = ask(base, "per-municipality", minimum=2, maximum=4, total=9)
        assert found.region == bounds(6, 12)
        assert found.total == 9
        assert found.municipalities == {name: bounds(2, 4) for name in ALL}
        assert found.reasons == ()

    def test_only_a_minimum(self, base: Workspace) -> None:
        assert ask(base, "per-municipality", minimum=1).region == bounds(3)

    def test_only_a_maximum(self, base: Workspace) -> None:
        assert ask(base, "per-municipality", maximum=2).region == bounds(None, 6)

    def test_an_exact_number(self, base: Workspace) -> None:
        found = ask(base, "per-municipality", exact=3)
        assert (found.region, found.municipalities["Ede"]) == (bounds(9, 9), bounds(3, 3))

    @pytest.mark.parametrize("total", [6, 9, 12])
    def test_a_total_that_fits(self, base: Workspace, total: int) -> None:
        assert ask(base, "per-municipality", minimum=2, maximum=4, total=total).reasons == ()

    def test_a_total_that_is_too_low(self, base: Workspace) -> None:
        found = ask(base, "per-municipality", minimum=2, maximum=4, total=5)
        numbers = {"count": 3, "each": 2, "needed": 6, "total": 5}
        assert found.reasons == (Reason("total-too-low", numbers),)

    def test_a_total_that_is_too_high(self, base: Workspace) -> None:
        found = ask(base, "per-municipality", minimum=2, maximum=4, total=13)
        numbers = {"count": 3, "most": 4, "reach": 12, "total": 13}
        assert found.reasons == (Reason("total-too-high", numbers),)

    def test_a_total_with_only_a_minimum_may_be_any_more(self, base: Workspace) -> None:
        assert ask(base, "per-municipality", minimum=1, total=700).reasons == ()

    def test_a_minimum_above_the_maximum(self, base: Workspace) -> None:
        [reason] = ask(base, "per-municipality", minimum=4, maximum=2).reasons
        assert reason == Reason("minimum-above-maximum", {"least": 4, "upmost": 2})

    def test_a_unit_without_municipalities(self, base: Workspace) -> None:
        assert ask(base, "per-municipality", (), minimum=1).reasons == (
            Reason("no-municipalities"),
        )


class TestEveryMunicipality:
    @pytest.mark.parametrize("target", [{}, {"total": 3}])
    def test_one_in_each(self, base: Workspace, target: dict[str, Any]) -> None:
        found = ask(base, "every-municipality", **target)
        assert found.total == 3
        assert found.municipalities == {name: bounds(1) for name in ALL}
        assert found.reasons == ()

    def test_fewer_than_there_are_municipalities(self, base: Workspace) -> None:
        [reason] = ask(base, "every-municipality", total=2).reasons
        assert reason.why == "total-too-low"

    def test_more_than_there_are_municipalities(self, base: Workspace) -> None:
        [reason] = ask(base, "every-municipality", total=4).reasons
        assert reason.why == "total-too-high"

    def test_without_municipalities(self, base: Workspace) -> None:
        assert Reason("no-municipalities") in ask(base, "every-municipality", ()).reasons


class TestPerProgramme:
    PROGRAMMES = ("kansrijke-start", "gezonde-school")

    def test_a_minimum_in_each(self, base: Workspace) -> None:
        found = ask(base, "per-programme", programmes=self.PROGRAMMES, minimum=1)
        assert found.programmes == {name: bounds(1) for name in self.PROGRAMMES}
        assert found.region == bounds(2)
        assert found.municipalities == {}
        assert found.reasons == ()

    def test_without_programmes(self, base: Workspace) -> None:
        assert ask(base, "per-programme", minimum=1).reasons == (Reason("no-programmes"),)

    def test_a_minimum_above_the_maximum(self, base: Workspace) -> None:
        found = ask(base, "per-programme", programmes=self.PROGRAMMES, minimum=2, maximum=1)
        assert [reason.why for reason in found.reasons] == ["minimum-above-maximum"]

    def test_a_total_that_is_too_low(self, base: Workspace) -> None:
        found = ask(base, "per-programme", programmes=self.PROGRAMMES, minimum=2, total=3)
        assert [reason.why for reason in found.reasons] == ["total-too-low"]


class TestWholeRegion:
    @pytest.mark.parametrize("kind", ["count", "region-spread", "frequency"])
    @pytest.mark.parametrize(
        ("target", "region"),
        [
            ({"minimum": 4}, bounds(4)),
            ({"maximum": 6}, bounds(None, 6)),
            ({"minimum": 4, "maximum": 6}, bounds(4, 6)),
            ({"exact": 3}, bounds(3, 3)),
            ({}, bounds()),
        ],
    )
    def test_bounds_of_the_region(
        self, base: Workspace, kind: str, target: dict[str, Any], region: Bounds
    ) -> None:
        found = ask(base, kind, **target)
        assert (found.region, found.municipalities, found.reasons) == (region, {}, ())

    @pytest.mark.parametrize("kind", ["count", "region-spread", "frequency", "growth"])
    def test_a_minimum_above_the_maximum(self, base: Workspace, kind: str) -> None:
        [reason] = ask(base, kind, minimum=5, maximum=3).reasons
        assert reason == Reason("minimum-above-maximum", {"least": 5, "upmost": 3})

    def test_they_need_no_municipalities(self, base: Workspace) -> None:
        assert ask(base, "count", (), minimum=1).reasons == ()


class TestGrowth:
    def test_from_three_to_six(self, base: Workspace) -> None:
        found = ask(base, "growth", baseline=3, minimum=6)
        assert (found.region, found.reasons) == (bounds(6), ())

    def test_a_goal_below_the_baseline(self, base: Workspace) -> None:
        [reason] = ask(base, "growth", baseline=6, minimum=3).reasons
        assert reason == Reason("shrinks", {"baseline": 6, "goal": 3})

    def test_a_goal_equal_to_the_baseline_is_no_shrinking(self, base: Workspace) -> None:
        assert ask(base, "growth", baseline=6, minimum=6).reasons == ()


PARTS = {"Ede": 150, "Rhenen": 100}


class TestSum:
    def test_parts_that_are_the_total(self, base: Workspace) -> None:
        found = ask(base, "sum", parts=PARTS, total=250)
        assert found.total == 250
        assert (found.region, found.reasons) == (bounds(250), ())

    def test_without_a_printed_total_the_parts_are_the_total(self, base: Workspace) -> None:
        assert ask(base, "sum", parts=PARTS).total == 250

    @pytest.mark.parametrize("total", [249, 251, 0])
    def test_parts_that_are_not_the_total(self, base: Workspace, total: int) -> None:
        [reason] = ask(base, "sum", parts=PARTS, total=total).reasons
        assert reason == Reason("parts-differ", {"stated": total, "parts": 250})


class TestPerPopulation:
    """Inhabitants: 124.000, 20.600 and 69.800; births: 1.300, 200 and 900."""

    def test_a_norm_per_inhabitants(self, base: Workspace) -> None:
        found = ask(base, "per-population", minimum=0.2, maximum=0.5, per=10000)
        assert found.municipalities == {
            "Ede": bounds("2.48", "6.2"),
            "Rhenen": bounds("0.41", "1.03"),
            "Veenendaal": bounds("1.40", "3.49"),
        }
        assert found.region == bounds("4.29", "10.72")

    def test_the_region_is_rounded_once(self, base: Workspace) -> None:
        # 0,02604, 0,004326 and 0,014658: together 0,045024.
        found = ask(base, "per-population", minimum=0.0021, per=10000)
        assert [b.minimum for b in found.municipalities.values()] == [
            Decimal("0.03"),
            Decimal("0.00"),
            Decimal("0.01"),
        ]
        assert found.region == bounds("0.05")
        assert found.reachable == bounds("0.04")

    def test_a_norm_per_births(self, base: Workspace) -> None:
        found = ask(base, "per-population", minimum=3, per=100, of="births")
        assert found.municipalities == {
            "Ede": bounds(39),
            "Rhenen": bounds(6),
            "Veenendaal": bounds(27),
        }
        assert found.region == bounds(72)

    def test_of_some_municipalities(self, base: Workspace) -> None:
        found = ask(base, "per-population", ("Rhenen",), minimum=1, per=1000)
        assert (found.region, list(found.municipalities)) == (bounds("20.6"), ["Rhenen"])

    def test_a_population_that_is_not_known_asks_nothing(self, base: Workspace) -> None:
        found = ask(base, "per-population", minimum=1, per=1000, year=2023)
        assert (found.region, found.municipalities) == (bounds(), {})

    def test_the_region_is_not_known_when_one_municipality_is_not(self, base: Workspace) -> None:
        found = ask(base, "per-population", ("Ede", "Vught"), minimum=1, per=1000)
        assert found.municipalities == {"Ede": bounds(124)}
        assert found.region == bounds()

    def test_per_a_word_is_no_norm(self, base: Workspace) -> None:
        assert ask(base, "per-population", minimum=1, per="year").municipalities == {}

    def test_without_municipalities(self, base: Workspace) -> None:
        found = ask(base, "per-population", (), minimum=1, per=1000)
        assert found.reasons == (Reason("no-municipalities"),)

    def test_a_minimum_above_the_maximum(self, base: Workspace) -> None:
        found = ask(base, "per-population", minimum=2, maximum=1, per=1000)
        assert [reason.why for reason in found.reasons] == ["minimum-above-maximum"]


@pytest.mark.parametrize("kind", ["milestone", "narrative"])
def test_what_is_judged_asks_no_number(base: Workspace, kind: str) -> None:
    assert ask(base, kind, minimum=3, total=4) == Required()


@pytest.mark.parametrize(
    ("low", "high", "value", "expected"),
    [
        (None, None, 0, True),
        (2, None, 2, True),
        (2, None, 1, False),
        (None, 4, 4, True),
        (None, 4, 5, False),
        (2, 4, 3, True),
        (2, 4, "4.01", False),
        (2, 4, "1.99", False),
    ],
)
def test_bounds_hold_their_own_ends(
    low: object, high: object, value: object, expected: bool
) -> None:
    assert bounds(low, high).holds(Decimal(str(value))) is expected
