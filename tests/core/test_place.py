"""A place without line numbers."""

from kansrijk_cli.core.place import Part, Place

FILE = Place("regions/voorbeeld/2025/budgets.yaml")


def test_a_place_goes_deeper_step_by_step() -> None:
    assert FILE.at("budgets", 0).at("title") == Place(FILE.file, ("budgets", 0, "title"))


def test_a_key_is_another_part_of_the_same_route() -> None:
    place = FILE.at("budgets")
    assert place.part is Part.VALUE
    assert place.key() == Place(FILE.file, ("budgets",), Part.KEY)
    assert place.key().at("x").part is Part.VALUE


def test_a_path_reads_as_one_would_write_it() -> None:
    assert FILE.path == ""
    assert FILE.at("budgets", 0, "lines", 2, "amount").path == "budgets[0].lines[2].amount"
    assert FILE.at("deployments", "Bergen (L.)").path == "deployments.Bergen (L.)"
