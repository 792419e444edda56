"""What targets still need and which way they go. Numbers worked out by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.progress.needs import Need
from kansrijk_cli.compute.progress.standing import TargetProgress
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, decimals
from tests.compute.progressing import standing_with

EACH = {"kind": "per-municipality", "minimum": 2, "maximum": 4, "total": 9}
COUNT = {"kind": "count", "minimum": 9}


def figure(place: str, value: object, period: object = "2025-03", **more: Any) -> Data:
    """An observation of the target."""
    return {"target": "t", "place": place, "value": value, "period": period, **more}


def progress(
    base: Workspace, target: Data, *figures: Data, region: Data | None = None, **more: Any
) -> TargetProgress:
    """How one target stands."""
    data = {"id": "t", "title": "T", **target}
    [found] = standing_with(base, None, [data], figures, region=region, **more).targets
    return found


def told(need: Need | None) -> tuple[object, ...]:
    """A need as value, still needed and state."""
    assert need is not None
    return (need.value, need.needed, need.state)


class TestMunicipalities:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (0, (*decimals(0, 2), "short")),
            (1.5, (*decimals(1.5, 0.5), "short")),
            (2, (*decimals(2, 0), "enough")),
            (4, (*decimals(4, 0), "enough")),
            (5, (*decimals(5, 0), "over")),
        ],
    )
    def test_the_minimum_less_what_is_there(
        self, base: Workspace, value: float, expected: tuple[object, ...]
    ) -> None:
        found = progress(base, EACH, figure("Ede", value)).needs
        assert told(found.municipalities["Ede"]) == expected

    def test_what_is_unknown_stays_unknown(self, base: Workspace) -> None:
        found = progress(base, EACH, figure("Ede", 1)).needs
        for name in ("Rhenen", "Veenendaal"):
            assert told(found.municipalities[name]) == (None, None, "unknown")

    @pytest.mark.parametrize("word", ["unknown", "nvt"])
    def test_a_word_is_no_number(self, base: Workspace, word: str) -> None:
        found = progress(base, EACH, figure("Ede", word)).needs
        assert told(found.municipalities["Ede"]) == (None, None, "unknown")

    def test_a_small_number_of_people_stays_hidden(self, base: Workspace) -> None:
        figures = [figure(m, v, persons=True) for m, v in (("Ede", 3), ("Rhenen", 40))]
        found = progress(base, EACH, *figures, region={"threshold": 10}).needs
        assert told(found.municipalities["Ede"]) == (None, None, "suppressed")
        assert found.region is not None
        assert (found.region.value, found.region.needed) == (None, None)

    def test_with_a_maximum_only_nothing_is_needed(self, base: Workspace) -> None:
        target = {"kind": "per-municipality", "maximum": 2}
        found = progress(base, target, figure("Ede", 3), figure("Rhenen", 1)).needs
        assert told(found.municipalities["Ede"]) == (*decimals(3, None), "over")
        assert told(found.municipalities["Rhenen"]) == (*decimals(1, None), "enough")

    def test_each_programme(self, base: Workspace) -> None:
        target = {"kind": "per-programme", "minimum": 1, "programmes": ["oko", "kansrijke-start"]}
        found = progress(base, target, figure("Voorbeeld", 0, programme="oko")).needs
        assert told(found.programmes["oko"]) == (*decimals(0, 1), "short")
        assert told(found.programmes["kansrijke-start"]) == (None, None, "unknown")


class TestRegion:
    def test_rounding_alone_needs_nothing_more(self, base: Workspace) -> None:
        target = {"kind": "per-population", "minimum": 0.0021, "per": 10000}
        names = ("Ede", "Rhenen", "Veenendaal")
        figures = [figure(m, v) for m, v in zip(names, (0.03, 0, 0.01), strict=True)]
        found = progress(base, target, *figures).needs.region
        # 0,05 is asked; each has its part of it, rounded.
        assert told(found) == (*decimals(0.04, 0), "enough")

    @pytest.mark.parametrize(
        ("values", "expected", "at_most"),
        [
            # All are known: 9 are asked, 8 are there, and each has its 2.
            ((2, 2, 4), (*decimals(8, 1), "short"), False),
            # 9 are there, but Rhenen has 1 too few.
            ((4, 1, 4), (*decimals(9, 1), "short"), False),
            ((3, 3, 3), (*decimals(9, 0), "enough"), False),
            # The unknown Veenendaal may well have what is missing.
            ((4, 2, None), (*decimals(6, 3), "unknown"), True),
            # At most 2 for Veenendaal, although 9 are there.
            ((4, 5, None), (*decimals(9, 2), "unknown"), True),
            # Rhenen is short for certain: 1, and at most 2 for Veenendaal; for the total 4.
            ((4, 1, None), (*decimals(5, 4), "short"), True),
        ],
    )
    def test_of_municipalities_together(
        self,
        base: Workspace,
        values: tuple[int | None, ...],
        expected: tuple[object, ...],
        at_most: bool,
    ) -> None:
        names = ("Ede", "Rhenen", "Veenendaal")
        figures = [figure(m, v) for m, v in zip(names, values, strict=True) if v is not None]
        found = progress(base, EACH, *figures).needs.region
        assert told(found) == expected
        assert found is not None
        assert found.at_most is at_most
        assert found.at_least is (None in values)

    @pytest.mark.parametrize(
        ("total", "met", "expected", "at_most"),
        [
            # The minimums are met and so is the total.
            (9, (True, True, True), (*decimals(9, 0), "enough"), False),
            # Only the total is short, by exactly 1: who has its minimum needs no more.
            (8, (True, True, True), (*decimals(8, 1), "short"), False),
            # Of Rhenen it is not known, or known that it is short: at most 2 there.
            (9, (True, None, True), (*decimals(9, 2), "unknown"), True),
            (9, (True, False, True), (*decimals(9, 2), "unknown"), True),
        ],
    )
    def test_hidden_parts_that_meet_their_minimum_need_nothing(
        self,
        base: Workspace,
        total: int,
        met: tuple[bool | None, ...],
        expected: tuple[object, ...],
        at_most: bool,
    ) -> None:
        names = ("Ede", "Rhenen", "Veenendaal")
        figures = [
            figure(m, "suppressed", persons=True, **({} if word is None else {"minimum_met": word}))
            for m, word in zip(names, met, strict=True)
        ]
        figures.append(figure("Voorbeeld", total))
        found = progress(base, EACH, *figures, region={"threshold": 2}).needs.region
        assert told(found) == expected
        assert found is not None
        assert found.at_most is at_most

    @pytest.mark.parametrize(
        ("target", "value", "expected"),
        [
            ({"kind": "count", "minimum": 4}, 3, (*decimals(3, 1), "short")),
            ({"kind": "count", "exact": 3}, 4, (*decimals(4, 0), "over")),
            ({"kind": "count", "maximum": 3}, 4, (*decimals(4, None), "over")),
            ({"kind": "count", "maximum": 3}, 3, (*decimals(3, None), "enough")),
            ({"kind": "sum", "parts": {"a": 150, "b": 100}}, 90, (*decimals(90, 160), "short")),
            ({"kind": "growth", "baseline": 3, "minimum": 6}, 4, (*decimals(4, 2), "short")),
            ({"kind": "count", "minimum": 4}, "unknown", (None, None, "unknown")),
        ],
    )
    def test_of_the_whole(
        self, base: Workspace, target: Data, value: object, expected: tuple[object, ...]
    ) -> None:
        assert told(progress(base, target, figure("Voorbeeld", value)).needs.region) == expected

    @pytest.mark.parametrize("kind", ["milestone", "narrative"])
    def test_what_is_judged_needs_no_number(self, base: Workspace, kind: str) -> None:
        assert progress(base, {"kind": kind}, figure("Voorbeeld", 1)).needs.region is None

    @given(st.lists(st.none() | st.integers(0, 6), min_size=3, max_size=3))
    def test_what_is_needed_is_enough(self, base: Workspace, values: list[int | None]) -> None:
        """Whoever adds what is needed, where it is needed, meets the minimums and the total."""
        names = ("Ede", "Rhenen", "Veenendaal")
        figures = [figure(m, v) for m, v in zip(names, values, strict=True) if v is not None]
        region = progress(base, EACH, *figures).needs.region
        assert region is not None
        if not figures:
            assert region.needed is None
            return
        assert region.needed is not None
        least = sum(max(2 - v, 0) for v in values if v is not None)
        total = sum(v for v in values if v is not None)
        unseen = 2 * values.count(None)
        assert region.needed >= least
        assert total + region.needed >= 9
        assert region.needed == max(9 - total, least + unseen, 0)
        assert region.at_most == (None in values and region.needed > 0)


class TestTrend:
    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ([("2025-03", 2), ("2025-06", 3)], "up"),
            ([("2025-03", 3), ("2025-06", 2)], "down"),
            ([("2025-03", 3), ("2025-06", 3)], "equal"),
            ([("2025-01", 9), ("2025-03", 1), ("2025-06", 2)], "up"),
            # In another order of the file.
            ([("2025-06", 3), ("2025-03", 2)], "up"),
            ([("2025-03", 2)], "unknown"),
            ([], "unknown"),
            # After the date.
            ([("2025-03", 2), ("2025-09", 3)], "unknown"),
            # Without a moment of its own.
            ([("2025-03", 2), ("2025-06", 3), (None, 4)], "unknown"),
            ([("2025-03", 2), ("2025-06", 3), ("from 2025", 4)], "unknown"),
            ([("2025-03", "unknown"), ("2025-06", 3)], "unknown"),
        ],
    )
    def test_the_newest_moment_next_to_the_one_before(
        self, base: Workspace, values: list[tuple[str | None, object]], expected: str
    ) -> None:
        figures = [figure("Voorbeeld", value, period) for period, value in values]
        if any(period is None for period, _ in values):
            figures = [{k: v for k, v in f.items() if v is not None} for f in figures]
        assert progress(base, COUNT, *figures).trend == expected

    def test_a_place_that_begins_to_count_makes_no_trend(self, base: Workspace) -> None:
        """Ede went down; Rhenen was counted for the first time."""
        figures = [figure("Ede", 5), figure("Ede", 4, "2025-06"), figure("Rhenen", 9, "2025-06")]
        assert progress(base, EACH, *figures).trend == "down"

    def test_without_a_place_that_was_counted_twice_it_is_unknown(self, base: Workspace) -> None:
        figures = [figure("Ede", 5), figure("Rhenen", 9, "2025-06")]
        # Ede was not counted again, and counts as it was.
        assert progress(base, EACH, *figures).trend == "equal"
        other = [figure("Voorbeeld", 5), figure("Rhenen", 9, "2025-06")]
        assert progress(base, EACH, *other).trend == "unknown"

    def test_a_hidden_number_has_no_trend(self, base: Workspace) -> None:
        figures = [
            figure("Ede", 3, persons=True),
            figure("Ede", 4, "2025-06", persons=True),
        ]
        found = progress(base, COUNT, *figures, region={"threshold": 10})
        assert found.trend == "unknown"

    def test_a_forecast_makes_no_trend(self, base: Workspace) -> None:
        figures = [figure("Ede", 3), figure("Ede", 4, "2025-06", forecast=True)]
        assert progress(base, COUNT, *figures).trend == "unknown"

    @pytest.mark.parametrize("kind", ["milestone", "narrative"])
    def test_a_judgement_has_no_trend(self, base: Workspace, kind: str) -> None:
        figures = [figure("Voorbeeld", 0), figure("Voorbeeld", 1, "2025-06")]
        assert progress(base, {"kind": kind}, *figures).trend == "unknown"


def test_without_a_date_it_is_that_of_the_document(base: Workspace) -> None:
    plan = {"document": {"kind": "p", "title": "P", "published": "2025-04"}}
    assert standing_with(base, plan, on=None).on == date(2025, 4, 30)
    assert standing_with(base, on=None).on == date(2025, 12, 31)


def test_what_is_observed_later_does_not_count(base: Workspace) -> None:
    target = {"kind": "count", "minimum": 4}
    figures = [figure("Voorbeeld", 1), figure("Voorbeeld", 3, "2025-09")]
    early = progress(base, target, *figures).needs.region
    late = progress(base, target, *figures, on=date(2025, 9, 30)).needs.region
    assert early is not None
    assert late is not None
    assert (early.needed, late.needed) == (Decimal(3), Decimal(1))
