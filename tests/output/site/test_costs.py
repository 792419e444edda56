"""What it costs a municipality in all: a total where the plan gives one, and plain words if not."""

import pytest

from tests.output.site.building import Site, made_of, of_all_fields, of_repository, page, target
from tests.output.site.reading import Element
from tests.output.site.story import FILES

BUDGETS = "regions/voorbeeld/2025/budgets.yaml"


def with_budget(*changes: tuple[str, str]) -> Site:
    text = str(FILES[BUDGETS])
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return made_of({**FILES, BUDGETS: text})


def part(site: Site, municipality: str) -> Element:
    """The part of the page about costs."""
    return page(site, f"gemeente/{municipality}.html").one(
        "section", aria_labelledby="wat-kost-het"
    )


def told(site: Site, municipality: str) -> str:
    """The paragraph with the total."""
    return part(site, municipality).all("p")[0].text


def test_a_total_by_the_key_of_the_plan() -> None:
    made = with_budget()
    assert told(made, "ede") == (
        "Begroting 2025, Voorbeeld 2025. Het deel van Ede is samen € 6.000. "
        "Dit geld komt volgens het plan uit: Regionaal IZA-budget."
    )
    assert "Het deel van Rhenen is samen € 3.000." in told(made, "rhenen")


def test_the_total_leads_to_the_division() -> None:
    made = with_budget()
    links = [target("gemeente/ede.html", link) for link in part(made, "ede").all("p")[0].links]
    assert links == [
        ("regio/voorbeeld/2025/geld.html", ""),
        ("regio/voorbeeld/2025/geld.html", "bijdragen-1"),
    ]


NO_KEY = ("    key: equal\n", "")


def test_without_a_key_its_own_lines_are_all_there_is() -> None:
    made = with_budget(NO_KEY)
    assert "Het deel van Ede is samen minstens € 3.000." in told(made, "ede")
    assert "Niet verdeeld over gemeenten, en dus niet meegeteld: Uren." in told(made, "ede")


def test_without_a_key_or_a_line_there_is_no_total() -> None:
    made = with_budget(NO_KEY)
    assert told(made, "rhenen") == (
        "Begroting 2025, Voorbeeld 2025. De hele begroting is € 12.000. Het plan zegt niet welk "
        "deel daarvan Rhenen betaalt. Een totaal voor Rhenen is dus niet te geven. "
        "Dit geld komt volgens het plan uit: Regionaal IZA-budget."
    )


def test_part_of_the_lines_has_a_key() -> None:
    made = with_budget(
        NO_KEY,
        ("title: Zaalhuur Ede, place: Ede,", "title: Zaal,"),
        ("title: Uren,", "title: Uren, allocation: {key: equal},"),
    )
    assert "is samen minstens € 3.000. Niet verdeeld over gemeenten" in told(made, "rhenen")
    assert "niet meegeteld: Zaal." in told(made, "rhenen")


def test_what_has_no_amount_yet_is_named() -> None:
    made = with_budget(("amount: 9000", "amount: PM"), (", amount: 12000}\n", "}\n"))
    assert "is samen minstens" in told(made, "ede")
    assert "Nog zonder bedrag: Uren." in told(made, "ede")


def test_columns_that_do_not_tell_it_are_told_together() -> None:
    made = of_all_fields()
    told_of = [p.text for p in part(made, "aardam").all("p") if p.text.startswith("Drie jaren")]
    assert len(told_of) == 1
    assert (
        "De hele begroting is € 28.000 (Realisatie 2026), € 30.000 (Begroting 2027), "
        "€ 34.000 (Prognose 2028). Het plan zegt niet welk deel daarvan Aardam betaalt."
    ) in told_of[0]


def test_no_amount_at_all() -> None:
    made = with_budget(
        ("amount: 9000", "amount: PM"),
        ("amount: 3000", "amount: ntb"),
        (", amount: 12000}\n", "}\n"),
    )
    assert "De bedragen staan nog niet in het plan." in told(made, "ede")
    assert "€" not in told(made, "ede")


def test_a_plan_that_does_not_divide_says_so() -> None:
    text = told(of_repository(), "venlo")
    assert "De hele begroting is € 180.000." in text
    assert "zegt niet welk deel daarvan Venlo betaalt" in text
    assert "Een totaal voor Venlo is dus niet te geven." in text


@pytest.mark.parametrize(
    ("municipality", "sentence"),
    [
        ("vught", "Het plan noemt geen begroting met bedragen."),
        ("ede", "De Buren heeft geen begroting met bedragen."),
    ],
)
def test_regions_without_a_budget_say_so(municipality: str, sentence: str) -> None:
    assert sentence in part(with_budget(), municipality).text


def test_regions_are_not_added_up() -> None:
    assert "Tel de bedragen van regio's niet bij elkaar op" in part(with_budget(), "ede").text
    assert "niet bij elkaar op" not in part(with_budget(), "rhenen").text
