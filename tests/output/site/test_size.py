"""The work grows with what there is to tell, and not with its square."""

import cProfile
from pathlib import Path

import pytest

from scripts import national
from tests.output.site.building import made

pytestmark = pytest.mark.long


def calls_a_byte(folder: Path, regions: dict[str, list[str]], patch: pytest.MonkeyPatch) -> float:
    """How many functions are called for each byte of the site of some regions."""
    patch.setattr(national, "regions", lambda: regions)
    national.write(folder, years=(2026,))
    profile = cProfile.Profile()
    profile.enable()
    site = made(folder, lambda _: {})
    profile.disable()
    assert len([name for name in site if name.startswith("regio/")]) > 5 * len(regions)
    calls = sum(entry.callcount for entry in profile.getstats())
    return calls / sum(map(len, site.values()))


def test_three_times_as_many_regions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = list(national.regions().items())
    few = calls_a_byte(tmp_path / "few", dict(every[:2]), monkeypatch)
    many = calls_a_byte(tmp_path / "many", dict(every[:6]), monkeypatch)
    assert many < 1.2 * few


def test_a_region_three_times_as_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = sorted(name for own in national.regions().values() for name in own)
    small = calls_a_byte(tmp_path / "small", {"GGD A": names[:15]}, monkeypatch)
    large = calls_a_byte(tmp_path / "large", {"GGD A": names[:45]}, monkeypatch)
    assert large < 1.5 * small
