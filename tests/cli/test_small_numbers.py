"""No command prints a number of persons that may not be shown, in whatever format."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import kansrijk
from tests.workspaces import lay

RESULTS = "regions/voorbeeld/2025/results.yaml"
# Ede has 7: too small. Rhenen has 27: with it, 94 - 60 - 27 gives the 7 away.
FIGURES = """source: werkagenda
targets:
  - {id: t, title: Bereikte gezinnen, kind: per-municipality, unit: gezinnen, minimum: 5, total: 90}
figures:
  - {target: t, place: Ede, value: SMALL, persons: true}
  - {target: t, place: Rhenen, value: 27, persons: true}
  - {target: t, place: Veenendaal, value: 60, persons: true}
  - {target: t, place: Voorbeeld, value: 94, persons: true}
"""
COMMANDS = [
    *(
        ("targets", "voorbeeld", "2025", "--format", f)
        for f in ("table", "json", "csv", "markdown")
    ),
    *(("status", "voorbeeld", "2025", "--format", f) for f in ("table", "json")),
    ("report", "voorbeeld", "2025", "--output", "-"),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("small"), {RESULTS: FIGURES.replace("SMALL", "7")})


@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
def test_no_format_prints_it(data: Path, command: tuple[str, ...]) -> None:
    result = kansrijk("--data", data, *command)
    assert (result.code, result.err) == (0, "")
    assert "94" in result.out
    assert not re.search(r"\b(7|27)\b", re.sub(r"\d{4}-\d\d-\d\d|Tabel \d+", "", result.out))


@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
def test_it_is_the_same_when_it_was_never_written_down(
    data: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    hidden = FIGURES.replace("SMALL", "suppressed, minimum_met: true")
    other = lay(tmp_path, {RESULTS: hidden})
    assert kansrijk("--data", other, *command).out == kansrijk("--data", data, *command).out


@pytest.mark.parametrize("asked", [6, 2])
@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
def test_a_small_baseline_is_as_if_it_was_never_written_down(
    tmp_path: Path, command: tuple[str, ...], asked: int
) -> None:
    text = f"""source: werkagenda
targets:
  - {{id: t, title: Gezinnen, kind: growth, unit: u, places: [Ede], SMALL minimum: {asked}}}
figures:
  - {{target: t, place: Ede, value: suppressed, persons: true, period: 2025-06}}
"""
    small = lay(tmp_path / "small", {RESULTS: text.replace("SMALL", "baseline: 5,")})
    never = lay(tmp_path / "never", {RESULTS: text.replace("SMALL", "")})
    result = kansrijk("--data", small, *command)
    assert (result.code, result.err) == (0, "")
    assert "Gezinnen" in result.out
    assert result.out == kansrijk("--data", never, *command).out
    # Of what is not about persons it is told.
    report = ("report", "voorbeeld", "2025", "--output", "-")
    shown = text.replace("SMALL", "baseline: 5,").replace(", persons: true", "")
    told = kansrijk("--data", lay(tmp_path / "told", {RESULTS: shown}), *report).out
    assert "nu 5" in told


def test_the_total_is_shown_and_judged(data: Path) -> None:
    out = kansrijk("--data", data, "targets", "voorbeeld", "2025", "--format", "json").out
    (target,) = json.loads(out)["targets"]
    assert target["achieved"]["total"] == 94
    assert target["achieved"]["municipalities_state"] == dict.fromkeys(
        ("Ede", "Rhenen"), "suppressed"
    )
    assert (target["status"], target["missing"]) == ("met", [])


def test_validate_stops_it(data: Path) -> None:
    result = kansrijk("--data", data, "validate", "--format", "json")
    found = json.loads(result.out)["findings"]
    assert result.code == 1
    assert [(f["code"], f["path"]) for f in found] == [
        ("KR504", "figures[0].value"),
        ("KR504", "figures[1].value"),
    ]
