"""National norms in a region: asked, known, missing and deviating."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from kansrijk_cli.compute.coverage.matrix import all_interventions
from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.compute.norms import NormState, deviates, norm_state
from kansrijk_cli.compute.population import population
from kansrijk_cli.compute.prescribed import Prescribed, of_programme, prescribed
from kansrijk_cli.compute.targets.requirements import Bounds
from kansrijk_cli.model.norms import Norm, Norms
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.results import Target
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.defaults import default_data
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Workspace
from tests.cli.running import DATA

OWN = Path(__file__).parents[1] / "reports" / "azwa"


@pytest.fixture(scope="module")
def own() -> Workspace:
    return load(Folder(OWN), Folder(default_data())).value.workspace


@pytest.fixture(scope="module")
def regions() -> Workspace:
    return load(Folder(DATA), Folder(default_data())).value.workspace


def norms(workspace: Workspace) -> dict[str, Norm]:
    return {n.id: n for e in workspace.catalog_entries(Norms) for n in e.content.norms}


def state(workspace: Workspace, id_: str, region: str = "proef", year: int = 2026) -> NormState:
    folder = workspace.regions[region]
    plan = folder.years[year]

    return norm_state(workspace, folder, plan, norms(workspace)[id_], document_date(plan))


class TestCoalitions:
    def test_a_municipality_without_one_is_short_and_one_not_named_is_unknown(
        self, own: Workspace
    ) -> None:
        found = state(own, "coalitie-per-gemeente")
        assert (found.short, found.unknown) == (("Rhenen",), ("Veenendaal",))
        assert found.known.total == 1
        assert not found.known.complete
        assert found.lacking == 2

    def test_a_regional_one_counts_when_it_is_there(self, own: Workspace) -> None:
        found = state(own, "coalitie-per-regio")
        assert (found.known.total, found.lacking) == (Decimal(1), Decimal(0))

    def test_a_planned_one_is_not_there_yet(self, regions: Workspace) -> None:
        found = state(regions, "coalitie-per-regio", "eindhoven-de-kempen", 2024)
        assert (found.known.total, found.lacking) == (Decimal(0), Decimal(1))

    def test_without_any_word_of_one_it_is_unknown(self, regions: Workspace) -> None:
        found = state(regions, "coalitie-per-regio", "rivierenland", 2024)
        assert (found.known.total, found.lacking) == (None, None)

    def test_nothing_known_of_any_municipality_is_not_zero(self, regions: Workspace) -> None:
        found = state(regions, "coalitie-per-gemeente", "noord-en-midden-limburg", 2024)
        assert (found.known.total, found.lacking, len(found.unknown)) == (None, None, 14)


class TestPeopleOfAnAge:
    COUNTS = """\
population:
  2025:
    Ede: {youths: 30000, seniors: 20000}
    Rhenen: {youths: 5000, seniors: 4000}
    Veenendaal: {youths: 15000}
"""

    @pytest.fixture
    def filled(self, tmp_path: Path) -> Workspace:
        shutil.copytree(OWN, tmp_path / "data")
        lay = tmp_path / "data" / "catalog" / "population.yaml"
        lay.parent.mkdir(exist_ok=True)
        lay.write_text(self.COUNTS, encoding="utf-8")
        return load(Folder(tmp_path / "data"), Folder(default_data())).value.workspace

    def test_they_are_computed_when_every_municipality_is_counted(self, filled: Workspace) -> None:
        found = state(filled, "overgewicht-kinderen-zorgverlener")
        # 0.2 fte per 1,000 of 50,000 youths.
        assert found.needed.region == Bounds(Decimal(10), Decimal(10))
        assert found.needed.municipalities["Ede"].minimum == 6
        spread = state(filled, "overgewicht-kinderen-coordinatie").needed
        assert spread.region == Bounds(Decimal("0.1"), Decimal("0.2"))
        assert found.needs is None

    def test_one_that_lacks_keeps_the_region_unknown(self, filled: Workspace) -> None:
        found = state(filled, "valpreventie-inschatting")
        assert found.needed.municipalities["Rhenen"].minimum == 560
        assert found.needed.region == Bounds()
        assert found.needs == "per gemeente het aantal inwoners van 65 jaar en ouder"

    def test_the_own_counts_leave_the_others_as_they_are(self, filled: Workspace) -> None:
        assert state(filled, "sociaal-verwijzen-brugfunctionaris").needs is None
        assert population(filled, "Ede", "inhabitants", 2025) is not None

    def test_nothing_filled_in_is_unknown(self, own: Workspace) -> None:
        found = state(own, "overgewicht-kinderen-zorgverlener")
        assert found.needed.region == Bounds()
        assert found.needs


class TestTargets:
    def test_the_target_that_takes_a_norm_over_counts(self, own: Workspace) -> None:
        found = state(own, "laagdrempelig-steunpunt")
        assert found.target is not None
        assert found.needed.region.minimum == 6
        # Ede misses one of two; of Veenendaal nothing is known, so at most two more.
        assert (found.short, found.unknown) == (("Ede",), ("Veenendaal",))
        assert found.lacking == 3

    def test_it_deviates_when_its_numbers_differ(self, own: Workspace) -> None:
        assert state(own, "laagdrempelig-steunpunt").deviates
        assert not state(own, "sociaal-verwijzen-brugfunctionaris").deviates
        assert not state(own, "sociaal-verwijzen-verwijzingen").deviates

    @pytest.mark.parametrize("field", ["minimum", "maximum", "exact", "total"])
    def test_each_number_counts(self, own: Workspace, field: str) -> None:
        norm = norms(own)["laagdrempelig-steunpunt"]
        data = {"id": "t", "title": "T", "kind": norm.kind, "minimum": 1}
        assert not deviates(Target.model_validate(data), norm)
        assert deviates(Target.model_validate(data | {field: 7}), norm)


class TestPopulation:
    def test_a_norm_per_inhabitant_is_worked_out_per_municipality(self, regions: Workspace) -> None:
        found = state(regions, "sociaal-verwijzen-verwijzingen", "noord-en-midden-limburg", 2024)
        # 103.789 inhabitants of Venlo x 60 / 10.000
        assert found.needed.municipalities["Venlo"].minimum == Decimal("622.73")
        assert found.lacking is None

    def test_a_municipality_that_has_too_many_does_not_help_another(self, own: Workspace) -> None:
        found = state(own, "sociaal-verwijzen-brugfunctionaris")
        others = [found.needed.municipalities[m].minimum for m in ("Rhenen", "Veenendaal")]
        ede = found.needed.municipalities["Ede"].minimum
        assert ede is not None
        assert found.lacking == sum(filter(None, others), max(ede - Decimal("1.5"), Decimal(0)))


@pytest.fixture(scope="module")
def format_(own: Workspace) -> Prescribed:
    plan = own.regions["proef"].years[2026].files.content(Plan)
    assert plan is not None
    found = prescribed(own, plan, "azwa-d5")
    assert found is not None
    return found


class TestFormat:
    def test_there_is_none_when_no_catalogue_has_it(self, own: Workspace) -> None:
        plan = own.regions["proef"].years[2026].files.content(Plan)
        assert plan is not None
        assert prescribed(own, plan, "nergens") is None

    def test_every_norm_belongs_to_a_part(self, own: Workspace, format_: Prescribed) -> None:
        placed = {norm.id for found in format_.norms.values() for norm in found}
        assert placed == set(norms(own))

    def test_parts_know_how_deep_they_are_and_what_is_asked(self, format_: Prescribed) -> None:
        found = {part.part.number: (part.depth, part.level) for part in format_.parts}
        assert found["1"] == (0, "whole")
        assert found["3"] == (0, "area")
        assert found["3a"] == (1, "part")
        assert found["3a.1"] == (2, "part")
        assert len(found) == 20
        assert {part.part.number for part in format_.parts if not part.included} == {"4b"}

    def test_every_question_is_asked_somewhere(self, format_: Prescribed) -> None:
        asked = {a.question.id for part in format_.parts for a in format_.answers(part)}
        assert len(asked) == len(format_.format.questions) == 17

    @pytest.mark.parametrize(
        ("what", "part"),
        [
            ({"component": "inloop"}, "laagdrempelige-steunpunten"),
            ({"intervention": "nu-niet-zwanger"}, "nu-niet-zwanger"),
            ({"norm": "valpreventie-deelname"}, "valpreventie"),
            (
                {"component": "laagdrempelige-steunpunten", "intervention": "nu-niet-zwanger"},
                "laagdrempelige-steunpunten",
            ),
            ({"intervention": "voorzorg"}, None),
            ({}, None),
        ],
    )
    def test_what_belongs_to_which_part(
        self, format_: Prescribed, what: dict[str, str], part: str | None
    ) -> None:
        assert format_.part_of(**what) == part

    def test_a_plan_about_one_programme_belongs_to_its_part(self, regions: Workspace) -> None:
        plan = regions.regions["noord-en-midden-limburg"].years[2024].files.content(Plan)
        assert plan is not None
        found = prescribed(regions, plan, "azwa-d5")
        assert found is not None
        assert found.programme == "kansrijke-start"
        assert found.part_of() == "kansrijke-start"

    def test_a_plan_about_more_programmes_belongs_to_none(self, regions: Workspace) -> None:
        plan = regions.regions["gelderse-vallei"].years[2025].files.content(Plan)
        assert plan is not None
        found = prescribed(regions, plan, "azwa-d5")
        assert found is not None
        assert found.part_of() is None

    def test_an_intervention_with_a_part_of_its_own_is_not_in_the_programme(
        self, own: Workspace, format_: Prescribed
    ) -> None:

        known = all_interventions(own, own.regions["proef"])
        assert of_programme(format_, known["voorzorg"], "kansrijke-start")
        assert not of_programme(format_, known["nu-niet-zwanger"], "kansrijke-start")
        assert not of_programme(format_, known["voorzorg"], "valpreventie")
