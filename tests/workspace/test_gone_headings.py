"""Lines under a field that has a value already: which line may be gone there."""

import pytest

from kansrijk_cli.core.diagnostic import Value
from kansrijk_cli.workspace.read import read_content


def heading(file: str, text: str) -> Value:
    """The field that is proposed for the lines that have lost theirs."""
    [problem] = read_content(file, text.encode()).problems
    assert "headless" in problem.params
    return problem.params.get("heading")


@pytest.mark.parametrize(
    ("file", "text", "field"),
    [
        ("regions/r/parties.yaml", "source: a\n  - {id: ggd}\n", "parties"),
        ("regions/r/coalitions.yaml", "source: a\n  - {id: c}\n", "coalitions"),
        ("regions/r/2025/results.yaml", "source: a\n  - {id: t}\n", "targets"),
        ("regions/r/2025/budgets.yaml", "source: a\n  - {id: b}\nfunding: []\n", "budgets"),
        (
            "regions/r/interventions.yaml",
            "source: a\n  Ede: {b: c}\n  Goes: {b: c}\n",
            "deployments",
        ),
        # Within a field, and in a file of no kind, nobody knows.
        ("regions/r/parties.yaml", "parties:\n  b: [c]\n    - d: 1\n", None),
        ("elsewhere.yaml", "source: a\n  - {id: ggd}\n", None),
    ],
)
def test_a_field_of_that_kind_of_file_is_named(file: str, text: str, field: str | None) -> None:
    assert heading(file, text) == field


REGION = "name: R\nassumed:\n  name: Zo heet het.\n"


@pytest.mark.parametrize(
    ("file", "text", "gone"),
    [
        ("regions/r/region.yaml", "  - {id: a, title: A, publisher: B}\n", ("sources:",)),
        (
            "regions/r/region.yaml",
            "  - id: a\n    title: A\n    # Oud.\n  - {id: b, title: B}\nsource: a\n",
            ("keys:", "sources:"),
        ),
        ("regions/r/region.yaml", "  - {id: a, title: A}\nkeys: []\n", ("sources:",)),
        ("regions/r/2025/results.yaml", "  - {place: Ede, value: 1}\n", ("figures:",)),
        # These are of no list that such a file has, or no fields at all.
        ("regions/r/region.yaml", "  - {id: a, title: A, colour: B}\n", None),
        ("regions/r/region.yaml", "  - a\n", None),
        ("regions/r/region.yaml", "  - {id: a\n", None),
        ("elsewhere.yaml", "  - {id: a, title: A}\n", None),
    ],
)
def test_a_list_under_other_fields_has_lost_its_line(
    file: str, text: str, gone: tuple[str, ...] | None
) -> None:
    [problem] = read_content(file, (REGION + text).encode()).problems
    assert problem.code == "KR003"
    assert problem.params.get("gone") == gone
    if gone:
        assert problem.params == {"gone": gone}
        assert (problem.place.span or ())[:2] == (4, 3)


def test_a_dash_before_a_field_of_an_item_stays_that() -> None:
    text = "sources:\n  - id: a\n    title: A\n    - text: B\n"
    [problem] = read_content("regions/r/region.yaml", text.encode()).problems
    assert problem.params == {"dash_in_fields": 2}
