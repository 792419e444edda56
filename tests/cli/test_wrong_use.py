"""Wrong use ends with 2, a Dutch sentence on stderr and what to do; stdout stays empty."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.english import english_in
from tests.cli.running import Result, kansrijk

WRONG: list[tuple[tuple[str, ...], list[str]]] = [
    (("onzin",), ["onzin"]),
    (("valdiate",), ["valdiate", "validate"]),
    (("Coverage", "voorbeeld"), ["Coverage", "coverage"]),
    (("--onzin", "validate"), ["--onzin"]),
    (("validate", "--formt", "json"), ["--formt", "--format"]),
    (("coverage", "voorbeeld", "--onn", "2025-01-01"), ["--onn", "--on"]),
    (("validate", "-x"), ["-x"]),
    (("coverage",), ["REGIO"]),
    (("coverage", "--format", "json"), ["REGIO"]),
    (("targets", "voorbeeld"), ["JAAR"]),
    (("coverage", "voorbeld"), ["voorbeld", "voorbeeld"]),
    (("coverage", "Voorbeelt"), ["Voorbeelt", "voorbeeld"]),
    (("coverage", "nergens"), ["nergens", "voorbeeld"]),
    (("coverage", ""), ["voorbeeld"]),
    (("coverage", "../voorbeeld"), ["voorbeeld"]),
    (("targets", "voorbeeld", "2024"), ["2024", "2025"]),
    (("budget", "voorbeeld", "2024"), ["2024", "2025"]),
    (("report", "voorbeeld", "2024"), ["2024", "2025"]),
    (("targets", "voorbeeld", "vorig"), ["JAAR"]),
    (("targets", "voorbeeld", "25"), ["JAAR"]),
    (("targets", "voorbeeld", "-1"), []),
    (("targets", "voorbeeld", "20255"), ["JAAR"]),
    (("report", "voorbeeld", "vorig"), ["JAAR"]),
    (("report", "voorbeeld", "20255"), []),
    (("report",), ["--all"]),
    (("report", "voorbeeld", "--all"), ["--all"]),
    (("report", "--all", "--output", "alles.md"), ["--output"]),
    (("report", "voorbeeld", "2025", "--kind", "../buiten"), ["../buiten"]),
    (("coverage", "voorbeeld", "--format", "xml"), ["--format", "csv", "json"]),
    (("coverage", "voorbeeld", "--by", "wijk"), ["--by", "municipality"]),
    (("coverage", "voorbeeld", "--on", "morgen"), ["--on", "2024-05-28"]),
    (("coverage", "voorbeeld", "--on", "2025-02-30"), ["--on"]),
    (("coverage", "voorbeeld", "--on"), ["--on"]),
    (("coverage", "voorbeeld", "nog"), ["nog"]),
    (("coverage", "voorbeeld", "nog", "meer"), ["nog"]),
    (("budget", "voorbeeld", "2025", "2026"), ["2026"]),
    (("targets", "voorbeeld", "2025", "--check=ja"), ["--check"]),
    (("validate", "--fail-on", "note"), ["--fail-on", "warning"]),
    (("validate", "--region", "voorbeld"), ["voorbeld", "voorbeeld"]),
    (("validate", "--region", ""), ["voorbeeld"]),
    (("validate", "--region", "../catalog"), ["voorbeeld"]),
    (("validate", "nergens.yaml"), ["nergens.yaml"]),
    (("validate", "../elders.yaml"), ["elders.yaml"]),
    (("--color", "paars", "validate"), ["--color", "always"]),
    (("--data", "nergens", "validate"), ["nergens"]),
    (("--data",), ["--data"]),
    (("validate", "--data", "data"), ["--data"]),
    (("explain", "KR999"), ["KR999", "kansrijk explain"]),
    (("explain", "KR41"), ["KR41"]),
    (("schema", "plann"), ["plann", "plan"]),
    (("init", "."), ["."]),
]


def run(words: tuple[str, ...]) -> Result:
    """A wrong use, which must say so in Dutch and nowhere else."""
    result = kansrijk(*words)
    assert result.code == 2, result
    assert result.out == ""
    assert result.err.endswith("\n")
    assert "Traceback" not in result.err
    return result


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(("words", "told"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_wrong_use_is_told_in_dutch(words: tuple[str, ...], told: list[str], work: Path) -> None:
    (work.parent / "elders.yaml").write_text("a: 1\n", encoding="utf-8")
    result = run(words)
    said = re.sub(r"kansrijk( \w+)* --help", "", result.err)
    assert english_in(said) == [], result.err
    for word in told:
        assert word in result.err, result.err
    assert result.err[0].isupper()
    assert result.err.rstrip()[-1] not in ",:"


@pytest.mark.usefixtures("work")
def test_what_typer_finds_points_to_the_help_of_the_command() -> None:
    assert run(("validate", "--onzin")).err.endswith("Uitleg: kansrijk validate --help\n")
    assert run(("onzin",)).err.endswith("Uitleg: kansrijk --help\n")


@pytest.mark.usefixtures("work")
def test_an_option_before_the_command_is_told_so() -> None:
    # People write `kansrijk validate --data map`.
    said = run(("validate", "--data", "data")).err
    assert "kansrijk --data" in said or "voor de opdracht" in said


def test_without_data_the_user_is_told_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(("validate",)).err
    assert "kansrijk init" in said
    assert english_in(said) == []


def test_what_there_is_is_listed_in_one_sentence_whatever_the_number(work: Path) -> None:
    assert kansrijk("coverage", "zzz").err.endswith("niet. Beschikbaar: voorbeeld.\n")
    for name in ("ander", "derde"):
        (work / "data" / "regions" / name).mkdir()
    (work / "data" / "regions" / "ander" / "parties.yaml").write_text("parties: []\n", "utf-8")
    assert kansrijk("coverage", "zzz").err == (
        "De regio `zzz` bestaat niet. Beschikbaar: ander, derde, voorbeeld.\n"
    )


def test_where_there_is_nothing_no_list_is_told(work: Path) -> None:
    shutil.rmtree(work / "data" / "regions" / "voorbeeld" / "2025")
    assert kansrijk("targets", "voorbeeld", "2025").err == (
        "De regio `voorbeeld` heeft nog geen plan.\n"
    )
    shutil.rmtree(work / "data" / "regions" / "voorbeeld")
    assert kansrijk("coverage", "voorbeeld").err == (
        "De regio `voorbeeld` bestaat niet. Er is nog geen enkele regio: maak er een met"
        " `kansrijk new region`.\n"
    )


def test_a_region_may_be_called_by_its_id_or_its_name_in_any_case(work: Path) -> None:
    assert work.is_dir()
    for name in ("voorbeeld", "Voorbeeld", "VOORBEELD"):
        assert kansrijk("coverage", name).code == 0
        assert kansrijk("validate", "--region", name).code == 0
