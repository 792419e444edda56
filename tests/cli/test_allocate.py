"""`kansrijk allocate` and `kansrijk budget --key`, as a user runs them."""

import csv
import json
import re
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import DATA, kansrijk, on_repository
from tests.workspaces import ROOT

BABY = ("allocate", "gelderse-vallei", "2025", "babythuiszorg")
LIMBURG = ("budget", "noord-en-midden-limburg", "2024")
SEVEN = ["Barneveld", "Ede", "Renswoude", "Rhenen", "Scherpenzeel", "Veenendaal", "Wageningen"]
RESULTS = """\
source: werkagenda
targets:
  - id: trajecten
    title: Trajecten VoorZorg
    kind: per-municipality
    unit: trajecten
    minimum: 2
    maximum: 4
    total: 9
    allocation:
      key: births
      deviations:
        Ede: {value: 3, reason: "=Al 'beloofd' | aan Ede."}
  - {id: scholen, title: Scholen, kind: count, minimum: 4}
"""
BUDGETS = """\
source: werkagenda
budgets:
  - id: begroting
    title: Begroting
    columns:
      - {id: plan, kind: budget, period: 2025}
      - {id: echt, kind: actual, period: 2025}
    lines:
      - {id: uren, title: Uren, under: totaal, amounts: {plan: 100, echt: PM}}
      - id: zaal
        title: Zaal
        under: totaal
        amounts: {plan: 50.01, echt: 9}
        allocation: {maximum: 3}
      - {id: totaal, title: Totaal, total: true, amounts: {plan: 150.01, echt: ntb}}
"""


def schema(name: str) -> Draft202012Validator:
    path = DATA / "schemas" / "output" / f"{name}.schema.json"
    return Draft202012Validator(json.loads(path.read_text("utf-8")))


def found(*words: str) -> Any:
    """What a command gives to a program."""
    result = on_repository(*words, "--format", "json")
    assert (result.code, result.err) == (0, "")
    content = json.loads(result.out)
    name = content["schema"].split("/")[1]
    schema(name).validate(content)
    return content


class TestBabythuiszorg:
    """The worked example of the handleiding: 2 to 4 each, 20 in all, 7 municipalities."""

    @pytest.mark.parametrize("key", ["equal", "inhabitants", "births", "brede-spuk-2025"])
    @pytest.mark.parametrize("method", ["largest-remainder", "dhondt", "adams"])
    def test_by_every_key_and_method_within_the_bounds(self, key: str, method: str) -> None:
        content = found(*BABY, "--key", key, "--method", method)
        assert list(content["shares"]) == SEVEN
        assert sum(content["shares"].values()) == content["total"] == 20
        assert all(2 <= value <= 4 for value in content["shares"].values())
        assert (content["key"], content["method"]) == (key, method)
        assert sorted(content["weights"]) == SEVEN

    def test_by_inhabitants(self) -> None:
        content = found(*BABY, "--key", "inhabitants")
        assert content["shares"] == dict(zip(SEVEN, [4, 4, 2, 2, 2, 4, 2], strict=True))
        assert content["key_years"] == {"inhabitants": 2024}
        by_name = {one["municipality"]: one for one in content["municipalities"]}
        decided = {name: one["decided_by"] for name, one in by_name.items()}
        assert decided["Ede"] == "maximum"
        assert decided["Rhenen"] == "minimum"
        assert (by_name["Barneveld"]["decided_by"], by_name["Barneveld"]["rank"]) == ("up", 2)
        assert by_name["Wageningen"]["decided_by"] == "down"
        # 42.579 of the 174.611 inhabitants of the three that are not at a bound, of 10.
        assert by_name["Wageningen"]["bounded"] == pytest.approx(425790 / 174611)

    def test_a_total_that_does_not_fit_says_by_how_much(self) -> None:
        result = on_repository(*BABY, "--key", "births", "--total", "30")
        assert (result.code, result.out) == (1, "")
        assert result.err == (
            "Het totaal is hoger dan alle maximums samen. "
            "De maximums zijn samen 28 en het totaal is 30: dat is 2 te veel.\n"
        )

    def test_a_program_hears_it_too(self) -> None:
        result = on_repository(*BABY, "--key", "births", "--total", "13", "--format", "json")
        content = json.loads(result.out)
        schema("allocate").validate(content)
        assert (result.code, content["feasible"], content["shares"]) == (1, False, {})
        assert content["refusals"] == [
            {"why": "too-low", "numbers": {"needed": 14, "short": 1, "total": 13}, "names": []}
        ]

    def test_participation_and_bounds_can_be_tried(self) -> None:
        words = ("--key", "equal", "--without", "Ede", "--without", "rhenen", "--maximum", "6")
        content = found(*BABY, *words, "--minimum", "1")
        assert content["shares"] == dict(zip(SEVEN, [4, 0, 4, 0, 4, 4, 4], strict=True))
        absent = [one for one in content["municipalities"] if not one["participates"]]
        assert [one["municipality"] for one in absent] == ["Ede", "Rhenen"]

    def test_the_guide_shows_what_the_program_says(self) -> None:
        guide = (ROOT / "docs/handleiding.md").read_text("utf-8")
        fences = re.findall(r"^```text\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
        shown = [f for f in fences if "Babythuiszorg" in f or "grootste resten" in f]
        assert len(shown) == 2
        out = on_repository(*BABY, "--key", "inhabitants").out
        told = [" ".join(line.split()) for line in out.splitlines()]
        lines = [" ".join(line.split()) for fence in shown for line in fence.splitlines()]
        assert [line for line in lines if line not in told] == []


class TestFormats:
    def test_a_table_with_explanations(self) -> None:
        out = on_repository(*BABY, "--key", "births").out
        assert "Verdeling van Babythuiszorg (20 trajecten), Gelderse Vallei 2025" in out
        assert "4: minimum 2, maximum 4, aandeel 4,69, dat wordt het maximum" in out
        assert "(grootste resten; geboorten in 2023)" in out

    def test_a_spreadsheet(self) -> None:
        out = on_repository(*BABY, "--key", "births", "--format", "csv").out
        rows = list(csv.DictReader(StringIO(out), delimiter=";"))
        assert [row["Gemeente"] for row in rows] == SEVEN
        assert sum(int(row["Krijgt"]) for row in rows) == 20
        assert rows[1]["Gewicht"] == "1364"
        assert rows[1]["Doet mee"] == "ja"

    def test_a_document(self) -> None:
        out = on_repository(*BABY, "--key", "births", "--format", "markdown").out
        assert out.count("Tabel: ") == 2
        assert "| Barneveld | 4 | 2,86 | 1,14 | 0,64 | 4,72 |" in out

    def test_euros(self) -> None:
        words = ("allocate", "noord-en-midden-limburg", "2024", "jaarplan/onderzoek")
        content = found(*words, "--key", "inhabitants", "--method", "sainte-lague")
        assert content["unit"] is None
        assert content["step"] == 0.01
        assert sum(Decimal(str(value)) for value in content["shares"].values()) == 42000
        assert "€ 42.000" in on_repository(*words, "--key", "births").out


class TestFromTheData:
    @pytest.fixture(autouse=True)
    def plan(self, work: Path) -> None:
        year = work / "data/regions/voorbeeld/2025"
        (year / "results.yaml").write_text(RESULTS, "utf-8")
        (year / "budgets.yaml").write_text(BUDGETS, "utf-8")

    def run(self, *words: str) -> Any:
        result = kansrijk(*words, "--format", "json")
        content = json.loads(result.out)
        schema(content["schema"].split("/")[1]).validate(content)
        return content

    def test_key_and_deviation_of_a_target(self) -> None:
        content = self.run("allocate", "voorbeeld", "2025", "trajecten")
        assert content["shares"] == {"Ede": 3, "Rhenen": 2, "Veenendaal": 4}
        [ede, *_] = content["municipalities"]
        assert (ede["decided_by"], ede["reason"]) == ("deviation", "=Al 'beloofd' | aan Ede.")

    def test_a_reason_is_text_whatever_is_in_it(self) -> None:
        words = ("allocate", "voorbeeld", "2025", "trajecten", "--format", "markdown")
        assert r"=Al 'beloofd' \| aan Ede." in kansrijk(*words).out

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("trajectn",), "Bedoelt u `trajecten`?"),
            (("iets-heel-anders",), "Beschikbaar: trajecten, scholen, begroting/uren"),
            (("scholen", "--key", "equal"), "Het doel noemt geen totaal."),
            (("begroting/uren", "--key", "equal"), "Kies uit: begroting/uren/plan"),
            (("begroting/uren/echt", "--key", "equal"), "Deze regel heeft geen bedrag."),
            (("begroting/uren/plan",), "Kies er een met `--key`"),
            (("trajecten", "--key", "birth"), "De sleutel `birth` bestaat niet. Bedoelt u"),
            (("trajecten", "--key", "zzz"), "Beschikbaar: equal, inhabitants, births."),
            (("trajecten", "--key", "table"), "De sleutel `table` bestaat niet."),
            (("trajecten", "--without", "Best"), "De gemeente `Best` doet hier niet mee."),
            (("trajecten", "--total", "25.000"), "zonder punt tussen duizendtallen"),
            (("trajecten", "--step", "0"), "De stap is nul. Kies een stap boven nul"),
            (("begroting/uren/plan", "--key", "equal", "--step", "0,00"), "De stap is nul."),
            (("trajecten", "--total", "-1"), "zonder punt tussen duizendtallen"),
            (("trajecten", "--method", "lot"), "Kies uit: largest-remainder"),
            (("trajecten", "--on", "gisteren"), "Schrijf een dag als"),
        ],
    )
    def test_wrong_use_is_explained(self, words: tuple[str, ...], told: str) -> None:
        result = kansrijk("allocate", "voorbeeld", "2025", *words)
        assert (result.code, result.out) == (2, "")
        assert told in result.err

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--on", "2020-01-01"), "Het gaat om Rhenen en Veenendaal."),
            (("--total", "9,5"), "de stap is 1"),
            (("--maximum", "2"), "De afwijking is 3 en het maximum 2."),
            (("--without", "Ede"), "een gemeente die niet meedoet. Het gaat om Ede."),
        ],
    )
    def test_what_does_not_go_together_is_told(self, words: tuple[str, ...], told: str) -> None:
        result = kansrijk("allocate", "voorbeeld", "2025", "trajecten", *words)
        assert (result.code, result.out) == (1, "")
        assert told in result.err

    def test_a_minimum_of_nothing_replaces_that_of_the_target(self) -> None:
        """The target asks for at least 2 in each; with 0 the smallest may get less."""
        for lowest, least in (((), 2), (("--minimum", "0"), 0)):
            shares = found(*BABY, "--key", "births", "--maximum", "20", *lowest)["shares"]
            assert min(shares.values()) == least

    def test_an_amount_with_a_comma(self) -> None:
        words = ("allocate", "voorbeeld", "2025", "begroting/uren/plan", "--key", "equal")
        content = self.run(*words, "--total", "2,5", "--step", "0.5")
        assert content["shares"] == {"Ede": 1, "Rhenen": 1, "Veenendaal": 0.5}

    def test_contributions_say_what_is_not_divided(self) -> None:
        result = kansrijk("budget", "voorbeeld", "2025", "--key", "equal")
        assert result.code == 1
        assert "Niet verdeeld: Zaal. Het totaal is hoger dan alle maximums samen." in result.out

    def test_a_broken_file_is_mended_first(self, work: Path) -> None:
        (work / "data/regions/voorbeeld/2025/results.yaml").write_text("targets: 5\n", "utf-8")
        result = kansrijk("allocate", "voorbeeld", "2025", "trajecten")
        assert (result.code, result.out) == (1, "")
        assert "kansrijk validate" in result.err

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("elders", "2025", "t"), "De regio `elders` bestaat niet."),
            (("voorbeeld", "2031", "t"), "heeft geen plan van 2031"),
        ],
    )
    def test_an_unknown_region_or_year(self, words: tuple[str, ...], told: str) -> None:
        result = kansrijk("allocate", *words)
        assert (result.code, result.out) == (2, "")
        assert told in result.err


class TestContributions:
    @pytest.mark.parametrize("key", ["equal", "inhabitants", "births", "brede-spuk-2026"])
    def test_every_line_and_total_adds_up_to_the_cent(self, key: str) -> None:
        content = found(*LIMBURG, "--key", key)
        [budget] = content["budgets"]
        by_line = {one["line"]: one for one in budget["contributions"]}
        for one in by_line.values():
            shares = [Decimal(str(value)) for value in one["municipalities"].values()]
            assert len(shares) == 14
            assert sum(shares) == one["total"]
        assert by_line["totaal"]["total"] == 180000
        # The printed totals are right, so they are the sums of their lines.
        assert by_line["totaal"]["key"] is None
        assert by_line["onderzoek"]["key"] == key

    @pytest.mark.parametrize("key", ["equal", "births"])
    def test_allocate_gives_the_same_cents(self, key: str) -> None:
        [budget] = found(*LIMBURG, "--key", key)["budgets"]
        for one in budget["contributions"]:
            words = ("allocate", *LIMBURG[1:], f"jaarplan/{one['line']}", "--key", key)
            content = found(*words)
            assert content["shares"] == one["municipalities"]
            decided = {m["decided_by"] for m in content["municipalities"]}
            assert (decided == {"sum"}) is (one["key"] is None)

    def test_another_total_is_divided_by_itself(self) -> None:
        words = ("allocate", *LIMBURG[1:], "jaarplan/totaal", "--key", "births")
        content = found(*words, "--total", "180000")
        assert "sum" not in {m["decided_by"] for m in content["municipalities"]}
        assert "de som van de regels" in on_repository(*words).out

    def test_by_which_key_and_method(self) -> None:
        content = found(*LIMBURG, "--key", "births", "--method", "adams")
        by_line = {one["line"]: one for one in content["budgets"][0]["contributions"]}
        assert by_line["onderzoek"]["method"] == "adams"
        assert by_line["totaal"]["method"] is None
        out = on_repository(*LIMBURG, "--key", "births").out
        assert "Sleutel: geboorten in 2023. Methode: grootste resten." in out

    def test_the_day_of_the_figures(self) -> None:
        content = found(*LIMBURG, "--key", "inhabitants", "--on", "2022-01-01")
        used = [one["key_years"] for one in content["budgets"][0]["contributions"] if one["key"]]
        assert used == [{"inhabitants": 2022}] * 5

    def test_a_table_for_people(self) -> None:
        out = on_repository(*LIMBURG, "--key", "births", "--without", "Venlo").out
        assert re.search(r"Venlo +€ 0,00\n", out)
        assert re.search(r"Samen +€ 180\.000,00\n", out)

    def test_a_spreadsheet_has_every_line(self) -> None:
        out = on_repository(*LIMBURG, "--key", "births", "--format", "csv").out
        rows = list(csv.reader(StringIO(out), delimiter=";"))
        assert rows[0] == ["Onderdeel", "Kolom", "Gemeente", "Bedrag"]
        assert len(rows) == 1 + 7 * 14

    def test_without_a_key_it_is_the_budget(self) -> None:
        assert "bijdrage" not in on_repository(*LIMBURG).out

    def test_a_region_without_a_budget(self) -> None:
        result = on_repository("budget", "rivierenland", "2024", "--key", "equal")
        assert (result.code, result.out) == (2, "")
        assert "heeft geen begroting van 2024" in result.err
