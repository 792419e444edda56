"""What `allocate` and `budget --key` print: explanations, comparisons and reasons, in Dutch."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.compute.budget.tables import budget_table
from kansrijk_cli.compute.dividing.allocation import Allocated, Request, allocate
from kansrijk_cli.compute.dividing.apportion import METHODS, Refusal
from kansrijk_cli.compute.dividing.contributions import contributions
from kansrijk_cli.compute.dividing.requests import Where, Wishes
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.budgets import Budget
from kansrijk_cli.model.keys import Deviation, Method
from kansrijk_cli.output.allocations import allocation_table, explanation_table, wide_table
from kansrijk_cli.output.contributions import contributions_rows, contributions_table
from kansrijk_cli.output.explanations import explained, key_title, refused
from kansrijk_cli.output.labels import labels
from kansrijk_cli.output.show import show
from kansrijk_cli.output.table import Table
from kansrijk_cli.workspace.workspace import Workspace
from tests.compute.building import Data, decimals, region_with, year_with
from tests.workspaces import ROOT, workspace_of

ALL = ("Ede", "Rhenen", "Veenendaal")
# How each method rounds a quotient, apart from the program.
RULES: Mapping[str, Callable[[Fraction], int]] = {
    "dhondt": floor,
    "adams": lambda q: floor(q) + (q > floor(q)),
    "sainte-lague": lambda q: floor(q + Fraction(1, 2)),
    "huntington-hill": lambda q: floor(q) + (q * q >= floor(q) * (floor(q) + 1)),
}
REGION = region_with(
    {
        "keys": [
            {"id": "eigen", "title": "Eigen", "on": "2024-07-01", "table": dict.fromkeys(ALL, 1)}
        ]
    }
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of(tmp_path_factory.mktemp("base"), {})


def divided(base: Workspace, total: object = 12, key: str = "births", **changes: Any) -> Allocated:
    """A target divided over 1300, 200 and 900 births, unless the changes say otherwise."""
    [amount] = decimals(total)
    assert amount is not None
    bounds = dict.fromkeys(ALL, Bounds(Decimal(2), Decimal(7)))
    request = Request("T", "trajecten", amount, key, date(2025, 1, 1), ALL, bounds)
    return allocate(base, REGION, replace(request, **changes))


def as_number(text: str) -> Fraction:
    """A number as it was printed."""
    return Fraction(text.replace(".", "").replace(",", "."))


def lines(found: Allocated, key: str = "geboorten") -> list[str]:
    return [explained(found, share, key) for share in found.shares]


def texts(table: Table) -> list[list[str]]:
    return [[show(value) for value in row] for row in table.rows]


class TestExplained:
    def test_bounds_share_rank_method_and_year(self, base: Workspace) -> None:
        about = "(grootste resten; geboorten in 2024)"
        ede, rhenen, veenendaal = lines(divided(base))
        assert ede == (
            "6: minimum 2, maximum 7, aandeel 6,50 (na de grenzen 5,91), "
            f"naar boven afgerond als nummer 1 van de grootste resten {about}"
        )
        assert rhenen == f"2: minimum 2, maximum 7, aandeel 1,00, dat wordt het minimum {about}"
        assert veenendaal == (
            "4: minimum 2, maximum 7, aandeel 4,50 (na de grenzen 4,09), naar beneden afgerond: "
            f"de rest is nummer 2 {about}"
        )

    def test_a_bound_after_others_says_to_which_share(self, base: Workspace) -> None:
        # 4,33, 0,67 and 3 of 8: Rhenen first gets its 3, and Veenendaal has 2,05 of the 5 left.
        bounds = {
            "Ede": Bounds(None, Decimal(3)),
            "Rhenen": Bounds(Decimal(3), None),
            "Veenendaal": Bounds(Decimal("2.5"), None),
        }
        told = lines(divided(base, 8, bounds=bounds))
        assert "aandeel 0,67, dat wordt het minimum" in told[1]
        assert "aandeel 3,00 (na de grenzen 2,05), dat wordt het minimum" in told[2]

    def test_without_bounds(self, base: Workspace) -> None:
        about = "(grootste resten; geboorten in 2024)"
        assert lines(divided(base, 24, bounds={})) == [
            f"13: aandeel 13,00, komt precies uit {about}",
            f"2: aandeel 2,00, komt precies uit {about}",
            f"9: aandeel 9,00, komt precies uit {about}",
        ]

    def test_a_divisor_method_names_the_divisor(self, base: Workspace) -> None:
        found = divided(base, 11, method="dhondt", bounds={})
        # Above 185,7 (1300 / 7) it gives Ede no seventh, and below 200 Rhenen still its first.
        assert found.divisor == 190
        assert lines(found)[2] == (
            "4: aandeel 4,12; gedeeld door 190 is het 4,74, naar beneden afgerond "
            "(grootste gemiddelden (D'Hondt); geboorten in 2024)"
        )

    def test_with_a_step_the_quotient_is_in_what_is_divided(self, base: Workspace) -> None:
        # 1300, 200 and 900 births are 6,19, 0,95 and 4,29 times 210, and then down to a half.
        found = divided(base, "10.5", method="dhondt", bounds={}, step=Decimal("0.5"))
        assert [share.value for share in found.shares] == [*decimals(6, "0.5", 4)]
        assert found.divisor == 210
        assert "gedeeld door 210 is het 4,286, naar beneden afgerond (" in lines(found)[2]

    @pytest.mark.parametrize(
        ("table", "told"),
        [
            # A quarter of 0,995 steps below its minimum may not look like the minimum itself.
            ({"Ede": 995, "Rhenen": 1005, "Veenendaal": 1000}, "aandeel 0,995, dat wordt het"),
            ({"Ede": 1, "Rhenen": 1, "Veenendaal": 1}, "aandeel 1,00, komt precies uit"),
        ],
    )
    def test_a_share_has_its_decimals(self, base: Workspace, table: Data, told: str) -> None:
        region = region_with({"keys": [{"id": "k", "title": "K", "table": table}]})
        bounds = dict.fromkeys(ALL, Bounds(Decimal(1), None))
        request = replace(divided(base, 3).request, key="k", bounds=bounds)
        assert told in lines(allocate(base, region, request), "K")[0]

    def test_a_bound_decides_when_the_quotient_is_beyond_it(self, base: Workspace) -> None:
        # 20233 goes into 4000 five times, and only four are allowed.
        table = {"Ede": 20233, "Rhenen": 10343, "Veenendaal": 5749}
        region = region_with({"keys": [{"id": "k", "title": "K", "table": table}]})
        bounds = dict.fromkeys(ALL, Bounds(Decimal(2), Decimal(4)))
        request = replace(divided(base, 8).request, key="k", bounds=bounds, method="dhondt")
        found = allocate(base, region, request)
        assert found.divisor == 4000
        ede, rhenen, veenendaal = (line.split("aandeel ")[1] for line in lines(found, "K"))
        assert "gedeeld door 4.000 is het 5,06, dat wordt het maximum (" in ede
        assert "gedeeld door 4.000 is het 2,59, naar beneden afgerond (" in rhenen
        assert "gedeeld door 4.000 is het 1,44, dat wordt het minimum (" in veenendaal

    @given(
        weights=st.lists(st.integers(1, 10**5), min_size=3, max_size=3),
        total=st.integers(6, 30),
        highest=st.one_of(st.none(), st.integers(10, 14)),
        method=st.sampled_from(list(RULES)),
        step=st.sampled_from(["1", "0.5"]),
    )
    def test_every_line_of_a_divisor_method_is_true(
        self,
        base: Workspace,
        weights: list[int],
        total: int,
        highest: int | None,
        method: Method,
        step: str,
    ) -> None:
        """What a reader can work out from the line itself, with the rule of the method."""
        table = dict(zip(ALL, weights, strict=True))
        region = region_with({"keys": [{"id": "k", "title": "K", "table": table}]})
        bounds = dict.fromkeys(ALL, Bounds(*decimals(2, highest)))
        size = Decimal(step)
        request = Request(
            "T", "trajecten", Decimal(total), "k", date(2025, 1, 1), ALL, bounds, method, size
        )
        found = allocate(base, region, request)
        for share, line in zip(found.shares, lines(found, "K"), strict=True):
            said = re.search(r"gedeeld door ([\d.,]+) is het ([\d.,]+), ([a-z ]+)", line)
            if said is None:
                assert found.divisor is None
                continue
            divisor, quotient = map(as_number, said.groups()[:2])
            assert abs(table[share.municipality] / divisor - quotient) < Fraction(1, 100)
            reached = RULES[method](quotient / Fraction(size)) * size
            decided = said[3].strip()
            if decided == "dat wordt het maximum":
                assert reached > share.value == highest
            elif decided == "dat wordt het minimum":
                assert reached < share.value == 2
            else:
                assert share.part is not None
                assert reached == share.value or share.part.tied
                words = {1: "naar boven afgerond", 0: "dat komt precies uit"}
                side = (share.value > quotient) - (share.value < quotient)
                assert decided == words.get(side, "naar beneden afgerond")

    def test_remainders_that_look_alike_get_more_decimals(self, base: Workspace) -> None:
        # 1300, 200 and 900 of 2400 births, of 10 hundredths: 5,41666, 0,83333 and 3,75.
        found = divided(base, "0.10", unit=None, step=Decimal("0.01"), bounds={})
        assert lines(found)[0].startswith("€ 0,05: aandeel € 0,0542, naar beneden afgerond")
        alike = {"Ede": 10001, "Rhenen": 10002, "Veenendaal": 9997}
        key = {"id": "k", "title": "K", "table": alike}
        region = region_with({"keys": [key]})
        request = replace(found.request, total=Decimal(1), key="k")
        told = lines(allocate(base, region, request))
        assert [line.split("aandeel ")[1].split(", ")[0] for line in told] == [
            "€ 0,33337",
            "€ 0,33340",
            "€ 0,33323",
        ]

    def test_who_is_absent_or_deviates(self, base: Workspace) -> None:
        deviation = Deviation.model_validate({"value": 7, "reason": "Al beloofd."})
        found = divided(base, without=frozenset(("Rhenen",)), deviations={"Ede": deviation})
        # 1300 of the 2200 births of who takes part, of 12: 7,09.
        told = "aandeel 7,09 (geboorten in 2024), met de hand 0,09 lager gezet: Al beloofd."
        assert lines(found)[:2] == [f"7: {told}", "doet niet mee"]

    def test_who_deviates_to_the_share_itself(self, base: Workspace) -> None:
        deviation = Deviation.model_validate({"value": 4, "reason": "Zo afgesproken."})
        found = divided(base, key="equal", bounds={}, deviations={"Ede": deviation})
        told = "4: aandeel 4,00 (gelijk), met de hand op hetzelfde gezet: Zo afgesproken."
        assert lines(found, "gelijk")[0] == told

    def test_who_deviates_without_a_figure_has_no_share(self, base: Workspace) -> None:
        deviation = Deviation.model_validate({"value": 2, "reason": "Al beloofd."})
        key = {"id": "k", "title": "K", "table": {"Rhenen": 1, "Veenendaal": 1}}
        request = replace(divided(base).request, key="k", bounds={}, deviations={"Ede": deviation})
        found = allocate(base, region_with({"keys": [key]}), request)
        assert lines(found)[0].startswith("2: aandeel onbekend, want de sleutel heeft hier geen")
        [share] = [row[3] for row in wide_table(found, "K").rows if row[0] == "Ede"]
        assert share is None

    def test_a_tie_is_told(self, base: Workspace) -> None:
        found = divided(base, 8, key="equal")
        told = "gelijk met een ander, de regel bij gelijke stand besliste"
        assert [told in line for line in lines(found)] == [True] * 3
        closing = allocation_table(found, "gelijke delen", "R", 2025).closing or ""
        assert "gaat de gemeente met het grootste gewicht voor" in closing

    def test_the_day_of_a_table(self, base: Workspace) -> None:
        [first, *_] = lines(divided(base, key="eigen"), "Eigen")
        assert first.endswith("(grootste resten; Eigen, stand 1 juli 2024)")

    def test_euros(self, base: Workspace) -> None:
        found = divided(base, 1000, unit=None, step=Decimal("0.01"), bounds={}, key="equal")
        assert lines(found, "gelijke delen")[0] == (
            "€ 333,34: aandeel € 333,3333, naar boven afgerond als nummer 1 van de grootste "
            "resten, gelijk met een ander, de regel bij gelijke stand besliste "
            "(grootste resten; gelijke delen)"
        )

    def test_every_method_has_a_name(self) -> None:
        assert set(labels()["method"]) == set(METHODS)


class TestTables:
    def test_against_equal_parts_and_people(self, base: Workspace) -> None:
        table = allocation_table(divided(base), "geboorten", "Regio", 2025)
        assert table.title == "Verdeling van T (12 trajecten), Regio 2025"
        assert table.heads[4:] == ("Per 10.000 inwoners", "Per 1.000 geboorten")
        assert texts(table) == [
            ["Ede", "6", "4", "2", "0,48", "4,62"],
            ["Rhenen", "2", "4", "-2", "0,97", "10"],
            ["Veenendaal", "4", "4", "0", "0,57", "4,44"],
            ["Samen", "12", "12", "", "0,56", "5"],
        ]

    def test_euros_are_told_for_each(self, base: Workspace) -> None:
        found = divided(base, 2400, unit=None, step=Decimal("0.01"), bounds={})
        table = allocation_table(found, "geboorten", "Regio", 2025)
        assert table.heads[4:] == ("Per inwoner", "Per geboorte")
        assert texts(table)[0] == ["Ede", "€ 1.300", "€ 800", "€ 500", "€ 0,01", "€ 1"]

    def test_who_is_absent_is_not_compared(self, base: Workspace) -> None:
        found = divided(base, without=frozenset(("Rhenen",)))
        rows = texts(allocation_table(found, "geboorten", "Regio", 2025))
        assert rows[1] == ["Rhenen", "doet niet mee", "", "", "", ""]

    def test_unknown_people_leave_no_column(self, base: Workspace) -> None:
        found = divided(base, key="equal", on=date(2020, 1, 1))
        assert len(allocation_table(found, "gelijke delen", "Regio", 2025).heads) == 4

    def test_an_explanation_for_each(self, base: Workspace) -> None:
        table = explanation_table(divided(base), "geboorten")
        assert table.title == "Hoe het aantal van elke gemeente tot stand komt"
        amounts = explanation_table(divided(base, unit=None), "geboorten")
        assert amounts.title == "Hoe het bedrag van elke gemeente tot stand komt"
        rows = texts(table)
        assert [row[0] for row in rows] == list(ALL)

    def test_a_spreadsheet_has_all_of_it(self, base: Workspace) -> None:
        table = wide_table(divided(base), "geboorten")
        assert texts(table)[0][:8] == ["Ede", "ja", "1.300", "6,5", "2", "7", "6", "4"]


class TestRefused:
    def test_numbers_and_names(self) -> None:
        numbers: dict[str, Decimal | int] = {"value": Decimal(7), "maximum": Decimal(6)}
        told = refused([Refusal("deviation-too-high", numbers, ("Ede",))], "trajecten")
        assert told == (
            "Een afwijking is hoger dan het maximum. Het gaat om Ede. "
            "De afwijking is 7 en het maximum 6."
        )

    def test_euros_but_not_how_many(self) -> None:
        fixed: dict[str, Decimal | int] = dict(
            zip(
                ("fixed", "together", "total", "lacking"),
                map(Decimal, (1000, 3000, 2500, 500)),
                strict=True,
            )
        )
        assert refused([Refusal("fixed-too-high", {"count": 3, **fixed})], None).endswith(
            "3 keer € 1.000 is € 3.000 en het totaal is € 2.500: dat is € 500 te weinig."
        )

    def test_the_same_reason_with_the_same_numbers_names_all(self) -> None:
        numbers: dict[str, Decimal | int] = {"minimum": Decimal(2), "maximum": Decimal(1)}
        crossed = [Refusal("crossed", numbers, (name,)) for name in ALL]
        assert refused(crossed, "trajecten") == (
            "Tussen het minimum en het maximum past niets. "
            "Het gaat om Ede, Rhenen en Veenendaal. Het minimum is 2 en het maximum 1."
        )

    def test_the_same_reason_is_told_once(self) -> None:
        assert refused([Refusal("nobody")] * 3, None) == "Er doet geen enkele gemeente mee."

    def test_every_reason_in_the_program_has_a_sentence(self) -> None:
        folder = Path(ROOT / "src/kansrijk_cli/compute")
        program = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))
        known = labels()["refusal"]
        assert [word for word in known if f'"{word}"' not in program] == []
        assert set(labels()["refusal-numbers"]) <= set(known)
        assert set(labels()["refusal-advice"]) <= set(known)

    def test_only_who_gives_a_command_hears_of_its_options(self) -> None:
        found = [Refusal("no-key")]
        assert refused(found, None) == "Het plan noemt er geen sleutel voor."
        assert "`--key`" in refused(found, None, advice=True)
        assert not [told for told in labels()["refusal"].values() if "--" in told]
        assert not [told for told in labels()["refusal-numbers"].values() if "--" in told]


@pytest.mark.parametrize(
    ("name", "title"), [("births", "geboorten"), ("eigen", "Van ons"), ("x", "x")]
)
def test_a_key_has_its_title_or_its_word(name: str, title: str) -> None:
    assert key_title(name, {"eigen": "Van ons"}) == title


class TestContributions:
    LINES: Sequence[Data] = (
        {"id": "a", "title": "Uren", "under": "som", "amount": 100},
        {"id": "som", "title": "Alles", "total": True, "amount": 100},
        {"id": "los", "title": "Los", "amount": "PM"},
        {"id": "mis", "title": "Mis", "amount": 9, "allocation": {"key": "table"}},
    )

    def tables(self, base: Workspace) -> tuple[Table, Table]:
        content = Budget.model_validate({"id": "b", "title": "B", "lines": self.LINES})
        table = budget_table(base, REGION, content, Place("b.yaml"))
        found = contributions(Where(base, REGION, year_with()), table, Wishes(on=None, key=None))
        assert [c.refusals[0].why for c in found if c.refusals] == [
            "no-key",
            "no-key",
            "table-not-here",
        ]
        found = contributions(Where(base, REGION, year_with()), table, Wishes("equal"))
        return contributions_table(table, found, {}), contributions_rows(table, found)

    def test_only_lines_that_count_in_no_other(self, base: Workspace) -> None:
        table, _ = self.tables(base)
        assert table.heads == ("Gemeente", "Alles", "Mis")
        assert texts(table)[0] == ["Ede", "€ 33,34", "€ 3,00"]
        assert texts(table)[-1] == ["Samen", "€ 100,00", "€ 9,00"]

    def test_by_which_key_and_method(self, base: Workspace) -> None:
        closing = self.tables(base)[0].closing or ""
        assert closing.startswith("Sleutel: gelijke delen. Methode: grootste resten. Elke regel is")
        assert "De som daarvan is: Alles." in closing
        assert "Niet verdeeld: Los. Er is nog geen bedrag." in closing

    @staticmethod
    def of(base: Workspace, *lines: Data, key: str = "equal") -> tuple[Table, str]:
        named = [{"id": f"l{n}", "title": f"Regel {n}", **line} for n, line in enumerate(lines)]
        content = Budget.model_validate({"id": "b", "title": "B", "lines": named})
        table = budget_table(base, REGION, content, Place("b.yaml"))
        found = contributions(Where(base, REGION, year_with()), table, Wishes(key))
        shown = contributions_table(table, found, {"eigen": "Van ons"})
        return shown, shown.closing or ""

    def test_lines_with_another_method_are_named(self, base: Workspace) -> None:
        own = {"amount": 5, "allocation": {"method": "adams"}}
        _, closing = self.of(base, {"amount": 3}, own, {"amount": 4}, key="eigen")
        about = "sleutel: Van ons, stand 1 juli 2024. Methode"
        assert f"Regel 0 en Regel 2: {about}: grootste resten." in closing
        assert f"Regel 1: {about}: Adams." in closing

    def test_a_printed_total_that_differs_is_told(self, base: Workspace) -> None:
        som = {"id": "som", "title": "Som", "total": True, "amount": 201}
        _, closing = self.of(base, {"amount": 200, "under": "som"}, som)
        assert (
            "Som: verdeeld is het gedrukte totaal van € 201. "
            "De regels zijn samen € 200; dat scheelt € 1."
        ) in closing
        _, closing = self.of(base, {"amount": 200, "under": "som"}, {**som, "amount": 200})
        assert "scheelt" not in closing

    def test_what_is_open_or_on_a_condition_is_marked(self, base: Workspace) -> None:
        som = {"id": "som", "title": "Som", "total": True, "amount": 100}
        part = {"under": "som", "amount": {"value": 40, "condition": "Als de raad instemt."}}
        rest = {"under": "som", "amount": 60}
        table, closing = self.of(base, part, rest, {"under": "som", "amount": "PM"}, som)
        assert table.heads == ("Gemeente", "Som: minstens, deels onder voorwaarde")
        assert "Som is een ondergrens, want nog open is Regel 2." in closing
        assert "Van Som is € 40 onder voorwaarde." in closing
        whole = {"amount": {"value": 40, "condition": "Als.", "bound": "at-most"}}
        table, _ = self.of(base, whole)
        assert table.heads == ("Gemeente", "Regel 0: hoogstens, onder voorwaarde")

    def test_a_total_with_room_for_what_is_open_is_no_sum(self, base: Workspace) -> None:
        som = {"id": "som", "title": "Som", "total": True, "amount": 81}
        part = {"under": "som", "amount": 60}
        table, closing = self.of(base, part, {"under": "som", "amount": "PM"}, som)
        assert table.heads == ("Gemeente", "Som: ongeveer")
        assert "Som is verdeeld zoals het is gedrukt, maar nog open is Regel 1." in closing
        assert "De som daarvan" not in closing

    def test_every_line_for_a_spreadsheet(self, base: Workspace) -> None:
        _, rows = self.tables(base)
        assert texts(rows)[0] == ["Uren", "", "Ede", "33,34"]
        assert len(rows.rows) == 9
