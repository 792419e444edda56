"""Who is to act on what is open or unknown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kansrijk_cli.compute.progress.owners import Owner, Owners
from kansrijk_cli.compute.progress.standing import standing
from kansrijk_cli.model.budgets import BudgetLine, Budgets
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.workspace.workspace import Files, Workspace
from tests.compute.building import Data, files, region_with, year_with
from tests.compute.progressing import plan_year, standing_with

COMPONENTS = [
    {"id": "boven", "kind": "goal", "title": "Boven", "owners": ["stuurgroep"]},
    {"id": "midden", "kind": "part", "title": "Midden", "part_of": "boven"},
    {"id": "onder", "kind": "part", "title": "Onder", "part_of": "midden", "owners": ["ggd"]},
    {"id": "rond", "kind": "part", "title": "Rond", "part_of": "rond"},
]


def of_activity(base: Workspace, **activity: Any) -> Owner:
    """Who is to act on an activity."""
    plan = {"components": COMPONENTS, "activities": [{"id": "a", "title": "A", **activity}]}
    [item] = standing_with(base, plan).open_items
    return item.owner


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        ({}, Owner()),
        ({"owners": ["ggd", "Ede"], "component": "onder"}, Owner(("ggd", "Ede"))),
        ({"component": "onder", "coalition": "regio"}, Owner(("ggd",), via="component")),
        ({"component": "midden"}, Owner(("stuurgroep",), via="component")),
        ({"component": "rond"}, Owner()),
        ({"component": "rond", "coalition": "regio"}, Owner(coalition="regio", via="coalition")),
        ({"coalition": "regio"}, Owner(coalition="regio", via="coalition")),
    ],
)
def test_who_acts_on_an_activity(base: Workspace, activity: Data, expected: Owner) -> None:
    assert of_activity(base, **activity) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ({}, Owner()),
        ({"party": "bestuur", "activity": "a"}, Owner(("bestuur",))),
        ({"activity": "a"}, Owner(("ggd",), via="activity")),
        ({"activity": "b"}, Owner(coalition="regio", via="coalition")),
        ({"agreement": "gesprek"}, Owner(("Ede",), via="agreement")),
        ({"agreement": "stil", "component": "boven"}, Owner(("stuurgroep",), via="component")),
        ({"coalition": "regio"}, Owner(coalition="regio", via="coalition")),
    ],
)
def test_who_acts_on_a_target(base: Workspace, target: Data, expected: Owner) -> None:
    activities = [
        {"id": "a", "title": "A", "owners": ["ggd"], "status": "active"},
        {"id": "b", "title": "B", "coalition": "regio", "status": "active"},
    ]
    agreements: list[Data] = [
        {"id": "gesprek", "title": "Gesprek", "owners": ["Ede"]},
        {"id": "stil", "title": "Stil"},
    ]
    found = standing_with(
        base,
        {"components": COMPONENTS, "activities": activities},
        [{"id": "t", "title": "T", "kind": "count", "minimum": 1, **target}],
        agreements=agreements,
    )
    [item] = found.open_items
    assert item.owner == expected


REGIONAL: Data = {"id": "regio", "name": "Regio", "level": "regional", "status": "active"}


def asked(roles: Data, coalitions: Sequence[Data] = (), parties: Sequence[str] = ()) -> Owner:
    """Who is asked about an activity of which nobody is named."""
    folder = region_with(coalitions={"coalitions": coalitions})
    content = [{"id": id_, "name": id_, "kind": "group"} for id_ in parties]
    own = files(Parties.model_validate({"parties": content}))
    folder = replace(folder, files=Files({**folder.files.entries, **own.entries}))
    year = year_with(activities=[{"id": "a", "title": "A"}], document={"roles": roles})
    plan = year.files.content(Plan)
    assert plan
    return Owners(folder, year).of_activity(plan.activities[0])


class TestFallback:
    @pytest.mark.parametrize(
        ("roles", "coalitions", "expected"),
        [
            ({}, [], Owner()),
            ({"uitgever": "mura"}, [], Owner()),
            ({"penvoerder": "ggd"}, [], Owner(("ggd",), via="document")),
            ({"penvoerder": "ggd", "contact": "bureau"}, [], Owner(("bureau",), via="document")),
            ({"penvoerder": "ggd"}, [REGIONAL], Owner(coalition="regio", via="region")),
            ({}, [{**REGIONAL, "lead": "ggd"}], Owner(("ggd",), via="region")),
            ({"contact": "bureau"}, [REGIONAL], Owner(("bureau",), via="document")),
            ({}, [{**REGIONAL, "status": "ended"}], Owner()),
            ({}, [{**REGIONAL, "level": "local"}], Owner()),
        ],
    )
    def test_who_is_asked_when_nobody_is_named(
        self, roles: Data, coalitions: Sequence[Data], expected: Owner
    ) -> None:
        found = asked(roles, coalitions)
        assert found == expected
        assert not found.is_named

    def test_an_office_may_be_a_party(self) -> None:
        assert asked({}, [REGIONAL], ["programmabureau"]).owners == ("programmabureau",)

    def test_who_is_named_goes_before_who_can_be_asked(self, base: Workspace) -> None:
        document = {"kind": "werkagenda", "title": "W", "roles": {"penvoerder": "ggd"}}
        target = {"id": "t", "title": "T", "kind": "count", "minimum": 1}
        plan = {
            "document": document,
            "components": COMPONENTS,
            "activities": [{"id": "a", "title": "A", "status": "done"}],
        }
        ties = ({"activity": "a", "component": "onder"}, {"activity": "a"})
        found = [standing_with(base, plan, [{**target, **tie}]).open_items for tie in ties]
        assert [(item.owner.owners, item.owner.is_named) for [item] in found] == [
            (("ggd",), True),
            (("ggd",), False),
        ]


def kinds(base: Workspace, plan: Data, **more: Any) -> list[tuple[str, str, str | None]]:
    """The open items as kind, state and place."""
    found = standing_with(base, plan, **more).open_items
    return [(item.kind, item.state, item.place) for item in found]


class TestInitiatives:
    @pytest.mark.parametrize(
        ("status", "when", "expected"),
        [
            ("active", "Q1", [("initiative", "late", None)]),
            (None, "Q1", [("initiative", "unknown", None)]),
            ("active", "Q2", []),
            ("done", "Q1", []),
            ("dropped", "Q1", []),
            (None, "Q3", []),
        ],
    )
    def test_what_is_late_or_unknown(
        self, base: Workspace, status: str | None, when: str, expected: list[object]
    ) -> None:
        activity = {"id": "a", "title": "A", "when": when} | ({"status": status} if status else {})
        assert kinds(base, {"activities": [activity]}) == expected


class TestPoints:
    @pytest.mark.parametrize(
        ("point", "expected"),
        [
            ({}, [("question", "open", None)]),
            ({"by": "Q2"}, [("question", "open", None)]),
            ({"by": "Q1"}, [("question", "late", None)]),
            ({"by": "Q1", "answer": "Ja."}, []),
            (
                {"kind": "decision", "places": {"Ede": "adopted", "Rhenen": "pending"}},
                [("decision", "open", None), ("vote", "pending", "Rhenen")],
            ),
            (
                {"kind": "decision", "places": {"Ede": "unknown"}, "answer": "Ja."},
                [("vote", "unknown", "Ede")],
            ),
            ({"kind": "decision", "places": {"Ede": "adopted", "Rhenen": "rejected"}}, []),
        ],
    )
    def test_questions_decisions_and_votes(
        self, base: Workspace, point: Data, expected: list[object]
    ) -> None:
        data = {"id": "p", "title": "P", "kind": "question", **point}
        assert kinds(base, {"open_points": [data]}) == expected

    def test_a_municipality_acts_on_its_own_vote(self, base: Workspace) -> None:
        point = {
            "id": "p",
            "title": "P",
            "kind": "decision",
            "owners": ["stuurgroep"],
            "by": "2025-12-31",
            "places": {"Ede": "pending"},
        }
        found = standing_with(base, {"open_points": [point]}).open_items
        assert [(item.owner.owners, item.by) for item in found] == [
            (("stuurgroep",), date(2025, 12, 31)),
            (("Ede",), date(2025, 12, 31)),
        ]


class TestTargetsAndFigures:
    def test_what_is_not_met(self, base: Workspace) -> None:
        targets = [
            {"id": "wel", "title": "T", "kind": "count", "minimum": 1},
            {"id": "niet", "title": "T", "kind": "count", "minimum": 1},
            {"id": "kan", "title": "T", "kind": "count", "minimum": 2, "maximum": 1},
            {"id": "vaak", "title": "T", "kind": "frequency", "minimum": 2, "per": "year"},
        ]
        figures = [{"target": "wel", "place": "Voorbeeld", "value": 1, "period": "2025-06"}]
        assert kinds(base, {}, targets=targets, figures=figures) == [
            ("target", "not-measured", None),
            ("target", "infeasible", None),
            ("frequency", "unknown", None),
        ]

    def test_an_unknown_figure_is_of_who_owns_its_target(self, base: Workspace) -> None:
        target = {"id": "t", "title": "T", "kind": "count", "minimum": 1, "party": "ggd"}
        figures: list[Data] = [
            {"target": "t", "place": "Voorbeeld", "value": 1, "period": "2025-06"},
            {"target": "t", "place": "Ede", "value": "unknown"},
            {"indicator": "roken", "place": "Ede", "value": "unknown"},
            {"indicator": "roken", "place": "Rhenen", "value": "nvt"},
        ]
        found = standing_with(base, {}, [target], figures).open_items
        assert [(item.kind, item.owner.owners) for item in found] == [
            ("figure", ("ggd",)),
            ("figure", ()),
        ]


class TestAmounts:
    def of(self, base: Workspace, *lines: Data) -> list[tuple[str, Owner]]:
        """The amounts that are open and who is to act."""
        named = [{"id": f"l{n}", **line} for n, line in enumerate(lines)]
        money = Budgets.model_validate({"budgets": [{"id": "b", "title": "B", "lines": named}]})
        year = plan_year({"components": COMPONENTS})
        year = replace(year, files=Files({**year.files.entries, **files(money).entries}))
        found = standing(base, region_with(years=[year]), year, date(2025, 6, 30)).open_items
        assert {(item.kind, item.state) for item in found} <= {("amount", "open")}
        return [(item.about.id, item.owner) for item in found if isinstance(item.about, BudgetLine)]

    def test_who_is_to_say_what_an_amount_will_be(self, base: Workspace) -> None:
        lines: list[Data] = [
            {"amount": "PM", "party": "ggd"},
            {"amount": "ntb", "component": "onder"},
            {"amount": "PM"},
            {"amount": "nvt"},
            {"amount": 5},
            {},
        ]
        assert self.of(base, *lines) == [
            ("l0", Owner(("ggd",))),
            ("l1", Owner(("ggd",), via="component")),
            ("l2", Owner()),
        ]

    def test_a_total_is_open_by_its_lines(self, base: Workspace) -> None:
        total = {"id": "som", "total": True, "amount": "PM"}
        assert [id_ for id_, _ in self.of(base, {"amount": "PM", "under": "som"}, total)] == ["l0"]
        assert [id_ for id_, _ in self.of(base, total)] == ["som"]
