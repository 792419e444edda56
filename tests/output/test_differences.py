"""What differs between two versions of a document, in words."""

from kansrijk_cli.output.differences import words


def told(old: str, new: str) -> str:
    return "".join(words(old.split(), new.split(), "oud", "nu"))


def test_words_that_differ_stand_between_those_around_them() -> None:
    found = told("a b c d e f g 1 h i j k l m", "a b c d e f g 2 h i j k l m")
    assert found == "--- oud\n+++ nu\n@@\n- d e f g 1 h i j k\n+ d e f g 2 h i j k\n"


def test_what_is_new_and_what_is_gone() -> None:
    assert told("", "a") == "--- oud\n+++ nu\n@@\n+ a\n"
    assert told("a", "") == "--- oud\n+++ nu\n@@\n- a\n"


def test_the_same_words_are_no_difference() -> None:
    assert told("een twee", "een twee") == ""


def test_a_word_that_is_only_cut_elsewhere_does_not_differ() -> None:
    assert told("de in- en uitstroom", "de in- en uit stroom") == ""
    assert told("de in- en uitstroom", "de in- en uit weg") != ""


def test_a_sign_before_a_number_does() -> None:
    assert told("kost € 1.000 meer", "kost € -1.000 meer") != ""


def test_lines_fit_on_a_terminal() -> None:
    found = told("", " ".join(f"woord{n}" for n in range(99))).splitlines()
    assert max(map(len, found)) <= 80
    assert len(found) > 10
