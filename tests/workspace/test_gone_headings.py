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
