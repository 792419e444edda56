"""Every kind of value that a table or template may hold, as Dutch text."""

from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal

import pytest

from kansrijk_cli.model.period import parse_period
from kansrijk_cli.output.show import show
from kansrijk_cli.reports import values
from kansrijk_cli.reports.values import (
    Assumed,
    Between,
    Bounded,
    Euro,
    Lines,
    Measured,
    Phrase,
    Remarked,
    Strong,
    Thousands,
    Weighed,
    Word,
    in_thousands,
)

ONE, FIVE = Decimal(1), Decimal(5)

EXAMPLES: list[tuple[object, str]] = [
    (None, ""),
    ("gewone tekst", "gewone tekst"),
    (True, "ja"),
    (False, "nee"),
    (1, "1"),
    (0, "0"),
    (1234, "1.234"),
    (Decimal("17.2"), "17,2"),
    (date(2024, 6, 27), "27 juni 2024"),
    (Word("status", "starting"), "in opstart"),
    (Word("money", "ntb"), "n.t.b."),
    (Word("figure", "suppressed"), "niet getoond (privacy)"),
    (Euro(Decimal(56400)), "€ 56.400"),
    (Thousands(Decimal(56400)), "56,4"),
    (Thousands(Decimal("1250.50")), "1,2505"),
    (Thousands(Decimal(-100000)), "-100"),
    (Measured(Decimal("17.2"), "%"), "17,2%"),
    (Measured(FIVE, "% van de vrouwen"), "5% van de vrouwen"),
    (Measured(FIVE, "per 1.000 geboorten"), "5 per 1.000 geboorten"),
    (Measured(FIVE, None), "5"),
    (Measured(FIVE, "steunpunten"), "5 steunpunten"),
    (Measured(ONE, "steunpunten"), "1 steunpunt"),
    (Measured(ONE, "regionale coalities"), "1 regionale coalitie"),
    (Measured(ONE, "kraamhotels"), "1 kraamhotels"),
    (Measured(ONE, Word("unit", "municipalities")), "1 gemeente"),
    (Measured(Decimal("1.5"), "trajecten"), "1,5 trajecten"),
    (Bounded("at-least", Measured(ONE, "trajecten")), "minstens 1 traject"),
    (Between(Decimal("10.6"), Decimal("27.5"), "%", None), "10,6 - 27,5%"),
    (Between(Decimal(0), Decimal(17), "per 1.000", None), "0 - 17 per 1.000"),
    (Between(Decimal(0), Decimal(17), None, None), "0 - 17"),
    (Between(Decimal(1), Decimal(2), "%", "wijken"), "1 - 2% (tussen wijken)"),
    (Bounded("at-least", Measured(Decimal(15), "%")), "minstens 15%"),
    (Bounded("at-most", Euro(FIVE)), "hoogstens € 5"),
    (Bounded("about", FIVE), "ongeveer 5"),
    (Assumed("Provincie Limburg"), "Provincie Limburg (aanname)"),
    (Assumed(Word("status", "active")), "actief (aanname)"),
    (Strong(Euro(FIVE)), "€ 5"),
    (Strong(None), ""),
    (Remarked("GGD", Word("via", "component")), "GGD (via het onderdeel)"),
    (Phrase((Bounded("at-least", FIVE), None, Word("per", "year"))), "minstens 5 per jaar"),
    (Weighed("inwoners", FIVE), "inwoners 5"),
    (Lines((Strong("Kop"), None, FIVE)), "Kop\n5"),
    (("Ede", "Rhenen"), "Ede, Rhenen"),
    (["Ede"], "Ede"),
    ((), ""),
    (
        ("Bergen (L.)", "Nuenen, Gerwen en Nederwetten"),
        "Bergen (L.); Nuenen, Gerwen en Nederwetten",
    ),
    ((Word("phase", "before"), Word("phase", "after")), "voor de zwangerschap, na de geboorte"),
]


def test_every_amount_in_a_value_goes_in_thousands_and_no_other_number() -> None:
    euro, part = Euro(Decimal(1500)), Measured(FIVE, "%")
    value = Remarked(Lines((Strong(Bounded("at-least", euro)), part)), (euro, "fte", FIVE, None))
    assert show(in_thousands(value)) == "minstens 1,5\n5% (1,5; fte; 5; )"


@pytest.mark.parametrize(("value", "expected"), EXAMPLES)
def test_a_value_is_shown(value: object, expected: str) -> None:
    assert show(value) == expected


def test_there_is_an_example_of_every_kind_of_value() -> None:
    kinds = {
        kind
        for kind in vars(values).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == values.__name__
    }
    assert kinds
    assert kinds <= {type(value) for value, _ in EXAMPLES}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", "2024"),
        ("2024-Q1", "Q1 2024"),
        ("Q3", "Q3"),
        ("2024-04", "april 2024"),
        ("2024-05-28", "28 mei 2024"),
        ("Q1 - Q4", "Q1 - Q4"),
        ("Q1 + Q4", "Q1 + Q4"),
        ("2024 - 2026", "2024 - 2026"),
        ("2024-Q4 - 2025-Q1", "Q4 2024 - Q1 2025"),
        ("from 2025", "vanaf 2025"),
        ("until 2023-06", "tot en met juni 2023"),
        ("2024-05-28 + 2024-06-06", "28 mei 2024 + 6 juni 2024"),
    ],
)
def test_a_period_is_shown(period: str, expected: str) -> None:
    assert show(parse_period(period)) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("this-year", "dit jaar (2025)"),
        ("last-year", "vorig jaar (2024)"),
        ("next-year-Q2", "Q2 volgend jaar (2026)"),
        ("from in-5-years", "vanaf over 5 jaar (2030)"),
        ("this-year - next-year", "dit jaar (2025) - volgend jaar (2026)"),
    ],
)
def test_a_year_told_from_that_of_the_document_is_shown_with_what_it_is(
    period: str, expected: str
) -> None:
    assert show(parse_period(period, 2025)) == expected


@pytest.mark.parametrize("value", [object(), {"a": 1}, 1.5, b"x"])
def test_what_has_no_dutch_form_is_a_mistake(value: object) -> None:
    with pytest.raises(TypeError):
        show(value)
