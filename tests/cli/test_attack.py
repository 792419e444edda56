"""Somebody who reads everything that is public of a region, and wants to know a hidden number.

Regions that differ only in what must stay hidden come out the same, byte for byte, in all that
anybody can read. So whatever he computes from it, he can never tell one from the other. The numbers
that are told are those of all of these regions, so they add up in each.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.running import kansrijk
from tests.output.site.building import made
from tests.workspaces import BASE, Files, lay

pytestmark = pytest.mark.long

# Of Ede and of Rhenen. The first is too small; with the second and the total it could be computed.
SECRETS = [(7, 27), (3, 31), (9, 25)]

REGION = """\
name: Voorbeeld
kinds: [IZA]
municipalities: [Ede, Rhenen, Veenendaal]
places:
  - {name: Zuid, kind: subregion, municipalities: [Rhenen, Veenendaal]}
  - {name: Wijk A, kind: district, municipalities: [Ede]}
sources:
  - {id: werkagenda, title: Werkagenda 2025}
source: werkagenda
"""
INDICATORS = """\
indicators:
  - {id: roken, name: Roken, unit: "%"}
  - {id: zorg, name: Kinderen met zorg, unit: kinderen, PERSONS}
"""
PLAN = """\
source: werkagenda
document: {kind: werkagenda, title: Werkagenda YEAR}
activities:
  - {id: praten, title: Praten, when: Q1}
"""
# In 2024 each number is a hundred or so more than in 2025, but for what is hidden.
BEFORE = """\
source: werkagenda
targets:
  - {id: t, title: Bereik, kind: per-municipality, unit: gezinnen, minimum: 2, total: 80, PERSONS}
figures:
  - {target: t, place: Ede, period: 2024, value: SMALL}
  - {target: t, place: Rhenen, period: 2024, value: NEXT}
  - {target: t, place: Veenendaal, period: 2024, value: 160}
  - {target: t, place: Voorbeeld, period: 2024, value: 194}
  - {indicator: zorg, place: Ede, period: 2023, value: NEXT}
  - {indicator: zorg, place: Rhenen, period: 2023, value: SMALL}
  - {indicator: zorg, place: Veenendaal, period: 2023, value: 240}
"""
NOW = """\
source: werkagenda
targets:
  - {id: t, title: Bereik, kind: per-municipality, unit: gezinnen, minimum: 2, total: 90, PERSONS}
  - {id: new, title: Nieuw, kind: per-municipality, unit: ouders, minimum: 1, PERSONS}
  - {id: e, title: In E, kind: growth, indicator: zorg, places: [Ede], minimum: 50, baseline: SMALL}
  - {id: r, title: In R, kind: growth, indicator: zorg, places: [Rhenen], minimum: 9,
     baseline: NEXT}
  - {id: v, title: In V, kind: growth, indicator: zorg, places: [Veenendaal], baseline: 70}
  - {id: all, title: Overal, kind: growth, indicator: zorg, minimum: 200, baseline: 104}
figures:
  - {target: t, place: Ede, period: Q1, value: SMALL}
  - {target: t, place: Rhenen, period: Q1, value: NEXT}
  - {target: t, place: Veenendaal, period: Q1, value: 60}
  - {target: new, place: Ede, value: SMALL}
  - {target: new, place: Rhenen, value: 40}
  - {target: t, place: Zuid, period: Q2, value: SOUTH}
  - {target: t, place: Ede, period: Q2, value: SMALL, of: 60}
  - {target: t, place: Voorbeeld, period: Q1, value: 94, printed: 94 gezinnen}
  - {target: t, place: Voorbeeld, period: Q2, value: 94}
  - {indicator: zorg, place: Voorbeeld, period: 2023, value: 274}
  - {indicator: zorg, place: Ede, period: 2024, value: SMALL, note: Veel minder.}
  - {indicator: zorg, place: Rhenen, period: 2024, value: NEXT}
  - {indicator: zorg, place: Veenendaal, period: 2024, value: 70, range: {low: 12, high: 58}}
  - {indicator: zorg, place: Wijk A, period: 2024, value: 0}
"""

OF_2025 = ("voorbeeld", "2025")
COMMANDS = {
    **{
        " ".join((command, *more)): (command, *OF_2025, *more)
        for command in ("status", "targets")
        for more in (
            ("--format", "csv"),
            ("--format", "markdown", "--explain"),
            ("--format", "json", "--on", "2025-05-01"),
            ("--format", "json", "--explain"),
            (),
        )
    },
    **{
        " ".join(("report", *more)): ("report", *OF_2025, *more)
        for more in (
            ("--to", "docx"),
            ("--to", "html", "--kind", "monitoringoverzicht"),
            ("--to", "markdown", "--on", "2025-05-01"),
            ("--to", "markdown"),
        )
    },
    **{
        f"diff {format} {what}": ("diff", what, *rest, "--format", format)
        for format in ("text", "json")
        for what, *rest in (("HEAD~1..HEAD",), ("--years", "2024..2025"))
    },
}

Read = Mapping[str, bytes]


def files(secret: tuple[int, int], persons: str) -> Files:
    """A region with its secrets."""
    small, following = secret
    words = {
        "SMALL": str(small),
        "NEXT": str(following),
        "SOUTH": str(94 - small),
        ", PERSONS": persons,
    }

    def filled(text: str) -> str:
        for word, value in words.items():
            text = text.replace(word, value)
        return text

    folder = "regions/voorbeeld"
    return {
        "catalog/indicators.yaml": filled(INDICATORS),
        f"{folder}/region.yaml": REGION,
        f"{folder}/2024/plan.yaml": PLAN.replace("YEAR", "2024"),
        f"{folder}/2024/results.yaml": filled(BEFORE),
        f"{folder}/2025/plan.yaml": PLAN.replace("YEAR", "2025"),
        f"{folder}/2025/results.yaml": filled(NOW),
    }


def commit(folder: Path) -> None:
    """Put all of a folder in git."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "Data")):
        git = ("git", *who, *words)
        subprocess.run(git, cwd=folder, env=kept, check=True, capture_output=True)


def everything(folder: Path, secret: tuple[int, int], persons: str = "") -> Read:
    """All that anybody can read, by what it is called."""
    first, data = files((secret[0] + 1, secret[1] - 1), persons), folder / "data"
    commit(lay(data, {**first, "regions/voorbeeld/2025/plan.yaml": PLAN.replace("YEAR", "nu")}))
    commit(lay(data, files(secret, persons)))
    found = {f"site {name}": content for name, content in made(data).items()}
    for name, words in COMMANDS.items():
        place = folder / "document"
        into = ("--output", str(place)) if words[0] == "report" else ()
        with chdir(folder):
            result = kansrijk("--data", data, *words, *into)
        assert result.code == 0, (name, result.err)
        found[name] = place.read_bytes() if into else result.out_bytes
    found |= {f"picture {p.name}": p.read_bytes() for p in folder.glob("beelden/*")}
    return found


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Read]]:
    """What is public of each of the regions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
        yield [everything(tmp_path_factory.mktemp("region"), secret) for secret in SECRETS]


def test_no_output_depends_on_what_is_hidden(read: list[Read]) -> None:
    first, *others = read
    for other in others:
        assert [name for name in first if first[name] != other[name]] == []
        assert first.keys() == other.keys()


def test_what_is_not_hidden_is_told(read: list[Read]) -> None:
    """Or hiding everything would do."""
    told = read[0]["report --to markdown"].decode()
    assert all(number in told for number in ("94", "274"))
    assert told.count("niet getoond (privacy)") > 4


def test_the_same_attack_finds_what_nobody_hides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every kind of output depends on these numbers when they are not about persons."""
    monkeypatch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
    one, other = (
        everything(tmp_path / str(n), secret, ", persons: false")
        for n, secret in enumerate(SECRETS[:2])
    )
    differ = {name for name in one if one[name] != other[name]}
    silent = {name for name in COMMANDS if name not in differ}
    # They name lines and rules, and no numbers.
    assert silent == {f"{command} --format json --explain" for command in ("status", "targets")}
    plan = "site regio/voorbeeld/2025"
    assert {f"{plan}/{page}.html" for page in ("doelen", "plan", "wijzigingen")} <= differ
    picture = "picture voorbeeld-2025-werkagenda"
    assert {f"{picture}-{name}.svg" for name in ("trend", "goals")} <= differ
