"""A value that does not fit its field: what should stand there, and what was probably meant."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.coalitions import Coalitions
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.municipalities import Population
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Results
from kansrijk_cli.source.tree import parse
from kansrijk_cli.workspace.schema_problems import schema_problems

FILE = "x.yaml"
REGION = "name: R\nkinds: [own]\nmunicipalities: [Ede]\n"
COALITION = "coalitions: [{id: c, name: C, level: local, status: active, %s}]"


def found(model: type[File], text: str) -> list[Diagnostic]:
    data = parse(text, FILE).value
    with pytest.raises(ValidationError) as refused:
        model.model_validate(data)
    errors = refused.value.errors(include_url=False)
    return list(schema_problems(model, FILE, data, errors, text))


def told(model: type[File], text: str) -> Mapping[str, Value]:
    """What is told of the one thing that is wrong, without what is not known."""
    (problem,) = found(model, text)
    return {key: value for key, value in problem.params.items() if value is not None}


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("Ede, Rhenen", {"value": "Ede, Rhenen", "meant": "[Ede, Rhenen]"}),
        ("(Ede, Rhenen)", {"value": "(Ede, Rhenen)", "meant": "[Ede, Rhenen]"}),
        ("\n  Ede\n  Rhenen", {"item": "- Ede"}),
        ("\n  Ede:\n  Rhenen:", {"item": "- Ede"}),
        ("true", {"value": "true"}),
    ],
)
def test_names_that_are_no_list_are_told_with_how_a_list_is_written(
    value: str, more: Mapping[str, Value]
) -> None:
    text = f"name: R\nkinds: [own]\nmunicipalities: {value}\n"
    assert told(Region, text) == {"expected": "list", **more}


@pytest.mark.parametrize(
    ("value", "item"),
    [
        ("\n  werkagenda: Werkagenda", "- {id: ..., title: ...}"),
        ("\n  id: werkagenda\n  title: Werkagenda", "- id: werkagenda"),
        ("werkagenda", "- {id: ..., title: ...}"),
    ],
)
def test_a_list_of_fields_is_told_with_one_item(value: str, item: str) -> None:
    assert told(Region, f"{REGION}sources: {value}\n")["item"] == item


def test_an_item_that_must_have_fields_is_told_with_them() -> None:
    params = told(Region, f"{REGION}sources: [Werkagenda]\n")
    fields = ("id: ...", "title: ...")
    assert params == {"expected": "mapping", "value": "Werkagenda", "fields": fields}


@pytest.mark.parametrize(
    ("value", "pair"),
    [("[giz, voorzorg]", "giz: ..."), ("\n    - giz", "giz: ..."), ("geen", "...: geen")],
)
def test_where_names_with_a_value_belong_that_is_told(value: str, pair: str) -> None:
    assert told(Interventions, f"deployments:\n  Ede: {value}\n")["pair"] == pair


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("[ggd]", {"meant": "ggd"}),
        ("[ggd, Ede]", {"text_starts": "[", "several": ("ggd", "Ede")}),
        ("{GGD}", {"text_starts": "{"}),
        ("[1, 2]", {"text_starts": "["}),
    ],
)
def test_a_list_where_one_name_belongs_is_told_as_that(
    value: str, more: Mapping[str, Value]
) -> None:
    assert told(Coalitions, COALITION % f"lead: {value}") == {"expected": "text", **more}


def test_dashes_in_a_text_are_told_with_the_sign_that_keeps_them() -> None:
    text = "parties:\n  - id: a\n    name: A\n    kind: role\n    text:\n    - een\n    - twee\n"
    assert told(Parties, text) == {"expected": "text", "lines": "|-"}


def test_a_title_below_a_sign_for_long_texts_is_told_as_that() -> None:
    text = "document:\n  kind: p\n  title: >\n    Plan\n"
    assert told(Plan, text)["folded"] == ">"
    assert "folded" not in told(Plan, text.replace("Plan", "Plan\n\n    B"))


def test_of_a_list_with_a_wrong_word_only_the_word_is_told() -> None:
    assert told(Region, REGION.replace("own", "iza"))["meant"] == "IZA"


@pytest.mark.parametrize(
    ("value", "meant", "rest"),
    [
        ("active (sinds 2023)", "active", "(sinds 2023)"),
        ("active, via de GGD", "active", "via de GGD"),
        ("active/planned", "active", "planned"),
        ("actief (sinds 2023)", None, None),
        ("'active '", "active", None),
    ],
)
def test_of_a_fixed_word_with_more_behind_it_the_rest_is_told(
    value: str, meant: Value, rest: Value
) -> None:
    params = told(Interventions, f"deployments:\n  Ede:\n    giz: {value}\n")
    assert (params.get("meant"), params.get("rest")) == (meant, rest)


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("56400 excl. btw", {"bare": "56400"}),
        ("ca. 56.400", {"bare": "56400"}),
        ("56400;", {"bare": "56400"}),
        ("'=SOM(B2:B9)'", {"formula": "=SOM(B2:B9)"}),
        ("=B2", {"formula": "=B2"}),
        ("(500)", {"meant": "-500", "number": "-500"}),
        ("5,64E+04", {"meant": "56400", "number": "56400"}),
        ("50 - 60", {"number": "25000"}),
    ],
)
def test_an_amount_with_something_else_is_told_with_the_amount(
    value: str, more: Mapping[str, Value]
) -> None:
    params = told(Budgets, f"funding:\n  - id: a\n    title: A\n    amount: {value}\n")
    rest = {key: params[key] for key in params if key not in ("value", "allowed")}
    assert rest == more


def test_a_number_with_its_unit_is_told_with_the_number() -> None:
    line = "lines: [{id: a, fte: 0.44 fte}]"
    params = told(Budgets, f"budgets: [{{id: b, title: B, {line}}}]")
    assert params == {"expected": "number", "value": "0.44 fte", "bare": "0.44"}


@pytest.mark.parametrize("value", ["<5", "< 10"])
def test_fewer_than_so_many_persons_is_not_told_as_a_number(value: str) -> None:
    params = told(Results, f"figures: [{{indicator: a, place: Ede, value: {value}}}]")
    assert (params["meant"], "number" in params, "bare" in params) == ("suppressed", False, False)


TARGET = "targets: [{id: t, title: T, kind: count, %s}]"
LINE = "budgets: [{id: b, title: B, lines: [{id: l, %s}]}]"
NEGATIVE = {"expected": "not-negative"}


@pytest.mark.parametrize(
    ("model", "text", "value", "meant"),
    [
        (Results, TARGET % "exact: -3", "-3", "3"),
        (Results, TARGET % "minimum: -2", "-2", "2"),
        (Results, TARGET % "total: -0.5", "-0.5", "0.5"),
        (Results, TARGET % "per: -10000", "-10000", "10000"),
        (Results, TARGET % "path: {'2026': -1}", "-1", "1"),
        (Results, TARGET % "over: {minimum: -4, unit: wijken}", "-4", "4"),
        (Results, TARGET % "allocation: {step: -5}", "-5", "5"),
        (Results, "figures: [{place: Ede, value: 3, of: -9}]", "-9", "9"),
        (Budgets, LINE % "fte: -0.44", "-0.44", "0.44"),
        (Budgets, LINE % "hours: -8", "-8", "8"),
    ],
)
def test_below_zero_is_told_where_it_cannot_be(
    model: type[File], text: str, value: str, meant: str
) -> None:
    assert told(model, text) == NEGATIVE | {"value": value, "meant": meant}


def test_no_municipality_has_fewer_than_no_inhabitants() -> None:
    text = "population: {2025: {Ede: {inhabitants: -1}}}\n"
    assert told(Population, text) == NEGATIVE | {"value": "-1"}


def test_an_amount_below_zero_may_be_a_correction() -> None:
    Budgets.model_validate(parse(LINE % "amount: -250", FILE).value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("tien", "10"), ('"10"', "10"), ("10 personen", None), ("2.5", None), ("true", None)],
)
def test_a_whole_number_in_words_or_quotes(written: str, meant: str | None) -> None:
    params = told(Region, f"{REGION}threshold: {written}\n")
    assert (params["expected"], params.get("meant")) == ("whole-number", meant)
