"""Errors of the models as diagnostics: one cause, one message, at the exact key or value."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.budgets import Budgets
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.norms import Norms
from kansrijk_cli.model.parties import Parties
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.settings import Settings
from kansrijk_cli.source.tree import Data, parse
from kansrijk_cli.workspace.schema_problems import schema_problems

FILE = "x.yaml"
PLAN = "document: {kind: p, title: P}\n"
WORDS: dict[str, Value] = {"allowed": ("PM", "ntb", "nvt")}
PARTY = "parties:\n  - {id: ggd, name: GGD, kind: organisation%s}\n"


def problems(model: type[File], data: Data, text: str | None = None) -> list[Diagnostic]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return list(schema_problems(model, FILE, data, errors, text))
    return []


def found(model: type[File], text: str) -> list[Diagnostic]:
    outcome = parse(text, FILE)
    assert outcome.diagnostics == ()
    return problems(model, outcome.value, text)


def only(model: type[File], text: str) -> tuple[str, Place, Mapping[str, Value]]:
    """The one thing that is wrong."""
    diagnostics = found(model, text)
    assert len(diagnostics) == 1
    return diagnostics[0].code, diagnostics[0].place, diagnostics[0].params


def party(*route: str | int) -> Place:
    return Place(FILE).at("parties", *route)


def test_good_data_has_no_problems() -> None:
    assert found(Parties, PARTY % "") == []


def test_a_misspelt_key_is_told_once_and_not_also_as_missing() -> None:
    code, place, params = only(Parties, "parties: [{id: ggd, nmae: GGD, kind: organisation}]")
    assert (code, place) == ("KR020", party(0, "nmae").key())
    assert params == {"key": "nmae", "meant": "name", "other": None, "allowed": None}


def test_each_of_two_misspelt_keys_is_told_once() -> None:
    told = found(Parties, "parties: [{id: a, nmae: A, kidn: role}, {id: b, nam: B, kind: role}]")
    assert [(d.params["key"], d.params["meant"]) for d in told] == [
        ("nmae", "name"),
        ("kidn", "kind"),
        ("nam", "name"),
    ]


def test_what_is_missing_elsewhere_is_still_told() -> None:
    told = found(Parties, "parties: [{id: a, nmae: A, kind: role}, {id: b, kind: role}]")
    assert [(d.code, d.place) for d in told] == [
        ("KR020", party(0, "nmae").key()),
        ("KR021", party(1)),
    ]


def test_a_missing_key_goes_before_one_that_may_be_absent() -> None:
    # `partners` is as near as `party`, but only one of them has to be there.
    _, _, params = only(Plan, "document: {kind: plan, titel: Plan}")
    assert params["meant"] == "title"


def test_a_key_too_many_and_one_too_few_are_told_together() -> None:
    code, place, params = only(Parties, "parties: [{id: ggd, name: GGD, type: organisation}]")
    assert (code, place) == ("KR020", party(0, "type").key())
    assert (params["missing"], params["title"], params["meant"]) == ("kind", "Soort", None)


def test_of_two_keys_too_many_neither_is_told_as_the_one_too_few() -> None:
    told = found(Parties, "parties: [{id: ggd, name: GGD, type: body, email: x}]")
    assert sorted(d.code for d in told) == ["KR020", "KR020", "KR021"]


def test_the_fields_there_are_begin_with_those_of_the_item_itself() -> None:
    _, _, params = only(Parties, PARTY % ", telefoon: 5")
    assert isinstance(params["allowed"], tuple)
    assert (params["allowed"][:3], params["allowed"][-1]) == (("id", "name", "kind"), "draft")


def test_a_key_that_may_be_absent_can_be_meant() -> None:
    code, _, params = only(Parties, PARTY % ", domian: social")
    assert (code, params["meant"]) == ("KR020", "domain")


def test_a_key_that_is_already_there_is_not_what_was_meant() -> None:
    _, _, params = only(Parties, PARTY % ", naam: GGD")
    assert params["meant"] is None
    assert isinstance(params["allowed"], tuple)
    assert "reports_to" in params["allowed"]


@pytest.mark.parametrize(
    ("model", "text", "route"),
    [
        (Region, "name: A\nkinds: [IZA]\nmunicipalities: [Ede]\ncolour: red", ("colour",)),
        (
            Interventions,
            "deployments: {Ede: {giz: {status: active, colour: red}}}",
            ("deployments", "Ede", "giz", "colour"),
        ),
        (
            Plan,
            PLAN + "components: [{id: a, kind: part, title: A, texts: [{id: b, text: c, x: y}]}]",
            ("components", 0, "texts", 0, "x"),
        ),
        (
            Norms,
            "norms: [{id: a, title: A, kind: count, over: {minimum: 1, unit: x, colour: red}}]",
            ("norms", 0, "over", "colour"),
        ),
    ],
)
def test_an_unknown_key_is_told_at_any_depth(
    model: type[File], text: str, route: tuple[str | int, ...]
) -> None:
    code, place, params = only(model, text)
    assert (code, place) == ("KR020", Place(FILE).at(*route).key())
    assert params["allowed"], "the fields of the mapping at that depth are known"


def test_a_missing_key_is_told_at_the_mapping_that_misses_it() -> None:
    assert only(Parties, "parties: [{id: ggd, kind: role}]") == (
        "KR021",
        party(0),
        {"key": "name", "title": "Naam"},
    )
    assert only(Settings, "{}") == ("KR021", Place(FILE), {"key": "version", "title": "Versie"})


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("name: GGD Gelderland-Midden", {"new_id": "ggd-gelderland-midden"}),
        (
            "name: Regionale coalitie van gemeenten en zorg in de vallei",
            {"new_id": "regionale-coalitie-van-gemeenten-en-zorg"},
        ),
        ("name: '!'", {"nameless": ""}),
        ("name: 12", {"nameless": ""}),
    ],
)
def test_of_a_missing_id_is_told_how_one_looks(item: str, told: dict[str, Value]) -> None:
    [problem] = [
        d for d in found(Parties, f"parties: [{{{item}, kind: role}}]") if d.code == "KR021"
    ]
    assert problem.params == {"key": "id", **told}


def test_of_a_missing_field_with_fixed_words_these_are_told() -> None:
    _, _, params = only(Parties, "parties: [{id: ggd, name: GGD}]")
    assert params["allowed"] == ("organisation", "body", "working-group", "role", "group")
    assert only(Region, "name: R\nmunicipalities: [Ede]\n")[2] == {
        "key": "kinds",
        "title": "Soort regio",
        "allowed": ("IZA", "GGD", "VSV", "own"),
    }


@pytest.mark.parametrize(
    ("field", "listed"),
    [
        ("kind: IZA", "kinds: [IZA]"),
        ("kind: IZA, GGD", "kinds: [IZA, GGD]"),
        ("kind: [IZA]", None),
        ("kindz:", None),
    ],
)
def test_a_value_at_a_misspelt_field_that_takes_a_list(field: str, listed: str | None) -> None:
    code, _, params = only(Region, f"name: R\n{field}\nmunicipalities: [Ede]\n")
    assert (code, params["meant"], params.get("listed")) == ("KR020", "kinds", listed)


def test_the_rest_of_a_text_after_a_comma_is_told_as_that() -> None:
    code, place, params = only(Parties, PARTY % ", text: Een lange tekst, met een komma")
    assert (code, params) == ("KR027", {"key": "met een komma"})
    assert place == party(0, "met een komma").key()


@pytest.mark.parametrize("rest", ["b\u201d", "b en c\u201d"])
def test_quotes_of_a_word_processor_do_not_keep_a_text_together(rest: str) -> None:
    _, _, params = only(Parties, PARTY % f", text: \u201ca, {rest}")
    assert params == {"key": rest, "curly": "\u201c"}


def test_one_word_after_a_comma_is_told_as_that() -> None:
    code, place, params = only(Parties, PARTY % ", text: Gestart in mei, juni")
    assert (code, place) == ("KR027", party(0, "juni").key())
    assert (params["key"], params["word"]) == ("juni", "juni")
    assert isinstance(params["allowed"], tuple)
    assert "text" in params["allowed"], "it may also be a field that does not exist"


@pytest.mark.parametrize(
    ("rest", "meant"),
    [(", text: Tekst, domian", "domain"), (", domian: ", "domain"), (", assumed: {}, juni", None)],
)
def test_an_empty_field_is_not_the_rest_of_a_text(rest: str, meant: Value) -> None:
    code, _, params = only(Parties, PARTY % rest)
    assert (code, params["meant"]) == ("KR020", meant)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("key", ["telefoon", "telefoon nummer", "2025"])
def test_an_empty_field_on_a_line_of_its_own_is_no_rest_of_a_text(key: str, end: str) -> None:
    lines = ("parties:", "  - id: ggd", "    kind: role", "    name: GGD", f"    {key}:", "")
    code, place, params = only(Parties, end.join(lines))
    assert (code, place) == ("KR020", party(0, key).key())
    assert params["key"] == key


def test_a_hard_space_after_a_colon_is_told_as_a_missing_space() -> None:
    code, _, params = only(Parties, "parties: [{id: a, name:\u00a0Groep A, kind: role}]")
    assert (code, params["meant"]) == ("KR020", "name: Groep A")


def test_a_colon_without_space_is_told_once_and_not_also_as_missing() -> None:
    code, place, params = only(Parties, "parties: [{id: a, name:Groep A, kind: role}]")
    assert (code, place) == ("KR020", party(0, "name:Groep A").key())
    assert params["meant"] == "name: Groep A"


@pytest.mark.parametrize(
    ("number", "params"),
    [
        ("0,44", {"value": "0,44", "rest": "44", "meant": "0.44", "only": "0,44"}),
        ("25,000", {"value": "25,000", "rest": "000", "meant": "25", "other": "25000"}),
        (
            "25.000,50",
            {"value": "25.000,50", "rest": "50", "meant": "25000.5", "only": "25.000,50"},
        ),
        ("25.000,-", {"value": "25.000,-", "rest": "-", "meant": "25000", "only": "25.000,-"}),
        ("7,4%", {"value": "7,4%", "rest": "4%", "meant": "7.4", "only": "7,4%"}),
        ("1,2 mln", {"value": "1,2 mln", "rest": "2 mln", "meant": "1200000", "only": "1,2 mln"}),
    ],
)
def test_a_number_that_a_comma_breaks_is_told_once(
    number: str, params: Mapping[str, Value]
) -> None:
    broken = found(Budgets, f"budgets: []\nfunding: [{{id: a, title: A, amount: {number}}}]")
    assert [(d.code, d.params) for d in broken] == [("KR024", params)]
    assert broken[0].place == Place(FILE).at("funding", 0, str(params["rest"])).key()


@pytest.mark.parametrize(
    ("field", "value", "meant"),
    [
        ("draft", "ja", "true"),
        ("draft", "Yes", "true"),
        ("draft", "nee", "false"),
        ("draft", "misschien", None),
        ("members", "ggd", "[ggd]"),
        ("members", "ggd, gemeente", "[ggd, gemeente]"),
        ("members", "'[ggd'", None),
        ("members", "true", None),
    ],
)
def test_a_wrong_kind_of_value_is_told_with_what_was_meant(
    field: str, value: str, meant: Value
) -> None:
    value_read = parse(f"v: {value}", FILE).value
    assert isinstance(value_read, dict)
    data: dict[str, Data] = {"id": "ggd", "name": "GGD", "kind": "organisation"}
    told = problems(Parties, {"parties": [data | {field: value_read["v"]}]})
    assert [(d.code, d.params["meant"]) for d in told] == [("KR022", meant)]


@pytest.mark.parametrize(
    ("text", "dash"), [("-id: ggd", "id:"), ("-Ede\n  -Den Haag", "Ede"), ("-Den Haag", "Den Haag")]
)
def test_a_list_of_which_the_dashes_lack_their_space_is_told_as_that(text: str, dash: str) -> None:
    _, place, params = only(Parties, f"parties:\n  {text}\n")
    assert place == Place(FILE).at("parties")
    told = {key: value for key, value in params.items() if value is not None}
    assert told == {"expected": "list", "glued_dash": f"-{dash}", "spaced": f"- {dash}"}


@pytest.mark.parametrize("text", ["-", "-5", "- 5 -b", "'-'"])
def test_another_dash_is_not_one_of_a_list_without_its_space(text: str) -> None:
    told = problems(Parties, {"parties": text})
    assert [d.params.get("glued_dash") for d in told] == [None]


def test_a_list_of_fields_is_not_made_of_one_word() -> None:
    _, _, params = only(Parties, "parties: ggd")
    assert (params["expected"], params["meant"]) == ("list", None)


@pytest.mark.parametrize(
    ("field", "value", "expected", "shown", "quoted"),
    [
        ("name", "12", "text", "12", '"12"'),
        ("name", "0.44", "text", "0.44", '"0.44"'),
        ("name", "true", "text", "true", '"true"'),
        ("name", "[GGD]", "text", None, None),
        ("name", "", "text", None, None),
        ("name", "''", "not-empty", None, None),
        ("name", "' GGD'", "no-space", " GGD", None),
        ("name", '"Een\\ntwee"', "one-line", None, None),
        ("draft", "ja", "flag", "ja", None),
        ("draft", "1", "flag", "1", None),
        ("members", "ggd", "list", "ggd", None),
        ("members", "{a: b}", "list", None, None),
        ("assumed", "[name]", "mapping", None, None),
        ("period", "[Q1]", "period", None, None),
        ("period", "true", "period", "true", None),
    ],
)
def test_a_wrong_kind_of_value_is_told_with_the_kind_that_fits(
    field: str, value: str, expected: str, shown: Value, quoted: Value
) -> None:
    data: dict[str, Data] = {"id": "ggd", "name": "GGD", "kind": "organisation"}
    value_read = parse(f"v: {value}", FILE).value
    assert isinstance(value_read, dict)
    told = problems(Parties, {"parties": [data | {field: value_read["v"]}]})
    assert [d.code for d in told] == ["KR022"]
    assert told[0].place == party(0, field)
    params = {key: told[0].params.get(key) for key in ("expected", "value", "quoted")}
    assert params == {"expected": expected, "value": shown, "quoted": quoted}


def test_a_long_value_is_not_repeated() -> None:
    _, _, params = only(Parties, PARTY % f", period: {{a: {'x' * 61}}}")
    assert params.get("value") is None
    _, _, params = only(Region, f"name: A\nkinds: {'x' * 61}\nmunicipalities: [Ede]")
    assert params["value"] is None


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ([], None),
        (["a"], None),
        ("tekst", "tekst"),
        (2025, "2025"),
        (True, "true"),
    ],
)
def test_a_file_that_is_no_mapping_is_told_as_a_whole(data: Data, shown: Value) -> None:
    told = problems(Parties, data)
    assert [(d.code, d.place) for d in told] == [("KR022", Place(FILE))]
    assert (told[0].params["expected"], told[0].params["value"]) == ("mapping", shown)


@pytest.mark.parametrize(
    ("value", "meant"),
    [("organisaton", "organisation"), ("Role", "role"), ("stichting", None), ("12", None)],
)
def test_a_wrong_word_is_told_with_the_words_there_are(value: str, meant: Value) -> None:
    code, place, params = only(Parties, f"parties: [{{id: a, name: A, kind: {value}}}]")
    assert (code, place) == ("KR023", party(0, "kind"))
    allowed = ("organisation", "body", "working-group", "role", "group")
    assert params == {"value": value, "meant": meant, "allowed": allowed}


def test_a_wrong_number_is_told_with_the_numbers_there_are() -> None:
    _, _, params = only(Settings, "version: 0")
    assert (params["value"], params["allowed"]) == ("0", ("1",))
    code, _, params = only(Settings, "version: 2")
    assert (code, params) == ("KR033", {"newer": "2", "known": "1"})


def test_a_short_form_is_told_at_its_own_place() -> None:
    code, place, _ = only(Interventions, "deployments: {Ede: {giz: actief}}")
    assert code == "KR023"
    assert place.route[:3] == ("deployments", "Ede", "giz")


def test_a_wrong_key_is_told_at_the_key() -> None:
    code, place, params = only(Interventions, "deployments: {' Ede': {giz: active}}")
    assert (code, place) == ("KR022", Place(FILE).at("deployments", " Ede").key())
    assert params["expected"] == "no-space"


@pytest.mark.parametrize(
    ("amount", "code", "params"),
    [
        ("25.000", "KR024", {"value": "25.000", "meant": "25000", "other": "25"}),
        ("'25,5'", "KR024", {"value": "25,5", "meant": "25.5", "only": "25,5"}),
        ("56400 euro", "KR024", {"value": "56400 euro", "meant": "56400", "only": "56400 euro"}),
        ("'8000'", "KR024", {"quoted_number": "8000"}),
        ("veel", "KR023", WORDS | {"value": "veel", "meant": None, "number": "25000"}),
        ("pm", "KR023", WORDS | {"value": "pm", "meant": "PM", "number": "25000"}),
        ("p.m.", "KR023", WORDS | {"value": "p.m.", "meant": "PM", "number": "25000"}),
        ("N.v.t", "KR023", WORDS | {"value": "N.v.t", "meant": "nvt", "number": "25000"}),
        ("25 000", "KR023", WORDS | {"value": "25 000", "meant": "25000", "number": "25000"}),
        ("10k", "KR023", WORDS | {"value": "10k", "meant": "10000", "number": "10000"}),
        ("true", "KR022", {"expected": "number", "only_number": "12", "value": "true"}),
    ],
)
def test_what_a_type_refuses_keeps_its_own_code(
    amount: str, code: str, params: Mapping[str, Value]
) -> None:
    text = f"funding: [{{id: a, title: A, amount: {amount}}}]"
    told, place, given = only(Budgets, text)
    assert told == code
    assert place.route[:3] == ("funding", 0, "amount")
    assert given == params
