"""A diagnostic and its page become sentences."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic, Severity, Value
from kansrijk_cli.core.pages import Page
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.explained import general
from kansrijk_cli.output.labels import labels
from kansrijk_cli.output.messages import message
from kansrijk_cli.rules.registry import pages


def page(*sentences: str, advice: tuple[str, ...] = ()) -> Page:
    return Page("Titel", Severity.WARNING, sentences, advice, "", (), ())


def said(sentence: str, **params: Value) -> str:
    return message(Diagnostic("KR999", Place("a.yaml"), params), page(sentence)).text


def test_a_message_has_the_code_and_severity_of_its_page() -> None:
    found = message(Diagnostic("KR999", Place("a.yaml")), page("Een.", "Twee.", advice=("Doe.",)))
    assert (found.code, found.severity) == ("KR999", Severity.WARNING)
    assert (found.text, found.advice) == ("Een. Twee.", ("Doe.",))


@pytest.mark.parametrize("params", [{}, {"meant": None}, {"mean": "x"}])
def test_a_sentence_whose_parameter_is_unknown_falls_away(params: Mapping[str, Value]) -> None:
    sentences = ("Onbekend.", "Bedoelt u `{meant}`?", "`{meant}` of `{other}`?")
    shown = page(*sentences, advice=("Schrijf `{meant}`.", "Kijk goed."))
    found = message(Diagnostic("KR999", Place("a.yaml"), params), shown)
    assert (found.text, found.advice) == ("Onbekend.", ("Kijk goed.",))


def test_a_sentence_needs_all_of_its_parameters() -> None:
    shown = page("`{one}` of `{two}`?", "Of `{one}`?")
    assert message(Diagnostic("KR999", Place("a.yaml"), {"one": 1}), shown).text == "Of `1`?"


def test_nothing_and_zero_are_not_unknown() -> None:
    assert said("Er staat `{value}`.", value="") == "Er staat ``."
    assert said("Er zijn {value}.", value=0) == "Er zijn 0."


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Ede", "Ede"),
        (1234, "1.234"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("0.44"), "0,44"),
        (date(2024, 6, 27), "27 juni 2024"),
        (("giz",), "`giz`"),
        (("a", "b", "c"), "`a`, `b` en `c`"),
    ],
)
def test_a_parameter_is_shown_by_its_kind(value: Value, shown: str) -> None:
    assert said("{value}", value=value) == shown


def test_a_sentence_may_ask_how_to_show() -> None:
    assert said("{x:of}", x=("a", "b", "c")) == "`a`, `b` of `c`"
    assert said("{x:euro}", x=Decimal(56400)) == "€ 56.400"
    assert said("{x:amount}", x=Decimal("143700.5")) == "143.700,50"
    assert said("{x:amount}", x=Decimal("-11.00")) == "-11"
    assert said("{x:label:status}", x="starting") == "in opstart"


def test_a_name_on_several_lines_is_shown_on_one() -> None:
    shown = said("Het veld `{key}` mag niet; wel {allowed}.", key="een\ntwee", allowed=("a\nb",))
    assert shown == "Het veld `een<U+000A>twee` mag niet; wel `a<U+000A>b`."


@pytest.mark.parametrize("value", ["{meant}", "{", "}", "{0}", "%s", "`x`", "[rood]", "\\n"])
def test_what_a_user_wrote_is_shown_as_it_is(value: str) -> None:
    assert said("Er staat `{value}`.", value=value, meant="x") == f"Er staat `{value}`."


@pytest.mark.parametrize("code", pages())
def test_every_sentence_can_be_filled(code: str) -> None:
    # Every page with unknown parameters: what is left has no holes, and there is no crash.
    found = message(Diagnostic(code, Place("a.yaml")), pages()[code])
    assert "{" not in "".join((found.text, *found.advice))


def test_words_to_choose_from_stand_with_their_dutch() -> None:
    text = said("Kies uit {allowed:words}.", allowed=("PM", "ntb", "nvt"))
    assert text == "Kies uit `PM`, `ntb` (n.t.b.) of `nvt` (n.v.t.)."
    assert said("{allowed:words}", allowed=("xyz", "zyx")) == "`xyz` of `zyx`"


MANY = ("plan", "doel", "inzet", "gezin", "kind", "ouder", "wijk", "dorp", "jaar", "week")


def test_of_many_names_the_nearest_come_first_and_the_rest_is_counted() -> None:
    ten = said("{names:near:key}", names=MANY, key="gzein")
    assert (
        ten == "`plan`, `doel`, `inzet`, `gezin`, `kind`, `ouder`, `wijk`, `dorp`, `jaar` en `week`"
    )
    more = (*MANY, "maand")
    assert said("{names:near:key}", names=more, key="gzein") == (
        "`gezin`, `kind`, `inzet`, `plan`, `doel`, `ouder` en nog 5 andere"
    )
    assert said("{names:near:key}", names=more).startswith("`plan`, `doel`")


def test_fixed_words_are_all_told_and_of_many_the_dutch_counts_too() -> None:
    words = tuple(labels()["target-kind"])
    assert len(words) > 10
    text = said("Kies uit {allowed:words:value}.", allowed=words, value="aantal")
    assert text.startswith("Kies uit `count` (een aantal), ")
    assert [word for word in words if f"`{word}`" not in text] == []
    assert text.count(" of `") == 1


def elsewhere(*sentences: str, number: int = 2, **params: Value) -> tuple[str, ...]:
    """What is said of so many related places."""
    places = (Place("a.yaml"),) * number
    told = replace(page("Zin."), elsewhere=sentences)
    return message(Diagnostic("KR999", Place("a.yaml"), params, places), told).elsewhere


def test_each_related_place_has_its_words() -> None:
    assert elsewhere() == ("zie ook", "zie ook")
    assert elsewhere("hier eerst", number=1) == ("hier eerst",)
    assert elsewhere("hier staat nog `{name}`", name="ggd") == ("hier staat nog `ggd`",) * 2
    assert elsewhere("hier staat nog `{name}`") == ("zie ook", "zie ook")
    assert elsewhere("bij `{names}`", names=("a", "b")) == ("bij `a`", "bij `b`")
    assert elsewhere("bij {names}", names=("a", "b"), number=1) == ("bij `a` en `b`",)


def test_a_parameter_may_only_decide_whether_its_sentence_is_there() -> None:
    assert said("Haal het weg.{alone:if}", alone="KR203") == "Haal het weg."
    assert said("Haal het weg.{alone:if}") == ""
    assert general("Haal `{code}` weg.{alone:if}", {}) == "Haal `…` weg."
