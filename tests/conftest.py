"""What holds for every test: a clean environment, and how Hypothesis looks for examples."""

import os

import pytest
from hypothesis import settings

settings.register_profile("kansrijk", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("kansrijk")

OUR_VARIABLES = ("KANSRIJK_DATA", "KANSRIJK_DEBUG", "NO_COLOR")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have set these for their own work."""
    for name in OUR_VARIABLES:
        monkeypatch.delenv(name, raising=False)
