"""What each source of money pays: by line, by part, or because a budget has one source."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.budget.by_source import paid
from kansrijk_cli.compute.budget.sums import together
from tests.compute.building import Data
from tests.compute.test_budget_depth import budget, part, total

YEAR = 2025
COLUMNS = [
    {"id": "plan", "kind": "budget", "period": 2025},
    {"id": "next", "kind": "budget", "period": 2026},
    {"id": "spent", "kind": "actual", "period": 2025},
]


def found(lines: Sequence[Data], **more: Any) -> list[tuple[str | None, str, Decimal | None]]:
    """Who pays what of which line."""
    return [(p.source, p.line.id, p.value) for p in paid(budget(lines, **more), YEAR)]


def test_a_line_is_paid_by_its_source() -> None:
    lines: list[Data] = [{"amount": 10, "funding": "rijk"}, {"amount": 5}]
    assert found(lines) == [("rijk", "l0", Decimal(10)), (None, "l1", Decimal(5))]


def test_the_only_source_of_a_budget_pays_what_names_none() -> None:
    lines: list[Data] = [{"amount": 10, "funding": "fonds"}, {"amount": 5}]
    assert [source for source, _, _ in found(lines, funding=["rijk"])] == ["fonds", "rijk"]
    assert [source for source, _, _ in found(lines, funding=["rijk", "fonds"])] == ["fonds", None]


def test_parts_and_what_they_leave() -> None:
    parts = [{"funding": "rijk", "amount": 6}, {"funding": "fonds", "amount": 3}]
    assert found([{"amount": 10, "funded": parts}]) == [
        ("rijk", "l0", Decimal(6)),
        ("fonds", "l0", Decimal(3)),
        (None, "l0", Decimal(1)),
    ]


def test_with_a_part_that_is_open_nobody_knows_what_is_left() -> None:
    parts = [{"funding": "rijk", "amount": 6}, {"funding": "fonds", "amount": "PM"}]
    assert found([{"amount": 10, "funded": parts}]) == [
        ("rijk", "l0", Decimal(6)),
        ("fonds", "l0", None),
    ]


def test_open_is_not_nothing_and_nothing_is_left_out() -> None:
    lines = [{"amount": "PM"}, {"amount": "ntb"}, {"amount": "nvt"}, {}]
    assert [value for _, _, value in found(lines)] == [None, None, None]
    assert [line for _, line, _ in found(lines)] == ["l0", "l1", "l3"]
    assert found([{}], empty="nvt") == []


def test_totals_count_by_their_lines_and_tariffs_not_at_all() -> None:
    lines = [part(4), part(6), total(11), {"amount": 99, "per": "gezin"}]
    assert sum(value or 0 for _, _, value in found(lines)) == 10
    assert found([total(11)]) == [(None, "som", Decimal(11))]


def test_only_what_is_planned_counts_each_period_apart() -> None:
    line = {"amounts": {"plan": 1, "next": 2, "spent": 4}, "funding": "rijk"}
    made = [(p.column, p.value) for p in paid(budget([line], columns=COLUMNS), YEAR)]
    assert made == [("plan", Decimal(1)), ("next", Decimal(2))]


def test_amounts_are_in_euros() -> None:
    assert found([{"amount": 3}], multiplier=1000) == [(None, "l0", Decimal(3000))]


def test_a_condition_is_kept() -> None:
    lines: list[Data] = [{"amount": {"value": 3, "condition": "Als het mag."}}, {"amount": 4}]
    assert [p.conditional for p in paid(budget(lines), YEAR)] == [True, False]


AMOUNTS = st.lists(st.integers(0, 10**6) | st.sampled_from(["PM", "nvt"]), min_size=1, max_size=6)


@given(AMOUNTS, st.lists(st.sampled_from(["rijk", "fonds", None]), min_size=6, max_size=6))
def test_all_sources_together_are_the_whole_budget(
    amounts: list[Any], sources: list[str | None]
) -> None:
    lines = [
        {"amount": a, **({"funding": s} if s else {})}
        for a, s in zip(amounts, sources, strict=False)
    ]
    made = budget(lines)
    assert sum(p.value or 0 for p in paid(made, YEAR)) == together(made, "amount").value
