"""Agreed so many times a period: expected by a date next to what is seen. Worked out by hand."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.progress.frequencies import Frequency
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, decimals
from tests.compute.progressing import standing_with


def frequency(base: Workspace, on: date, *figures: Data, **target: Any) -> Frequency:
    """An agreement of two times a year, unless the target says otherwise."""
    data = {"id": "t", "title": "T", "kind": "frequency", "minimum": 2, "per": "year", **target}
    [found] = standing_with(
        base,
        targets=[data],
        figures=[{"target": "t", "place": "Voorbeeld", **figure} for figure in figures],
        on=on,
    ).frequencies
    return found


@pytest.mark.parametrize(("place", "state"), [("Ede", "unknown"), ("Voorbeeld", "behind")])
def test_what_one_municipality_saw_is_not_all(base: Workspace, place: str, state: str) -> None:
    seen = {"place": place, "value": 0, "period": "2025-03"}
    assert frequency(base, date(2025, 6, 30), seen).state == state


class TestExpected:
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 12, 31), 0),
            (date(2025, 1, 1), 0),
            (date(2025, 6, 29), 0),
            (date(2025, 6, 30), 1),
            (date(2025, 12, 30), 1),
            (date(2025, 12, 31), 2),
            (date(2026, 5, 1), 2),
        ],
    )
    def test_two_board_meetings_a_year(self, base: Workspace, on: date, expected: int) -> None:
        found = frequency(base, on)
        assert (found.start, found.end) == (date(2025, 1, 1), date(2025, 12, 31))
        assert found.expected == expected

    @pytest.mark.parametrize(
        ("per", "on", "start", "end", "expected"),
        [
            # Within a period: the last one that is over.
            ("quarter", date(2025, 7, 2), date(2025, 4, 1), date(2025, 6, 30), 3),
            ("quarter", date(2025, 6, 30), date(2025, 4, 1), date(2025, 6, 30), 3),
            ("month", date(2025, 3, 15), date(2025, 2, 1), date(2025, 2, 28), 3),
            ("week", date(2025, 6, 26), date(2025, 6, 16), date(2025, 6, 22), 3),
            # In the first one none is over yet: one of three months of three is 1.
            ("quarter", date(2025, 1, 31), date(2025, 1, 1), date(2025, 3, 31), 1),
            ("month", date(2025, 1, 20), date(2025, 1, 1), date(2025, 1, 31), 0),
        ],
    )
    def test_shorter_periods(
        self, base: Workspace, per: str, on: date, start: date, end: date, expected: int
    ) -> None:
        found = frequency(base, on, per=per, minimum=3)
        assert (found.start, found.end, found.expected) == (start, end, expected)

    def test_without_a_period_nothing_is_expected(self, base: Workspace) -> None:
        data = {"id": "t", "title": "T", "kind": "frequency", "minimum": 2}
        [found] = standing_with(base, targets=[data]).frequencies
        assert (found.start, found.expected, found.state) == (None, None, "unknown")

    @given(st.dates(date(2025, 1, 1), date(2025, 12, 31)), st.integers(1, 60))
    def test_it_grows_to_what_is_agreed_and_never_beyond(
        self, base: Workspace, on: date, minimum: int
    ) -> None:
        found = frequency(base, on, minimum=minimum)
        assert found.expected is not None
        # Never before its time.
        assert 0 <= found.expected <= minimum * on.timetuple().tm_yday / 365 + minimum * 3 / 365
        assert frequency(base, date(2025, 12, 31), minimum=minimum).expected == minimum


class TestState:
    @pytest.mark.parametrize(
        ("value", "on", "state"),
        [
            (0, date(2025, 6, 29), "on-track"),
            (0, date(2025, 6, 30), "behind"),
            (1, date(2025, 6, 30), "on-track"),
            (2, date(2025, 6, 30), "met"),
            (1, date(2025, 12, 31), "behind"),
            (5, date(2025, 12, 31), "over"),
        ],
    )
    def test_what_is_seen_next_to_what_is_expected(
        self, base: Workspace, value: int, on: date, state: str
    ) -> None:
        found = frequency(base, on, {"value": value, "period": "2025-06-01"}, maximum=4)
        assert (found.observed, found.state) == (*decimals(value), state)

    def test_what_nobody_counted_is_unknown(self, base: Workspace) -> None:
        found = frequency(base, date(2025, 12, 31))
        assert (found.observed, found.state) == (None, "unknown")

    @pytest.mark.parametrize(
        ("figures", "observed", "state"),
        [
            ([("2025-03", 1), ("2025-11", 1)], 2, "met"),
            ([("2025-03", 1), ("2025-11", 0)], 1, "behind"),
            # Written again it is a correction, and a longer period counts the shorter ones.
            ([("2025-03", 1), ("2025-03", 2)], 2, "met"),
            ([("Q1", 1), ("2025", 1), ("2025-11", 1)], 1, "behind"),
            # What is unknown is no nought.
            ([("2025-03", 1), ("2025-11", "unknown")], 1, "unknown"),
            ([("2025-03", 2), ("2025-11", "unknown")], 2, "met"),
            ([("2025-03", "unknown")], None, "unknown"),
            ([("2025-03", "unknown"), ("2025", 1)], 1, "behind"),
            ([("2025-03", 1), ("2025-11", "suppressed")], None, "unknown"),
            # That of two years, or of the year before, says nothing of this year.
            ([("2024 - 2025", 4)], None, "unknown"),
            ([("2024-12-31", 4), ("2025-03", 1)], 1, "behind"),
        ],
    )
    def test_the_figures_of_the_period_add_up(
        self,
        base: Workspace,
        figures: list[tuple[str, object]],
        observed: int | None,
        state: str,
    ) -> None:
        told = [{"period": period, "value": value} for period, value in figures]
        found = frequency(base, date(2025, 12, 31), *told)
        assert (found.observed, found.state) == (*decimals(observed), state)

    def test_they_add_up_in_each_place(self, base: Workspace) -> None:
        told = [
            {"place": place, "period": period, "value": 1}
            for place in ("Ede", "Rhenen", "Veenendaal")
            for period in ("2025-03", "2025-11")
        ]
        assert frequency(base, date(2025, 12, 31), *told).observed == 6
        # Of a place that nobody counted nothing is known.
        some = frequency(base, date(2025, 12, 31), *told[:2], minimum=5)
        assert (some.observed, some.state) == (*decimals(2), "unknown")

    def test_at_the_end_at_most_so_often_is_met(self, base: Workspace) -> None:
        told = {"minimum": None, "maximum": 2}
        figure = {"value": 2, "period": "2025-06-01"}
        assert frequency(base, date(2025, 6, 30), figure, **told).state == "on-track"
        assert frequency(base, date(2025, 12, 31), figure, **told).state == "met"

    @pytest.mark.parametrize(
        ("per", "figures", "on", "status"),
        [
            ("year", [("2025-03", 1), ("2025-11", 1)], date(2025, 12, 31), "met"),
            ("year", [("2025-03", 1)], date(2025, 6, 30), "on-track"),
            ("year", [("2025-03", 0)], date(2025, 6, 30), "behind"),
            ("year", [("2025-03", 1)], date(2025, 12, 31), "missed"),
            ("year", [("2025-03", 9)], date(2025, 6, 30), "missed"),
            ("year", [("2025-03", "suppressed")], date(2025, 6, 30), "open"),
            ("quarter", [("Q1", 2), ("Q2", 1)], date(2025, 7, 2), "behind"),
            ("quarter", [("Q1", 1), ("Q2", 2)], date(2025, 7, 2), "met"),
            ("quarter", [("Q1", 2)], date(2025, 7, 2), "not-measured"),
        ],
    )
    def test_the_list_of_targets_says_the_same(
        self,
        base: Workspace,
        per: str,
        figures: list[tuple[str, object]],
        on: date,
        status: str,
    ) -> None:
        told = [{"period": period, "value": value} for period, value in figures]
        found = frequency(base, on, *told, per=per, maximum=5)
        achieved = found.target.achieved
        assert (achieved.total if achieved else None) == found.observed
        assert found.target.status == status

    def test_a_count_of_another_quarter_says_nothing_of_this_one(self, base: Workspace) -> None:
        figures = [{"value": 2, "period": "Q1"}]
        first = frequency(base, date(2025, 3, 31), *figures, per="quarter")
        second = frequency(base, date(2025, 6, 30), *figures, per="quarter")
        assert (first.state, second.state) == ("met", "unknown")

    def test_a_count_after_the_quarter_is_not_of_it(self, base: Workspace) -> None:
        figures = [{"value": 2, "period": "Q2"}, {"value": 7, "period": "2025-07-01"}]
        found = frequency(base, date(2025, 7, 2), *figures, per="quarter")
        assert (found.observed, found.state) == (*decimals(2), "met")

    def test_a_hidden_count_stays_hidden(self, base: Workspace) -> None:
        data = {"id": "t", "title": "T", "kind": "frequency", "minimum": 2, "per": "year"}
        figure = {"target": "t", "place": "Voorbeeld", "value": 3, "persons": True, "period": 2025}
        [found] = standing_with(
            base, None, [data], [figure], on=date(2025, 12, 31), region={"threshold": 10}
        ).frequencies
        assert (found.observed, found.hidden, found.state) == (None, True, "unknown")


def test_a_frequency_is_not_among_the_other_targets(base: Workspace) -> None:
    data = {"id": "t", "title": "T", "kind": "frequency", "minimum": 2, "per": "year"}
    found = standing_with(base, targets=[data])
    assert (found.targets, len(found.frequencies)) == ((), 1)
