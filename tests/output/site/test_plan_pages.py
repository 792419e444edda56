"""What the pages of a plan show beside the document."""

from tests.output.site.building import of_repository, page, source_line
from tests.output.site.reading import cell, table

TOP = "regio/noord-en-midden-limburg/2024"


def test_the_scale_that_a_sentence_names_is_in_the_table() -> None:
    address = f"{TOP}/geld.html"
    money = page(of_repository(), address)
    assert "Een fte in schaal 11 kost" in money.one("main").text
    found = table(money, "Kosten van het jaarplan 2024: regels en totalen")
    scale = cell(found, "Programma regisseur", "Schaal")
    assert scale.text == "11"
    assert "scale: 11" in source_line(of_repository(), address, scale.links[0])


def test_who_does_not_see_the_picture_of_targets_hears_its_numbers() -> None:
    found = page(of_repository(), "regio/gelderse-vallei/2025/doelen.html")
    [told] = [d.text for d in found.all("desc") if d.text.startswith("Doelen per gemeente.")]
    assert "samen minstens 1 van 7 (Barneveld onbekend, Ede ja, " in told
