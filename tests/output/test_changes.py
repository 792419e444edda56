"""What changed in plain Dutch, for a terminal and for a pull request, and as JSON."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from kansrijk_cli.compute.changes.compare import Comparison, compare
from kansrijk_cli.output.change_lines import overview, sentence
from kansrijk_cli.output.changes import markdown, text
from kansrijk_cli.output.schemas import schemas
from kansrijk_cli.output.shapes.diff import diff_shape
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.comparing import PLAN, REGION, compared
from tests.compute.mutating import mutated
from tests.compute.test_changes_edits import rich, values, version
from tests.workspaces import workspace_of


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("base"), {})


def lines(base: Workspace, old: Any, new: Any) -> list[str]:
    """What is told, without the promises."""
    found = overview(compared(base, old, new), "A", "B")
    return [
        "; ".join(piece for piece, _ in sentence(line))
        for chapter in found.chapters
        for block in chapter.blocks
        for line in block.lines
    ]


def matrix(**rows: Any) -> dict[str, Any]:
    return {"interventions": {"deployments": rows}}


def target(**fields: Any) -> dict[str, Any]:
    fields = {"id": "t", "title": "Babythuiszorg", "kind": "count", "unit": "trajecten", **fields}
    return {"results": {"targets": [fields]}}


def activity(**fields: Any) -> dict[str, Any]:
    return {"plan": {**PLAN, "activities": [{"id": "a", "title": "Scholing", **fields}]}}


def figures(*found: Any) -> dict[str, Any]:
    return {"results": {"figures": [{"indicator": "roken", "place": "Ede", **f} for f in found]}}


def budget(amount: Any, **fields: Any) -> dict[str, Any]:
    line = {"id": "uren", "title": "Uren", "amount": amount, **fields}
    budget = {"id": "b", "title": "Kosten", "lines": [line]}
    return {"budgets": {"budgets": [budget]}}


LONG = "Een heel lange tekst die niemand in een overzicht van wijzigingen nog een keer wil lezen."
SENTENCES: list[tuple[Any, Any, list[str]]] = [
    (
        matrix(Ede={"giz": "planned"}),
        matrix(Ede={"giz": "active"}),
        ["Ede: GIZ-methodiek van gepland naar actief"],
    ),
    (
        matrix(Ede={"giz": "planned"}),
        matrix(Ede={"voorzorg": "active"}),
        [
            "Ede: GIZ-methodiek van gepland naar niet ingevuld; VoorZorg",
            "VoorZorg van niet ingevuld naar actief",
        ],
    ),
    (
        matrix(),
        matrix(Ede={"giz": {"status": "planned", "period": "from 2026"}}),
        ["Ede: GIZ-methodiek van niet ingevuld naar gepland (periode vanaf 2026)"],
    ),
    (
        matrix(Ede={"giz": {"status": "active", "period": 2024}}),
        matrix(),
        ["Ede: GIZ-methodiek van actief (periode 2024) naar niet ingevuld"],
    ),
    (
        matrix(Ede={"giz": {"status": "active", "period": 2024}}),
        matrix(Ede={"giz": {"status": "active", "period": "2024 - 2026"}}),
        ["Ede: GIZ-methodiek, periode van 2024 naar 2024 - 2026"],
    ),
    (
        matrix(Ede={"giz": "active"}),
        matrix(Ede={"giz": {"status": "active", "name": "Samen"}}),
        ["Ede: GIZ-methodiek, naam ter plaatse is nu ‘Samen’ (was niet ingevuld)"],
    ),
    (target(minimum=2), target(minimum=1), ["Babythuiszorg: minimum van 2 naar 1 traject"]),
    (
        target(),
        target(minimum=1),
        ["Babythuiszorg: minimum is nu 1 traject (was niet ingevuld)"],
    ),
    (
        target(minimum=1.5),
        target(),
        ["Babythuiszorg: minimum is niet meer ingevuld (was 1,5 trajecten)"],
    ),
    (
        target(minimum=1),
        target(minimum=2, assumed={"minimum": "Geschat."}),
        [
            "Babythuiszorg: aangenomen, minimum is nu ‘Geschat.’",
            "minimum van 1 naar 2 trajecten (aanname)",
        ],
    ),
    (
        {"results": {}},
        target(minimum=2, total=20),
        ["Babythuiszorg: nieuw (minimum 2 trajecten, totaal 20 trajecten)"],
    ),
    (target(minimum=2), {"results": {}}, ["Babythuiszorg: vervallen (was minimum 2 trajecten)"]),
    (target(kind="count"), target(kind="milestone"), ["Babythuiszorg: soort doel"]),
    (target(places=["Ede"]), target(places=["Ede", "Rhenen"]), ["plekken: Rhenen erbij"]),
    (target(places=["Ede", "Rhenen"]), target(places=["Ede"]), ["plekken: Rhenen eraf"]),
    (target(places=[]), target(places=["Ede", "Rhenen"]), ["plekken is nu Ede, Rhenen"]),
    (target(text="Kort."), target(text=LONG), ["Babythuiszorg: toelichting gewijzigd"]),
    (target(), target(text=LONG), ["Babythuiszorg: toelichting toegevoegd"]),
    (target(text=LONG), target(), ["Babythuiszorg: toelichting weggehaald"]),
    (target(text="Een"), target(text="Twee"), ["toelichting van ‘Een’ naar ‘Twee’"]),
    (target(source="a/b"), target(source="c/d"), ["Babythuiszorg: bron gewijzigd"]),
    (
        target(over={"minimum": 2, "unit": "personen"}),
        target(over={"minimum": 3, "unit": "personen"}),
        ["verdeeld over, minimum van 2 naar 3"],
    ),
    (target(), target(over={"minimum": 3, "unit": "personen"}), ["is nu 3 personen"]),
    (activity(when="Q1"), activity(when="Q3 - Q4"), ["wanneer van Q1 naar Q3 - Q4 (later)"]),
    (activity(status="planned"), activity(status="active"), ["stand van gepland naar bezig"]),
    (budget(37300), budget(40000.5), ["bedrag van € 37.300 naar € 40.000,50 (€ 2.700,50 meer)"]),
    (budget(500), budget(-20), ["Kosten, Uren: bedrag van € 500 naar € -20 (€ 520 minder)"]),
    (budget(500), budget("PM"), ["bedrag van € 500 naar PM"]),
    (budget(500), budget("ntb"), ["bedrag van € 500 naar n.t.b."]),
    (
        budget(500, allocation={"key": "equal"}),
        budget(500, allocation={"key": "births"}),
        ["verdeelsleutel van gelijke delen naar geboorten"],
    ),
    (
        budget(500, allocation={"step": 1}),
        budget(500, allocation={"step": 1, "key": "births"}),
        ["verdeelsleutel is nu geboorten"],
    ),
    (budget(500, total=False), budget(500, total=True), ["totaal van nee naar ja"]),
    (figures({"value": 5}), figures({"value": "unknown"}), ["waarde van 5", "naar onbekend"]),
    (
        {},
        {"region": {**REGION, "municipalities": ["Ede", "Rhenen"]}},
        ["Gemeenten: Veenendaal eraf"],
    ),
    ({}, {"parties": {"parties": []}}, ["parties.yaml: nieuw"]),
    ({"id_": "a"}, {"id_": "b"}, ["De map a heet nu b"]),
    (
        {"plan": {**PLAN, "texts": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}},
        {"plan": {**PLAN, "texts": [{"id": "b", "text": "B"}, {"id": "a", "text": "A"}]}},
        ["Teksten in een andere volgorde"],
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), SENTENCES)
def test_a_change_in_plain_dutch(base: Workspace, old: Any, new: Any, told: list[str]) -> None:
    found = lines(base, old, new)
    assert len(found) == 1
    assert [part for part in told if part not in found[0]] == []


def test_a_number_that_may_not_be_shown_is_in_no_format(base: Workspace) -> None:
    old, new = (
        figures({"value": value, "persons": True, "note": f"{value} kinderen"}) for value in (7, 8)
    )
    comparison = compared(base, old, new)
    told = overview(comparison, "A", "B")
    shown = (text.render(told), markdown.render(told), diff_shape(comparison, "A", "B").as_json())
    assert comparison.total == 2
    for output in shown:
        assert "7" not in output
        assert "8" not in output
    assert "niet getoond" in " ".join(shown[0].split())
    assert {c["new_state"] for c in json.loads(shown[2])["changes"]} == {"suppressed"}


class TestText:
    def test_it_fits_and_marks_what_breaks_a_promise(
        self, base: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        old, new = target(minimum=2, total=20), target(minimum=1, total=7)
        shown = text.render(overview(compared(base, old, new), "HEAD", "nu"))
        assert shown == (
            "Verschil tussen HEAD en nu\n"
            "Er zijn 2 wijzigingen, waarvan 2 ingrijpend.\n"
            "\n"
            "Voorbeeld 2025\n"
            "\n"
            "  Doelen\n"
            "  ! Babythuiszorg: minimum van 2 naar 1 traject (ingrijpend: doel verlaagd);\n"
            "      totaal van 20 naar 7 trajecten (ingrijpend: doel verlaagd)\n"
        )

    def test_an_amount_is_not_split(self, base: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        old, new = budget(100000), budget(200000)
        for columns in range(40, 90):
            monkeypatch.setenv("COLUMNS", str(columns))
            shown = text.render(overview(compared(base, old, new), "A", "B"))
            assert not any(line.endswith("€") for line in shown.splitlines())
            assert "€ 200.000" in shown

    def test_nothing_changed(self, base: Workspace) -> None:
        shown = text.render(overview(compared(base, {}, {}), "A", "B"))
        assert shown == "Verschil tussen A en B\nEr is geen verschil in de gegevens.\n"

    def test_nothing_steers_the_terminal(self, base: Workspace) -> None:
        shown = text.render(overview(compared(base, {}, activity(result="\x1b[2J")), "A", "B"))
        assert "\x1b" not in shown


def over(cost: int, source: bool) -> dict[str, Any]:
    """A budget with 1.000 euros of funding, for all of it or for one line."""
    line = {"id": "u", "amount": cost, "funding": "iza"}
    whole = {} if source else {"funding": ["iza"]}
    budgets = [{"id": "b", "title": "Kosten", "lines": [line], **whole}]
    return {
        "budgets": {"funding": [{"id": "iza", "title": "IZA", "amount": 1000}], "budgets": budgets}
    }


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (False, "Kosten: kost nu € 1.001, maar er is geld voor € 1.000"),
        (True, "Kosten: vraagt nu € 1.001 van IZA, maar daar is € 1.000"),
    ],
)
def test_a_budget_over_its_funding_is_told(base: Workspace, source: bool, told: str) -> None:
    found = overview(compared(base, over(900, source), over(1001, source)), "A", "B")
    [block] = found.chapters[0].blocks
    assert (block.title, block.lines[1].is_breaking) == ("Geld", True)
    assert sentence(block.lines[1]) == [(told, "meer dan er geld is")]


def test_what_was_left_out_is_named() -> None:
    found = Comparison((), ("a_b.yaml",), ("c.yaml",))
    told = overview(found, "HEAD", "nu")
    assert text.render(told).splitlines()[-2:] == ["  a_b.yaml (HEAD)", "  c.yaml (nu)"]
    assert markdown.render(told).splitlines()[-2:] == ["- a_b.yaml (HEAD)", "- c.yaml (nu)"]
    shape = json.loads(diff_shape(found, "HEAD", None).as_json())
    assert shape["left_out"] == {"before": ["a_b.yaml"], "after": ["c.yaml"]}


class TestMarkdown:
    def test_headings_lists_and_bold(self, base: Workspace) -> None:
        old, new = target(minimum=2), target(minimum=1)
        assert markdown.render(overview(compared(base, old, new), "A", "B")) == (
            "## Verschil tussen A en B\n"
            "\n"
            "Er is 1 wijziging, en die is ingrijpend.\n"
            "\n"
            "### Voorbeeld 2025\n"
            "\n"
            "#### Doelen\n"
            "\n"
            "- Babythuiszorg: minimum van 2 naar 1 traject (**ingrijpend: doel verlaagd**)\n"
        )

    @pytest.mark.parametrize(
        "title",
        ["<b>vet</b>", "[klik](http://x.nl)", "**vet**", "# kop", "- punt", "`code`", "a|b"],
    )
    def test_what_a_user_wrote_stays_what_it_is(self, base: Workspace, title: str) -> None:
        old: dict[str, Any] = {"results": {}}
        new = target(title=title)
        shown = markdown.render(overview(compared(base, old, new), "A", "B"))
        tokens = MarkdownIt("commonmark").parse(shown)
        inline = [t for t in tokens if t.type == "inline" and "nieuw" in t.content]
        assert [child.type for child in inline[0].children or []] == ["text"] * len(
            inline[0].children or []
        )
        assert "".join(child.content for child in inline[0].children or []).startswith(title)


class TestShape:
    def test_a_change(self, base: Workspace) -> None:
        shape = diff_shape(compared(base, target(minimum=2), target(minimum=1.5)), "A", None)
        found = json.loads(shape.as_json())
        assert list(found) == [
            "schema",
            "before",
            "after",
            "changes",
            "overruns",
            "left_out",
            "days",
        ]
        assert (found["schema"], found["before"], found["after"]) == ("kansrijk/diff/1", "A", None)
        assert found["changes"] == [
            {
                "region": "voorbeeld",
                "year": 2025,
                "section": "targets",
                "subject": "target",
                "names": ["Babythuiszorg"],
                "kind": "changed",
                "file": "regions/voorbeeld/2025/results.yaml",
                "path": ["targets", "t", "minimum"],
                "old": 2,
                "old_state": None,
                "new": 1.5,
                "new_state": None,
                "later": False,
                "breaking": "target-lowered",
            }
        ]

    @pytest.mark.parametrize(
        ("old", "new", "state"),
        [
            (budget(5), budget("PM"), "pm"),
            (budget(5), budget("ntb"), "ntb"),
            (budget(5), budget("nvt"), "nvt"),
            (target(minimum=2), target(), "unknown"),
            (figures({"value": 5}), figures({"value": "unknown"}), "unknown"),
            (figures({"value": 5}), figures({"value": "suppressed"}), "suppressed"),
        ],
    )
    def test_what_is_no_number_is_null_with_a_word(
        self, base: Workspace, old: Any, new: Any, state: str
    ) -> None:
        [change] = json.loads(diff_shape(compared(base, old, new), "A", "B").as_json())["changes"]
        assert (change["new"], change["new_state"]) == (None, state)

    def test_a_status_that_is_not_known_is_a_word_of_its_own(self, base: Workspace) -> None:
        old, new = matrix(Ede={"giz": "active"}), matrix(Ede={"giz": "unknown"})
        [change] = json.loads(diff_shape(compared(base, old, new), "A", "B").as_json())["changes"]
        assert (change["new"], change["new_state"]) == ("unknown", None)

    def test_a_whole_budget_that_came_is_in_euros(self, base: Workspace) -> None:
        line = {"id": "uren", "amount": 5, "fte": 0.5}
        part = {"funding": "iza", "amount": {"value": 2, "condition": "Als."}}
        new = {"id": "n", "title": "N", "multiplier": 1000, "lines": [{**line, "funded": [part]}]}
        old = {"id": "o", "title": "O", "lines": [{"id": "x", "amount": 1}]}
        both = ({"budgets": {"budgets": found}} for found in ([old], [old, new]))
        [change] = json.loads(diff_shape(compared(base, *both), "A", "B").as_json())["changes"]
        [told] = change["new"]["lines"]
        assert (told["amount"]["value"], told["fte"]) == (5000, 0.5)
        assert told["funded"][0]["amount"]["value"] == 2000

    def test_a_budget_over_its_funding(self, base: Workspace) -> None:
        def of(amount: int) -> Any:
            found = budget(amount)["budgets"]
            found["budgets"][0]["funding"] = ["iza"]
            return {"budgets": {**found, "funding": [{"id": "iza", "title": "IZA", "amount": 5}]}}

        [found] = json.loads(diff_shape(compared(base, of(5), of(6)), "A", "B").as_json())[
            "overruns"
        ]
        assert (found["budget"], found["cost"], found["funding"]) == ("b", 6, 5)


@pytest.fixture(scope="module")
def is_valid() -> Callable[[Any], bool]:
    return Draft202012Validator(json.loads(schemas()["output/diff"])).is_valid


@settings(max_examples=25)
@given(seed=st.integers(0, 10**6))
def test_whatever_changed_can_be_told(is_valid: Callable[[Any], bool], seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    before = mutated(random, rich(), values())
    found = compare(version(before), version(mutated(random, before, values())))
    told = overview(found, "A", "B")
    written = [line for c in told.chapters for b in c.blocks for line in b.lines]
    assert sum(len(line.phrases) for line in written) == found.total
    assert text.render(told).count("!") >= sum(line.is_breaking for line in written)
    assert markdown.render(told).count("\n- ") == len(written)
    assert is_valid(json.loads(diff_shape(found, "A", "B").as_json()))
