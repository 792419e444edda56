"""What of the files may be read, and where the rest of them stands."""

from pathlib import Path

from kansrijk_cli.compute.privacy.published import Published
from kansrijk_cli.core.place import Place
from kansrijk_cli.workspace.public import public
from tests.workspaces import Files, workspace_of

RESULTS = "regions/voorbeeld/2025/results.yaml"
FILES: Files = {
    RESULTS: """\
source: werkagenda
targets:
  - {id: weg, title: Weg, kind: narrative, draft: true}
  - {id: a, title: A, kind: count, unit: gezinnen, minimum: 1}
  - {id: ook, title: Ook, kind: narrative, draft: true}
  - {id: b, title: B, kind: narrative}
  - {id: c, title: C, kind: growth, baseline: 3, minimum: 20}
figures:
  - {target: c, place: Ede, period: 2025, value: 50, persons: true}
  - {target: a, place: Ede, period: 2025, value: 50, persons: true}
  - {target: a, place: Rhenen, period: 2025, value: 4, persons: true}
  - {target: a, place: Veenendaal, period: 2025, value: 4, forecast: true, persons: true}
"""
}


def published(folder: Path) -> Published:
    whole = workspace_of(folder, FILES)
    return Published(whole, public(whole))


def test_a_place_among_what_is_published_is_found_in_the_text(tmp_path: Path) -> None:
    found = published(tmp_path)

    def route(*steps: str | int) -> tuple[str | int, ...]:
        return found.in_text(Place(RESULTS, steps)).route

    assert route("targets", 0, "title") == ("targets", 1, "title")
    assert route("targets", 1) == ("targets", 3)
    assert route("figures", 2, "value") == ("figures", 2, "value")
    # A file without drafts is as it is.
    other = Place("regions/voorbeeld/2025/plan.yaml", ("activities", 0))
    assert found.in_text(other) == other


def test_drafts_and_small_numbers_are_hidden_and_forecasts_are_not(tmp_path: Path) -> None:
    hidden = published(tmp_path).hidden
    assert hidden.keys() == {RESULTS}
    assert {place.route for place in hidden[RESULTS]} == {
        ("targets", 0),
        ("targets", 2),
        ("targets", 4, "baseline"),
        ("figures", 2),
    }
