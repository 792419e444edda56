"""What the examples on the pages do not show: where a rule begins and where it ends."""

from pathlib import Path

import pytest

from kansrijk_cli.core.diagnostic import Value
from tests.workspaces import Checked, Files, check_over

REGION = "regions/voorbeeld"
YEAR = f"{REGION}/2025"
PLAN = "source: werkagenda\ndocument: {kind: plan, title: Plan}\n"
RESULTS = "source: werkagenda\n"
BUDGET = "source: werkagenda\nbudgets:\n- id: b\n  title: B\n  lines:\n"
MUNICIPALITIES = """
municipalities:
  - {code: GM0228, name: Ede, province: Gelderland}
  - {code: GM0340, name: Rhenen, province: Utrecht}
  - {code: GM0345, name: Veenendaal, province: Utrecht}
  - {code: GM0001, name: Nieuwland, province: Utrecht, since: 2026-01-01}
  - {code: GM0002, name: Oudland, province: Utrecht, until: 2025-03-31, successors: [GM0001]}
"""


def check(folder: Path, file: str, text: str, **others: str) -> Checked:
    files: dict[str, str | bytes | None] = {
        f"{REGION}/{name}.yaml": t for name, t in others.items()
    }
    return check_over(folder, files | {file: text})


def numbers(*lines: str) -> str:
    return BUDGET + "".join(f"  - {{{line}}}\n" for line in lines)


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("Ede", []),
        ("Voorbeeld", []),
        ("Praktijk Noord", []),
        ("Gelderland", []),
        ("Nederland", []),
        ("Vught", ["KR108"]),
        ("Den Bosch", ["KR115", "KR108"]),
    ],
)
def test_a_place_of_a_deployment_lies_in_the_region(
    place: str, codes: list[str], tmp_path: Path
) -> None:
    region = (
        "name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [Ede, Rhenen, Veenendaal]\n"
        "places: [{name: Praktijk Noord, kind: practice}]\n"
        "sources: [{id: werkagenda, title: W}]\nsource: werkagenda\n"
    )
    text = f"source: werkagenda\ndeployments: {{{place}: {{giz: active}}}}\n"
    assert check(tmp_path, f"{REGION}/interventions.yaml", text, region=region).codes == codes


@pytest.mark.parametrize(
    ("place", "official"),
    [
        ("Den Bosch", "'s-Hertogenbosch"),
        ('"\'s-Hertogenbosch"', None),
        # A shorter form of the official name.
        ("Nuenen", None),
        ("Vught", None),
        ("Nederland", None),
    ],
)
def test_another_name_of_a_municipality_is_told(
    place: str, official: str | None, tmp_path: Path
) -> None:
    text = RESULTS + f"figures: [{{indicator: roken, place: {place}, value: 4}}]\n"
    checked = check(tmp_path, f"{YEAR}/results.yaml", text)
    assert checked.codes == (["KR115"] if official else [])
    assert [d.params["meant"] for d in checked.diagnostics] == ([official] if official else [])


def test_another_name_that_is_a_place_of_the_region_is_that(tmp_path: Path) -> None:
    region = (
        "name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [Ede, Rhenen, Veenendaal]\n"
        "places: [{name: Den Bosch, kind: district}]\n"
        "sources: [{id: werkagenda, title: W}]\nsource: werkagenda\n"
    )
    text = RESULTS + "figures: [{indicator: roken, place: Den Bosch, value: 4}]\n"
    assert check(tmp_path, f"{YEAR}/results.yaml", text, region=region).codes == []


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        ("2025", []),
        ("2024 - 2028", []),
        ("Q1 - Q4", []),
        ("from 2023", []),
        ("until 2025-01-01", []),
        ("2023 + 2025-12-31", []),
        # A plan is made and adopted in the year before it begins.
        ("2026 - 2029", []),
        ("from 2026-12-31", []),
        ("2052", ["KR035"]),
        ("from 2027", ["KR035"]),
        ("until 2024", ["KR035"]),
        ("2023 + 2027", ["KR035"]),
    ],
)
def test_the_period_of_a_plan_has_a_day_in_the_year_of_its_folder_or_the_next(
    period: str, codes: list[str], tmp_path: Path
) -> None:
    plan = PLAN.replace("title: Plan", f"title: Plan, period: {period}")
    assert check(tmp_path, f"{YEAR}/plan.yaml", plan).codes == codes


@pytest.mark.parametrize(("year", "codes"), [("0000", ["KR013"]), ("9999", [])])
def test_a_folder_of_an_impossible_year_breaks_no_rule(
    year: str, codes: list[str], tmp_path: Path
) -> None:
    text = PLAN.replace("title: Plan", "title: Plan, period: Q1 - Q4")
    assert check(tmp_path, f"{REGION}/{year}/plan.yaml", text).codes == codes


def test_a_figure_may_compare_with_a_place_elsewhere(tmp_path: Path) -> None:
    text = RESULTS + "figures: [{indicator: roken, place: Vught, value: 4}]\n"
    assert check(tmp_path, f"{YEAR}/results.yaml", text).codes == []


@pytest.mark.parametrize(
    ("owner", "params"),
    [
        ("Oudland", None),
        ("Nieuwland", {"value": "Nieuwland", "until": None, "successors": None}),
    ],
)
def test_a_municipality_exists_in_the_year_of_the_plan(
    owner: str, params: dict[str, Value] | None, tmp_path: Path
) -> None:
    plan = PLAN + f"risks: [{{id: a, title: A, owners: [{owner}]}}]\n"
    files: Files = {"catalog/municipalities.yaml": MUNICIPALITIES, f"{YEAR}/plan.yaml": plan}
    told = [d for d in check_over(tmp_path, files).diagnostics if d.code == "KR109"]
    assert [{key: d.params[key] for key in params or {}} for d in told] == (
        [params] if params else []
    )


@pytest.mark.parametrize(
    ("member", "rows", "codes"),
    [
        # What merged before the only plan stays, as the guide says; so does what the new one has.
        ("Nieuwstad", "Oudstad: {giz: active}", []),
        ("Nieuwstad", "Oudstad: {giz: {status: active, owners: [Oudstad]}}", []),
        ("Nieuwstad", "Oudstad: {giz: active}, Nieuwstad: {giz: none}", []),
        ("Nieuwstad", "Ede: {giz: {status: active, owners: [Oudstad]}}", ["KR109"]),
        # The list of the region itself is about now.
        ("Oudstad", "Nieuwstad: {giz: active}", ["KR109"]),
        ("Vught", "Oudstad: {giz: active}", ["KR108"]),
    ],
)
def test_rows_of_a_municipality_that_merged_stay(
    member: str, rows: str, codes: list[str], tmp_path: Path
) -> None:
    merged = (
        "  - {code: GM0003, name: Nieuwstad, province: Utrecht, since: 2023-01-01}\n"
        "  - {code: GM0004, name: Oudstad, province: Utrecht, until: 2022-12-31, "
        "successors: [GM0003]}\n  - {code: GM0865, name: Vught, province: Noord-Brabant}\n"
    )
    members = f"[Ede, Rhenen, Veenendaal, {member}]"
    files: Files = {
        "catalog/municipalities.yaml": MUNICIPALITIES + merged,
        f"{REGION}/region.yaml": (
            f"name: Voorbeeld\nkinds: [IZA]\nmunicipalities: {members}\n"
            "sources: [{id: werkagenda, title: W}]\nsource: werkagenda\n"
        ),
        f"{REGION}/interventions.yaml": f"source: werkagenda\ndeployments: {{{rows}}}\n",
    }
    found = [code for code in check_over(tmp_path, files).codes if code in ("KR108", "KR109")]
    assert found == codes


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ("kind: per-municipality, minimum: 1", []),
        ("kind: per-municipality, total: 3", []),
        ("kind: per-municipality", [("minimum", "maximum", "exact", "total")]),
        ("kind: every-municipality", []),
        ("kind: per-programme, total: 3", [("minimum", "maximum", "exact")]),
        ("kind: count", [("minimum", "maximum", "exact", "total")]),
        ("kind: growth", [("minimum", "maximum", "exact", "path")]),
        ("kind: growth, path: {2025: 3}", []),
        ("kind: sum, total: 3", [("parts",)]),
        ("kind: per-population, minimum: 1", [("per",), ("of",)]),
        ("kind: per-population, minimum: 1, per: 10000, of: births", []),
        ("kind: region-spread, minimum: 2", [("over",)]),
        ("kind: frequency, per: year", [("minimum", "maximum", "exact")]),
        ("kind: frequency, per: year, minimum: 0", []),
        ("kind: milestone", []),
        ("kind: narrative", []),
    ],
)
def test_a_kind_of_target_needs_its_numbers(
    fields: str, wanted: list[tuple[str, ...]], tmp_path: Path
) -> None:
    text = RESULTS + f"targets: [{{id: a, title: A, intervention: giz, {fields}}}]\n"
    told = check(tmp_path, f"{YEAR}/results.yaml", text).diagnostics
    assert [d.params["fields"] for d in told if d.code == "KR303"] == wanted


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("kind: per-municipality, minimum: 1", []),
        ("kind: per-municipality, minimum: 2", ["KR302"]),
        ("kind: per-municipality, minimum: 1, total: 5", ["KR302"]),
        ("kind: count, minimum: 1", ["KR302"]),
        ("kind: count, minimum: 1, deviation: Omdat het zo is.", []),
    ],
)
def test_a_target_is_its_norm_or_says_why_not(
    fields: str, codes: list[str], tmp_path: Path
) -> None:
    text = RESULTS + f"targets: [{{id: a, title: A, norm: steunpunt, {fields}}}]\n"
    assert check(tmp_path, f"{YEAR}/results.yaml", text).codes == codes


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        ("active", "none", ["KR204"]),
        ("ended", "starting", ["KR204"]),
        ("active", "starting", []),
        ("active", "planned", []),
        ("active", "unknown", []),
        ("none", "ended", []),
        ("planned", "none", []),
    ],
)
def test_regions_contradict_each_other_about_what_is_there(
    one: str, other: str, codes: list[str], tmp_path: Path
) -> None:
    files: Files = {
        f"{REGION}/interventions.yaml": f"deployments: {{Ede: {{giz: {one}}}}}\n",
        "regions/buur/region.yaml": "name: Buur\nkinds: [GGD]\nmunicipalities: [Ede]\n",
        "regions/buur/interventions.yaml": f"deployments: {{Ede: {{giz: {other}}}}}\n",
    }
    assert [code for code in check_over(tmp_path, files).codes if code == "KR204"] == codes


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("id: a, under: t, amount: 8", "id: t, total: true, amount: 8"), []),
        (("id: a, under: t, amount: 8", "id: t, total: true, amount: 9"), ["KR402"]),
        (("id: a, under: t, amount: 8", "id: t, total: true, amount: 7.5"), ["KR402"]),
        (("id: a, under: t, amount: 8", "id: t, total: true, amount: 10"), ["KR401"]),
        (("id: a, under: t, amount: 8", "id: t, total: true, partial: true, amount: 10"), []),
        (("id: a, under: t, amount: PM", "id: t, total: true, amount: 10"), []),
        (("id: a, under: t, amount: 8", "id: t, total: true"), []),
        (("id: a, under: b, amount: 8", "id: b, amount: 8"), ["KR403"]),
        (("id: a, under: a, total: true, amount: 8",), ["KR403"]),
        (
            ("id: a, under: b, total: true, amount: 8", "id: b, under: a, total: true, amount: 8"),
            ["KR403", "KR403"],
        ),
        (
            (
                "id: a, under: b, amount: 8",
                "id: b, under: c, total: true, amount: 8",
                "id: c, total: true, amount: 8",
            ),
            [],
        ),
    ],
)
def test_a_printed_total_is_the_sum_of_its_lines(
    lines: tuple[str, ...], codes: list[str], tmp_path: Path
) -> None:
    assert check(tmp_path, f"{YEAR}/budgets.yaml", numbers(*lines)).codes == codes


@pytest.mark.parametrize(
    ("iza", "spuk", "amounts", "told"),
    [
        (9000, 4000, "{a: 13000, b: 13000}", []),
        (9000, 4000, "{a: 13000, b: 14000}", ["2026"]),
        (9000, 4000, "{a: 14000, b: 15000}", ["2025", "2026"]),
        # What one of the sources gives is not known.
        (9000, "PM", "{a: 14000, b: 15000}", []),
    ],
)
def test_a_budget_costs_no_more_than_its_sources_give_together(
    iza: object, spuk: object, amounts: str, told: list[str], tmp_path: Path
) -> None:
    text = (
        "source: werkagenda\nfunding:\n"
        f"- {{id: iza, title: IZA, amount: {iza}}}\n- {{id: spuk, title: S, amount: {spuk}}}\n"
        "budgets:\n- id: b\n  title: Begroting\n  funding: [iza, spuk]\n  columns:\n"
        "  - {id: a, kind: budget, period: 2025}\n  - {id: b, kind: budget, period: 2026}\n"
        f"  lines:\n  - {{id: uren, title: Uren, amounts: {amounts}}}\n"
    )
    found = check(tmp_path, f"{YEAR}/budgets.yaml", text)
    assert found.codes == ["KR407"] * len(told)
    said = [message.text for message in found.messages()]
    assert all(f"Dat is in {year}." in text for year, text in zip(told, said, strict=True))
    assert all('De begroting "Begroting" kost' in text for text in said)


@pytest.mark.parametrize(
    ("measured_by", "figure", "codes"),
    [
        ("coverage", "value: 1", ["KR305"]),
        ("coverage", "value: 1, forecast: true", []),
        ("figures", "value: 1", []),
    ],
)
def test_a_figure_of_a_target_that_the_matrix_measures_counts_nowhere(
    measured_by: str, figure: str, codes: list[str], tmp_path: Path
) -> None:
    target = f"id: t, title: T, kind: every-municipality, measured_by: {measured_by}"
    text = RESULTS + (
        f"targets: [{{{target}, intervention: giz}}]\n"
        f"figures: [{{target: t, place: Ede, {figure}}}]\n"
    )
    assert check(tmp_path, f"{YEAR}/results.yaml", text).codes == codes


@pytest.mark.parametrize(
    ("figure", "codes"),
    [
        ("value: 4", ["KR601"]),
        ("value: 4, source: werkagenda", []),
        ("value: 4, assumed: {value: Geschat.}", []),
        ("value: 4, assumed: {period: Geschat.}", ["KR601"]),
        ("range: {low: 1, high: 2}", ["KR601"]),
        ("trend: rising", []),
    ],
)
def test_a_figure_has_a_source_or_is_assumed(figure: str, codes: list[str], tmp_path: Path) -> None:
    text = f"figures: [{{indicator: roken, place: Ede, period: 2025, {figure}}}]\n"
    assert check(tmp_path, f"{YEAR}/results.yaml", text).codes == codes


@pytest.mark.parametrize(
    ("inventory", "codes"),
    [
        ("complete: true, on: 2025-01-01", ["KR201"]),
        ("complete: false, on: 2025-01-01", []),
        ("complete: true, on: 2022-06-30", []),
        ("complete: true, on: 2022-07-01", ["KR201"]),
        ("complete: true, on: 2025-01-01, municipalities: [Ede]", []),
        ("complete: true, on: 2025-01-01, interventions: [giz]", []),
        ("complete: true, on: 2025-01-01, interventions: [prenataal-huisbezoek]", ["KR201"]),
    ],
)
def test_a_complete_inventory_has_every_statutory_task(
    inventory: str, codes: list[str], tmp_path: Path
) -> None:
    text = (
        f"source: werkagenda\ninventory: {{{inventory}}}\n"
        "deployments: {Ede: {prenataal-huisbezoek: active}}\n"
    )
    assert check(tmp_path, f"{REGION}/interventions.yaml", text).codes == codes


@pytest.mark.parametrize(
    ("coalitions", "codes"),
    [
        ("{id: r, name: R, level: regional, status: active}", ["KR203"]),
        ("{id: r, name: R, level: regional, status: planned}", ["KR203"]),
        ("{id: r, name: R, level: regional, status: ended}", ["KR202", "KR203"]),
        ("", ["KR202", "KR203"]),
    ],
)
def test_a_region_has_its_coalitions(coalitions: str, codes: list[str], tmp_path: Path) -> None:
    text = f"source: werkagenda\ncoalitions: [{coalitions}]\n"
    assert check(tmp_path, f"{REGION}/coalitions.yaml", text).codes == codes


def test_a_region_without_a_file_of_coalitions_is_told_at_the_region(tmp_path: Path) -> None:
    checked = check_over(tmp_path, {f"{REGION}/coalitions.yaml": None})
    assert [(d.code, d.place.file, d.place.route) for d in checked.diagnostics] == [
        ("KR202", f"{REGION}/region.yaml", ("name",)),
        ("KR203", f"{REGION}/region.yaml", ("municipalities",)),
    ]


def test_an_id_is_one_of_its_own_list_only(tmp_path: Path) -> None:
    text = PLAN + (
        "components: [{id: a, kind: part, title: A}]\n"
        "activities: [{id: a, title: A}, {id: b, title: B}, {id: a, title: C}]\n"
    )
    files: Files = {f"{YEAR}/plan.yaml": text, f"{YEAR}/results.yaml": "{}\n"}
    told = check_over(tmp_path, files).diagnostics
    assert [(d.code, d.place.route) for d in told] == [("KR107", ("activities", 2, "id"))]
    assert told[0].related[0].route == ("activities", 0, "id")


@pytest.mark.parametrize(
    ("target", "field", "said"),
    [
        ("kind: per-municipality, minimum: 2, total: 5", "total", "Dat scheelt 1."),
        ("kind: per-municipality, maximum: 2, total: 9", "total", "Dat scheelt 3."),
        ("kind: per-municipality, exact: 1, total: 0", "total", "Dat scheelt 3."),
        ("kind: sum, total: 9, parts: {a: 3, b: 4}", "total", "Dat scheelt 2."),
        ("kind: growth, baseline: 6, minimum: 3", "baseline", "Dat scheelt 3."),
        ("kind: per-programme, minimum: 1", "title", "Het doel noemt 0 programma's."),
        # A minimum above the maximum fits no total: that is not told again.
        ("kind: per-municipality, minimum: 6, maximum: 4, total: 12", "minimum", "Dat scheelt 2."),
    ],
)
def test_a_target_that_cannot_be_met_is_told_once_at_its_number(
    target: str, field: str, said: str, tmp_path: Path
) -> None:
    text = f"{RESULTS}targets: [{{id: t, title: T, {target}}}]\n"
    checked = check(tmp_path, f"{YEAR}/results.yaml", text)
    told = [d for d in checked.diagnostics if d.code == "KR301"]
    assert [d.place.route for d in told] == [("targets", 0, field)]
    [message] = [m.text for m in checked.messages() if m.code == "KR301"]
    assert message.endswith(said)


@pytest.mark.parametrize(
    ("local", "said"),
    [
        ("", "Van geen enkele gemeente in Voorbeeld is een lokale of gedeelde coalitie bekend."),
        (
            ", {id: l, name: L, level: local, status: active, municipalities: [Ede, Rhenen]}",
            "Van 1 van de 3 gemeenten in Voorbeeld is geen lokale of gedeelde coalitie bekend: ",
        ),
    ],
)
def test_of_no_municipality_is_said_as_such(local: str, said: str, tmp_path: Path) -> None:
    region = "{id: r, name: R, level: regional, status: active}"
    text = f"source: werkagenda\ncoalitions: [{region}{local}]\n"
    [message] = check(tmp_path, f"{REGION}/coalitions.yaml", text).messages()
    assert message.text == said + ("`Veenendaal`." if local else "")


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("{Ede: 60250, Rhenen: 12.845, Veenendaal: 40100}", ["KR411"]),
        ("{Ede: 60.255, Rhenen: 12.845, Veenendaal: 40100}", ["KR411", "KR411"]),
        ("{Ede: 60250, Rhenen: 12.84, Veenendaal: 40100}", []),
        ("{Ede: 60250, Rhenen: 0.845, Veenendaal: 40100}", []),
        ("{Ede: 60250.5, Rhenen: 12.845, Veenendaal: 40100}", []),
        ("{Ede: 60, Rhenen: 12.845, Veenendaal: 40100}", []),
        ("{Ede: 60.255, Rhenen: 12.845, Veenendaal: 40.105}", []),
    ],
)
@pytest.mark.parametrize("national", [False, True])
def test_a_number_of_a_key_is_odd_only_beside_whole_thousands(
    table: str, codes: list[str], tmp_path: Path, national: bool
) -> None:
    key = f"keys: [{{id: afspraak, title: Afspraak, table: {table}}}]\n"
    region = (
        "name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [Ede, Rhenen, Veenendaal]\n"
        "sources: [{id: werkagenda, title: W}]\nsource: werkagenda\n"
    )
    file, text = ("catalog/keys.yaml", key) if national else (f"{REGION}/region.yaml", region + key)
    assert check(tmp_path, file, text).codes == codes


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        ("this-year", []),
        ("next-year", []),
        ("this-year - in-5-years", []),
        ("last-year", ["KR035"]),
        ("until last-year-Q4", ["KR035"]),
        ("from in-2-years", ["KR035"]),
    ],
)
def test_a_period_told_from_the_year_of_the_folder_has_a_day_in_it_or_the_next(
    period: str, codes: list[str], tmp_path: Path
) -> None:
    plan = f"source: werkagenda\ndocument: {{kind: plan, title: Plan, period: {period}}}\n"
    found = check(tmp_path, f"{YEAR}/plan.yaml", plan).codes
    assert [code for code in found if code == "KR035"] == codes
    assert "KR025" not in found


@pytest.mark.parametrize("period", ["Q1 - Q4", "this-year", "volgend jaar"])
def test_in_a_file_of_no_year_a_period_has_its_year(period: str, tmp_path: Path) -> None:
    text = "source: werkagenda\ncoalitions:\n  - {id: ede, name: Ede, level: local, "
    text += f"municipalities: [Ede], status: active, period: {period}}}\n"
    found = check(tmp_path, f"{REGION}/coalitions.yaml", text)
    told = [each for each in found.diagnostics if each.place.file.endswith("coalitions.yaml")]
    assert [(each.code, dict(each.params)) for each in told] == [("KR025", {"no_folder": period})]
