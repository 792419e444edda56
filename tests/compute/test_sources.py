"""Which source speaks for what stands at a place."""

import pytest

from kansrijk_cli.compute.sources import source_at
from kansrijk_cli.core.place import Route
from kansrijk_cli.model.interventions import Interventions
from tests.compute.building import entry

CONTENT = {
    "source": "bron/aanbod",
    "interventions": [
        {"id": "a", "name": "A", "kind": "process"},
        {
            "id": "b",
            "name": "B",
            "kind": "process",
            "source": "ander/b",
            "recognition": {"status": "unknown", "source": "databank"},
        },
    ],
    "deployments": {
        "Ede": {"giz": "active", "voorzorg": {"status": "active", "source": "bron/ede"}}
    },
}


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        ((), "bron/aanbod"),
        (("interventions", 0), "bron/aanbod"),
        (("interventions", 0, "name"), "bron/aanbod"),
        (("interventions", 1), "ander/b"),
        (("interventions", 1, "name"), "ander/b"),
        (("interventions", 1, "recognition"), "databank"),
        (("interventions", 1, "recognition", "status"), "databank"),
        (("deployments", "Ede", "giz"), "bron/aanbod"),
        (("deployments", "Ede", "voorzorg"), "bron/ede"),
        (("deployments", "Rhenen", "giz"), "bron/aanbod"),
    ],
)
def test_the_nearest_enclosing_source_counts(route: Route, expected: str) -> None:
    assert source_at(entry(Interventions.model_validate(CONTENT)), route) == expected


def test_without_any_source_there_is_none() -> None:
    bare = entry(Interventions.model_validate({"deployments": {"Ede": {"giz": "active"}}}))
    assert source_at(bare, ("deployments", "Ede", "giz")) is None
