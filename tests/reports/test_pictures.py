"""The pictures of documents: which there are, and that a table tells their numbers too."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kansrijk_cli.model.plan import Plan
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.documents.render import Rendered, render
from kansrijk_cli.output.show import show
from kansrijk_cli.reports.context import Context
from kansrijk_cli.reports.region_maps import NONE, UNKNOWN, region_map
from kansrijk_cli.reports.timelines import timeline
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.defaults import default_data, default_templates
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Workspace
from tests.output.pictures.drawings import texts
from tests.reports.reading import PARSER, Table, tables
from tests.reports.rendering import context_of
from tests.workspaces import Files, workspace_of

YEAR = "regions/voorbeeld/2025"
PLAN, RESULTS, BUDGETS = (f"{YEAR}/{name}.yaml" for name in ("plan", "results", "budgets"))
REGION, COALITIONS = "regions/voorbeeld/region.yaml", "regions/voorbeeld/coalitions.yaml"
INTERVENTIONS = "regions/voorbeeld/interventions.yaml"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
REGIONS = (
    ("eindhoven-de-kempen", 2024),
    ("gelderland-midden", 2021),
    ("gelderse-vallei", 2025),
    ("noord-en-midden-limburg", 2024),
    ("rivierenland", 2024),
)
# The tables with the numbers of a picture, by how their captions begin.
CAPTIONS = {
    "timeline": ("Activiteiten", "Routekaart"),
    "funding": ("Geldbronnen", "Kosten", "Begroting"),
    "goals": ("Bereikt per gemeente", "Doelen en hun stand"),
    "map": ("Aanbod in de", "Coalities"),
    "trend": ("Cijfers",),
}
# What is no number of the data: the scale of a legend, a quarter, a year above it, and remarks.
OWN = re.compile(
    r"\d+ - \d+|Q\d|.*, \d{4}( - \d{4})?|Zonder periode.*|Meer plekken.*|Kaart: .*"
    r"|Niet op de kaart.*"
)


def made(context: Context, kind: str = "generic") -> Rendered:
    return render(context, kind, [default_templates()], "plan")


def of(folder: Path, files: Files) -> Rendered:
    return made(context_of(workspace_of(folder, files)))


def named(document: Rendered, name: str) -> Iterator[Picture]:
    """The pictures of a kind."""
    for file, picture in document.pictures.items():
        if re.fullmatch(rf"beelden/plan-{name}(-\d+)?\.svg", file):
            yield picture


def told(document: Rendered, name: str) -> list[str]:
    """Every text of the pictures of a kind, once."""
    return list(dict.fromkeys(t.text for picture in named(document, name) for t in texts(picture)))


def alternatives(document: Rendered) -> dict[str, str]:
    """What stands for each picture for who does not see it, by the name of its file."""
    tokens = (child for token in PARSER.parse(document.markdown) for child in token.children or ())
    return {str(t.attrs["src"]): t.content for t in tokens if t.type == "image"}


def untold(document: Rendered) -> list[tuple[str, str]]:
    """Every number in a picture that no table beside it has, with the kind of picture."""
    found = tables(document.markdown)
    return [
        (name, text)
        for name, captions in CAPTIONS.items()
        for text in told(document, name)
        if not OWN.fullmatch(text)
        if not _numbers(text) <= _all_numbers(found, captions)
    ]


def _all_numbers(found: list[Table], captions: tuple[str, ...]) -> set[str]:
    wanted = (t for t in found if t.caption.partition(": ")[2].startswith(captions))
    return {n for table in wanted for row in [table.heads, *table.rows] for n in _numbers(*row)}


def _numbers(*parts: str) -> set[str]:
    return {number for text in parts for number in NUMBER.findall(text)}


@pytest.fixture(scope="module")
def regions() -> dict[str, Rendered]:
    workspace = load(Folder(default_data())).value.workspace
    found = {}
    for region, year in REGIONS:
        plan = workspace.regions[region].years[year].files.content(Plan)
        assert plan
        found[region] = made(context_of(workspace, region, year), plan.document.kind)
    return found


class TestRegions:
    @pytest.mark.parametrize("region", [region for region, _ in REGIONS])
    def test_a_table_tells_every_number_of_a_picture(
        self, regions: dict[str, Rendered], region: str
    ) -> None:
        assert untold(regions[region]) == []

    @pytest.mark.parametrize("region", [region for region, _ in REGIONS])
    def test_every_picture_has_its_words(self, regions: dict[str, Rendered], region: str) -> None:
        found = alternatives(regions[region])
        assert set(found) == set(regions[region].pictures)
        for file, words in found.items():
            assert words.endswith(".")
            assert words.replace("&", "&amp;") in regions[region].pictures[file].svg

    def test_which_pictures_there_are(self, regions: dict[str, Rendered]) -> None:
        kinds = ("map", "timeline", "funding", "goals", "trend")
        counts = {r: [len(list(named(found, k))) for k in kinds] for r, found in regions.items()}
        assert counts == {
            "eindhoven-de-kempen": [1, 2, 0, 0, 0],
            "gelderland-midden": [1, 0, 0, 0, 0],
            "gelderse-vallei": [1, 0, 0, 1, 0],
            "noord-en-midden-limburg": [1, 1, 1, 0, 0],
            "rivierenland": [1, 1, 0, 0, 0],
        }


class TestTimeline:
    TWO = (
        "document: {kind: plan, title: Plan, period: 2025}\nactivities:\n"
        "  - {id: a, title: Eerste, when: Q1 + Q4, status: active}\n"
        "  - {id: b, title: Tweede, when: 2025-05-20}\n"
        "  - {id: c, title: Derde}\n"
    )

    def test_activities_with_a_period_are_drawn(self, tmp_path: Path) -> None:
        found = of(tmp_path, {PLAN: self.TWO})
        assert {"Eerste", "Q1 + Q4", "Tweede", "20 mei 2025"} <= set(told(found, "timeline"))
        assert "Derde" not in told(found, "timeline")
        words = alternatives(found)["beelden/plan-timeline.svg"]
        assert words == (
            "Tijdlijn van 2025 met 2 activiteiten. Aantal per kwartaal: Q1: 1, Q2: 1, Q3: 0, Q4: 1."
        )
        assert untold(found) == []

    def test_one_activity_needs_no_picture(self, tmp_path: Path) -> None:
        text = self.TWO.replace(", when: 2025-05-20", "")
        assert "beelden/plan-timeline.svg" not in of(tmp_path, {PLAN: text}).pictures

    @pytest.mark.parametrize(
        ("period", "years"),
        [
            ("2024 - 2027", (2024, 2027)),
            ("2025", (2025, 2025)),
            ("from 2025", (2025, 2025)),
            ("2021 - 2022", (2025, 2025)),
            ("1990 - 2090", (2025, 2025)),
        ],
    )
    def test_the_years_are_those_of_the_plan(
        self, tmp_path: Path, period: str, years: tuple[int, int]
    ) -> None:
        text = self.TWO.replace("period: 2025", f"period: {period}")
        context = context_of(workspace_of(tmp_path, {PLAN: text}))
        found = timeline(context, context.plan.activities)
        assert found
        assert (found.first, found.last) == years
        assert bool(found.busy) == (years[0] == years[1])


class TestFunding:
    BOTH = (
        "funding:\n"
        "  - {id: rijk, title: Het Rijk, amount: 30000}\n"
        "  - {id: fonds, title: Het fonds, amount: PM}\n"
        "budgets:\n  - id: b\n    title: Begroting\n    lines:\n"
        "      - {id: a, title: Uren, amount: 20000, funding: rijk}\n"
        "      - {id: c, title: Zaal, amount: PM, funding: rijk}\n"
        "      - {id: d, title: Reis, amount: 500}\n"
    )

    def test_money_by_source(self, tmp_path: Path) -> None:
        found = of(tmp_path, {BUDGETS: self.BOTH})
        assert untold(found) == []
        texts_ = told(found, "funding")
        assert {"Het Rijk", "minstens € 20.000", "€ 30.000", "Het fonds", "PM"} <= set(texts_)
        assert "Geldbron niet genoemd" in texts_
        assert alternatives(found)["beelden/plan-funding.svg"] == (
            "Geld per bron. Het Rijk: begroot minstens € 20.000, beschikbaar € 30.000; "
            "Het fonds: beschikbaar PM; Geldbron niet genoemd: begroot € 500."
        )

    def test_the_table_has_what_is_planned(self, tmp_path: Path) -> None:
        [table] = [
            t
            for t in tables(of(tmp_path, {BUDGETS: self.BOTH}).markdown)
            if t.caption.endswith(": Geldbronnen")
        ]
        assert table.column("Begroot") == ["minstens € 20.000", "", "€ 500"]

    def test_without_any_amount_of_a_source_there_is_no_picture(self, tmp_path: Path) -> None:
        assert "beelden/plan-funding.svg" not in of(tmp_path, {}).pictures


class TestGoals:
    TEXT = (
        "targets:\n"
        "  - {id: t, title: Uren, kind: per-municipality, minimum: 2, maximum: 4, total: 9}\n"
        "  - {id: s, title: Nog niets, kind: per-municipality, minimum: 1}\n"
        "figures:\n"
        "  - {target: t, place: Ede, period: 2025-01, value: 3}\n"
        "  - {target: t, place: Rhenen, period: 2025-01, value: 0}\n"
    )

    def test_municipalities_beside_each_other(self, tmp_path: Path) -> None:
        found = of(tmp_path, {RESULTS: self.TEXT})
        assert untold(found) == []
        [table] = [t for t in tables(found.markdown) if t.caption.endswith("Bereikt per gemeente")]
        assert table.heads == ["Gemeente", "Uren"]
        assert table.rows == [
            ["Ede", "3"],
            ["Rhenen", "0"],
            ["Veenendaal", "onbekend"],
            ["Samen", "minstens 3 van 9"],
        ]
        assert {"3", "0", "onbekend", "minstens 3 van 9"} <= set(told(found, "goals"))
        assert "Nog niets van bekend: Nog niets." in told(found, "goals")
        assert alternatives(found)["beelden/plan-goals.svg"] == (
            "Doelen per gemeente. Uren: samen minstens 3 van 9, "
            "van 2 van de 3 gemeenten is een aantal bekend."
        )

    def test_without_observations_there_is_no_picture(self, tmp_path: Path) -> None:
        text = self.TEXT.partition("figures:")[0]
        assert "beelden/plan-goals.svg" not in of(tmp_path, {RESULTS: text}).pictures

    def test_what_differs_is_told_by_municipality(self, tmp_path: Path) -> None:
        text = (
            "targets:\n  - {id: t, title: Uren, kind: per-population, minimum: 1, per: 10000, "
            "of: inhabitants}\nfigures:\n  - {target: t, place: Ede, period: 2025-01, value: 3}\n"
        )
        found = of(tmp_path, {RESULTS: text})
        [table] = [t for t in tables(found.markdown) if t.caption.endswith("Bereikt per gemeente")]
        assert re.fullmatch(r"3 \(minstens \d+,\d+\)", table.rows[0][1])
        assert "verschilt per gemeente" in told(found, "goals")


class TestTrend:
    def figures(self, *values: object, place: str = "Voorbeeld", persons: bool = False) -> str:
        more = ", persons: true" if persons else ""
        return "".join(
            f"  - {{indicator: roken, place: {place}, period: {year}, value: {value}{more}}}\n"
            for year, value in enumerate(values, 2019)
            if value is not None
        )

    def test_two_numbers_make_a_line(self, tmp_path: Path) -> None:
        text = "figures:\n" + self.figures(5, "unknown", "7.5", None, 8)
        found = of(tmp_path, {RESULTS: text})
        assert untold(found) == []
        assert alternatives(found)["beelden/plan-trend.svg"] == (
            "Verloop van Roken (%). Voorbeeld (2019: 5, 2020: onbekend, 2021: 7,5, 2023: 8)."
        )
        [picture] = named(found, "trend")
        # The gaps break the line everywhere.
        assert picture.svg.count("<circle") == 3
        assert "L" not in "".join(re.findall(r' d="([^"]*)"', picture.svg))

    def test_one_number_is_no_trend(self, tmp_path: Path) -> None:
        found = of(tmp_path, {RESULTS: "figures:\n" + self.figures(5, "unknown")})
        assert "beelden/plan-trend.svg" not in found.pictures

    def test_the_newest_are_drawn(self, tmp_path: Path) -> None:
        found = of(tmp_path, {RESULTS: "figures:\n" + self.figures(*range(11, 19))})
        drawn = told(found, "trend")
        assert "2021" not in drawn
        assert {"2022", "14", "2026", "18"} <= set(drawn)

    def test_a_small_number_of_persons_is_in_no_picture(self, tmp_path: Path) -> None:
        """Nor in its words, nor in its scale: another small number gives the same bytes."""
        pictures = []
        for number, small in enumerate((3, 7)):
            text = "figures:\n" + self.figures(21, small, 34, 0, place="Ede", persons=True)
            found = of(tmp_path / str(number), {RESULTS: text})
            pictures.append((found.pictures, alternatives(found)))
        assert pictures[0] == pictures[1]
        assert "niet getoond (privacy)" in pictures[0][1]["beelden/plan-trend.svg"]


class TestMap:
    def test_the_number_of_interventions_is_that_of_the_table(self, tmp_path: Path) -> None:
        found = of(tmp_path, {})
        assert untold(found) == []
        [table] = [t for t in tables(found.markdown) if "Aanbod in de" in t.caption]
        counts = dict(zip(table.column("Gemeente"), table.column("Aantal actief"), strict=True))
        words = alternatives(found)["beelden/plan-map.svg"]
        for name in ("Ede", "Rhenen", "Veenendaal"):
            shown = "onbekend" if counts[name] == "?" else counts[name]
            assert f"{name} {shown}" in words

    def test_else_the_coalitions(self, tmp_path: Path) -> None:
        context = context_of(workspace_of(tmp_path, {INTERVENTIONS: None}))
        found = region_map(context)
        assert {place.shown for place in found.places} == {None}
        assert "Lokale coalities" in told(made(context), "map")

    def test_else_only_where_they_are(self, tmp_path: Path) -> None:
        document = of(tmp_path, {INTERVENTIONS: None, COALITIONS: None})
        assert alternatives(document)["beelden/plan-map.svg"] == "Kaart van de 3 gemeenten."

    @pytest.mark.parametrize(
        ("counts", "shades"),
        [
            ((1,), ["1"]),
            ((0, 5, 5), ["5"]),
            ((2, 5, 8), ["2", "5", "8"]),
            ((1, 2, 3, 9), ["1", "2", "3", "9"]),
            ((1, 2, 3, 4, 5), ["1", "2", "3", "4 - 5"]),
            ((1, 2, 4, 5, 10), ["1 - 2", "3 - 5", "6 - 7", "8 - 10"]),
        ],
    )
    def test_shades_are_the_counts_or_steps_to_the_most(
        self, tmp_path: Path, counts: tuple[int, ...], shades: list[str]
    ) -> None:
        names = [f"i{n}" for n in range(max(counts))]
        own = "".join(f"  - {{id: {n}, name: {n}, kind: intervention}}\n" for n in names)
        there = dict(
            zip(("Ede", "Rhenen", "Veenendaal", "Renswoude", "Nijkerk"), counts, strict=False)
        )
        rows = (
            f"  {m}: {{{', '.join(f'{n}: active' for n in names[:count])}}}\n"
            for m, count in there.items()
            if count
        )
        text = f"interventions:\n{own}deployments:\n{''.join(rows)}"
        region = (
            f"name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [{', '.join(there)}]\n"
            "sources:\n  - {id: werkagenda, title: Werkagenda 2025}\nsource: werkagenda\n"
        )
        files = {INTERVENTIONS: text, REGION: region, COALITIONS: None}
        found = region_map(context_of(workspace_of(tmp_path, files)))
        assert [show(shade.meaning) for shade in found.shades[1:-1]] == shades

    def test_none_as_far_as_is_known_is_unknown(self, tmp_path: Path) -> None:
        """In the picture, in its words and in the table: 0 is said only when all is known."""
        text = (
            "interventions:\n  - {id: a, name: A, kind: intervention}\n"
            "  - {id: b, name: B, kind: intervention}\n"
            "deployments:\n  Ede: {a: active}\n  Rhenen: {a: planned}\n"
            "  Veenendaal: {a: none, b: none}\n"
        )
        context = context_of(workspace_of(tmp_path, {INTERVENTIONS: text}))
        shown = {place.name: (place.shown, place.shade) for place in region_map(context).places}
        assert shown["Rhenen"] == (None, UNKNOWN)
        assert shown["Veenendaal"] == (Decimal(0), NONE)
        document = made(context)
        words = alternatives(document)["beelden/plan-map.svg"]
        assert "Ede 1; Rhenen onbekend; Veenendaal 0" in words
        [table] = [t for t in tables(document.markdown) if "Aanbod in de" in t.caption]
        counts = dict(zip(table.column("Gemeente"), table.column("Aantal actief"), strict=True))
        assert [counts[m] for m in ("Ede", "Rhenen", "Veenendaal")] == ["1", "?", "0"]
        assert document.markdown.count("Elk aantal is dus minstens zo groot.") == 2
        assert "? = onbekend" in document.markdown

    def test_what_merged_before_is_named_by_what_it_became(self, tmp_path: Path) -> None:
        text = (
            "name: Voorbeeld\nkinds: [IZA]\nmunicipalities: [Ede, Haaren, Nergens]\n"
            "sources:\n  - {id: werkagenda, title: Werkagenda 2025}\nsource: werkagenda\n"
        )
        workspace = workspace_of(tmp_path, {REGION: text, COALITIONS: None, INTERVENTIONS: None})
        drawn = told(made(context_of(workspace)), "map")
        assert "Vught" in " ".join(drawn)
        assert "Niet op de kaart van 2023: Nergens." in drawn
        before = replace(context_of(workspace), asked_day=date(2019, 1, 1))
        assert "Niet op de kaart van 2023: Haaren (nu Vught); Nergens." in told(made(before), "map")


def test_an_assumption_is_told_once(tmp_path: Path) -> None:
    row = "title: Bezoek, when: 2025-05-01, assumed: {when: Ongeveer.}"
    text = (
        "document: {kind: plan, title: Plan, period: 2025}\nactivities:\n"
        f"  - {{id: a, {row}}}\n  - {{id: b, {row}}}\n"
    )
    document = of(tmp_path, {PLAN: text})
    [table] = [t for t in tables(document.markdown) if "is aangenomen" in t.caption]
    assert [row for row in table.rows if row[0] == "Bezoek"] == [["Bezoek", "Wanneer", "Ongeveer."]]


def test_reports_do_not_depend_on_each_other(tmp_path: Path) -> None:
    workspace: Workspace = workspace_of(tmp_path, {})
    assert made(context_of(workspace)) == made(context_of(workspace))
