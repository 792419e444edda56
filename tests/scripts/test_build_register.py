"""The register of municipalities: what the script makes, and what it refuses."""

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from scripts import build_register, flow_yaml

REGISTER_HEADER = "code,name,province,ggd_region,valid_from,valid_to,successor_codes,aliases"
REGISTER = (
    "GM0228,Ede,Gelderland,GGD Gelderland-Midden,,,,",
    "GM0363,Amsterdam,Noord-Holland,GGD Amsterdam,,,,",
    "GM0457,Weesp,Noord-Holland,,,2022-03-23,GM0363,",
    "GM0518,'s-Gravenhage,Zuid-Holland,GGD Haaglanden,,,,Den Haag",
    'GM0820,"Nuenen, Gerwen en Nederwetten",Noord-Brabant,,,,,Nuenen|Nuenen c.a.',
    "GM0893,Bergen (L.),Limburg,GGD Limburg-Noord,,,,Bergen",
    "GM1900,Súdwest-Fryslân,Fryslân,GGD Fryslân,,,,",
    "GM1992,Voorne aan Zee,Zuid-Holland,,2023-01-01,,,",
)
POPULATION_HEADER = "code,name,year,inhabitants,live_births,reference_date,note"
POPULATION = (
    "GM0228,Ede,2024,121234,,2023-12-31,",
    "GM0820,Nuenen,2024,24000,,2023-12-31,",
    "GM0228,Ede,2022,119186,1310,2022-01-01,",
    "GM0457,Weesp,2022,20766,,2022-01-01,opgegaan in Amsterdam",
)


class Folder:
    """A folder with the two CSV files, and the script run on it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write(REGISTER, POPULATION)

    def write(self, register: tuple[str, ...], population: tuple[str, ...]) -> None:
        self.table("register.csv", REGISTER_HEADER, *register)
        self.table("population.csv", POPULATION_HEADER, *population)

    def table(self, name: str, *lines: str, encoding: str = "utf-8") -> None:
        (self.path / name).write_text("\n".join(lines) + "\n", encoding=encoding)

    def run(self, *options: str) -> Result:
        files = {"--register": "register.csv", "--population": "population.csv", "--output": "."}
        paths = [part for key, name in files.items() for part in (key, str(self.path / name))]
        return CliRunner().invoke(build_register.app, [*paths, *options])

    def made(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def refused(self) -> str:
        """What the script says about input that it refuses."""
        result = self.run()
        assert result.exit_code == 1
        assert not (self.path / "municipalities.yaml").exists()
        assert not (self.path / "population.yaml").exists()
        assert "Er is niets geschreven." in result.stderr
        return result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_each_municipality_is_one_line(folder: Folder) -> None:
    assert folder.run().exit_code == 0
    lines = folder.made("municipalities.yaml").partition("municipalities:\n  - ")[2].splitlines()
    assert len(lines) == len(REGISTER)
    assert (
        "  - {code: GM0228, name: Ede, province: Gelderland, ggd: GGD Gelderland-Midden}" in lines
    )
    assert (
        "  - {code: GM0457, name: Weesp, province: Noord-Holland,"
        " until: 2022-03-23, successors: [GM0363]}"
    ) in lines
    assert (
        "  - {code: GM1992, name: Voorne aan Zee, province: Zuid-Holland, since: 2023-01-01}"
    ) in lines


def test_population_is_by_year_and_leaves_out_what_is_unknown(folder: Folder) -> None:
    assert folder.run().exit_code == 0
    assert folder.made("population.yaml").endswith(
        "population:\n"
        "  2022:\n"
        "    Ede: {inhabitants: 119186, births: 1310}\n"
        "    Weesp: {inhabitants: 20766}  # opgegaan in Amsterdam\n"
        "  2024:\n"
        "    Ede: {inhabitants: 121234}\n"
        '    "Nuenen, Gerwen en Nederwetten": {inhabitants: 24000}\n'
    )


def test_population_says_what_a_reader_must_know_of_a_year(folder: Folder) -> None:
    folder.run()
    note = yaml.load(folder.made("population.yaml"), Loader=yaml.BaseLoader)["note"]  # noqa: S506
    assert "2024: het aantal inwoners is de stand op 31-12-2023." in note
    assert "2024: er zijn nog geen cijfers over geboorten." in note
    assert "2022" not in note


def test_names_survive_a_round_trip(folder: Folder) -> None:
    folder.run()
    register = yaml.load(folder.made("municipalities.yaml"), Loader=yaml.BaseLoader)  # noqa: S506
    items = {item["code"]: item for item in register["municipalities"]}
    assert items["GM0518"]["name"] == "'s-Gravenhage"
    assert items["GM0820"]["name"] == "Nuenen, Gerwen en Nederwetten"
    assert items["GM0820"]["aliases"] == ["Nuenen", "Nuenen c.a."]
    assert items["GM0893"]["name"] == "Bergen (L.)"
    assert items["GM1900"]["name"] == "Súdwest-Fryslân"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ede", "Ede"),
        ("Bergen (L.)", "Bergen (L.)"),
        ("Dienst Gezondheid & Jeugd ZHZ", "Dienst Gezondheid & Jeugd ZHZ"),
        ("'s-Gravenhage", '"\'s-Gravenhage"'),
        ("A, B", '"A, B"'),
        ("A: B", '"A: B"'),
        ("A #B", '"A #B"'),
        ("12", '"12"'),
        ("null", '"null"'),
        ('a "b" \\c', '"a \\"b\\" \\\\c"'),
    ],
)
def test_a_text_is_quoted_only_when_needed(text: str, expected: str) -> None:
    assert flow_yaml.scalar(text) == expected


def test_the_result_does_not_depend_on_the_order_of_the_rows(folder: Folder) -> None:
    folder.run()
    before = folder.made("municipalities.yaml"), folder.made("population.yaml")
    folder.write(REGISTER[::-1], POPULATION[::-1])
    assert folder.run("--check").exit_code == 0
    folder.run()
    assert (folder.made("municipalities.yaml"), folder.made("population.yaml")) == before


def test_a_file_that_excel_saved_with_semicolons_is_read(folder: Folder) -> None:
    folder.run()
    before = folder.made("population.yaml")
    lines = [line.replace(",", ";") for line in (POPULATION_HEADER, *POPULATION)]
    folder.table("population.csv", *lines, encoding="utf-8-sig")
    assert folder.run("--check").exit_code == 0
    assert folder.made("population.yaml") == before


def test_check_tells_a_stale_file_and_leaves_it(folder: Folder) -> None:
    folder.run()
    before = folder.made("population.yaml")
    folder.write(REGISTER, (*POPULATION, "GM0363,Amsterdam,2024,931298,,2024-01-01,"))
    result = folder.run("--check")
    assert result.exit_code == 1
    assert "population.yaml is verouderd" in result.stderr
    assert "municipalities.yaml" not in result.stderr
    assert folder.made("population.yaml") == before


def test_check_tells_a_missing_file(folder: Folder) -> None:
    result = folder.run("--check")
    assert result.exit_code == 1
    assert not (folder.path / "population.yaml").exists()


def test_municipalities_without_figures_are_named(folder: Folder) -> None:
    result = folder.run()
    assert "Let op: 2024 heeft geen cijfers van: 's-Gravenhage, Amsterdam" in result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("GM9999,Nergens,2022,1,1,2022-01-01,", "de code GM9999 staat niet in het register"),
        ("GM0228,Ede,2022,1,1,2022-01-01,", "GM0228 heeft al een regel voor 2022"),
        ("GM0363,Amsterdam,2022,-5,1,2022-01-01,", "inhabitants is -5. Een aantal kan niet"),
        ("GM0363,Amsterdam,2022,5,-1,2022-01-01,", "live_births is -1. Een aantal kan niet"),
        ("GM0363,Amsterdam,2022,882.633,1,2022-01-01,", "inhabitants is '882.633'. Schrijf alleen"),
        ("GM0363,Amsterdam,22,1,1,2022-01-01,", "year is '22'"),
        ("GM0363,Amsterdam,2022,1,1,1-1-2022,", "reference_date is '1-1-2022'"),
        ("GM1992,Voorne aan Zee,2022,1,1,2022-01-01,", "bestond niet op 1 januari 2022"),
        ("GM0457,Weesp,2023,1,1,2023-01-01,", "Weesp bestond niet op 1 januari 2023"),
        (",Ede,2022,1,1,2022-01-01,", "code is leeg"),
        ("GM0363,Amsterdam,2022,1,1", "5 velden; de kop heeft er 7"),
    ],
)
def test_a_wrong_row_of_the_population_is_refused(folder: Folder, row: str, problem: str) -> None:
    folder.write(REGISTER, (*POPULATION, row))
    message = folder.refused()
    assert f"population.csv, regel {len(POPULATION) + 2}: " in message
    assert problem in message


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("GM0228,Ede twee,Gelderland,,,,,", "de code GM0228 staat er al"),
        ("GM0001,Ede,Gelderland,,,,,", "de naam Ede staat er al"),
        (
            "GM0001,Oud,Gelderland,,,2022-12-31,GM7777,",
            "opvolger GM7777 staat niet in",
        ),
        (
            "GM0001,Oud,Gelderland,,2022-01-01,2021-12-31,,",
            "valid_to (2021-12-31) ligt voor valid_from (2022-01-01)",
        ),
        ("GM0001,Oud,Gelderland,,2022-02-30,,,", "valid_from is '2022-02-30'"),
        ("228,Oud,Gelderland,,,,,", "de code is '228'"),
        ("GM0001,,Gelderland,,,,,", "name is leeg"),
        ("GM0001,Oud,,,,,,", "province is leeg"),
    ],
)
def test_a_wrong_row_of_the_register_is_refused(folder: Folder, row: str, problem: str) -> None:
    folder.write((*REGISTER, row), POPULATION)
    message = folder.refused()
    assert f"register.csv, regel {len(REGISTER) + 2}: " in message
    assert problem in message


def test_every_problem_is_named_at_once(folder: Folder) -> None:
    folder.write(
        REGISTER,
        ("GM9999,Nergens,2022,1,1,2022-01-01,", "GM0228,Ede,2022,-5,1,2022-01-01,"),
    )
    message = folder.refused()
    assert "regel 2: de code GM9999" in message
    assert "regel 3: inhabitants is -5" in message


@pytest.mark.parametrize(
    ("name", "header", "missing"),
    [
        ("register.csv", "code,name,province", "ggd_region, valid_from, valid_to"),
        ("population.csv", "code,year,inhabitants", "live_births, reference_date, note"),
        ("population.csv", "", "code, year"),
    ],
)
def test_a_missing_column_is_refused(folder: Folder, name: str, header: str, missing: str) -> None:
    folder.table(name, header)
    assert f"{name}: deze kolommen ontbreken: {missing}" in folder.refused()


def test_a_missing_file_is_refused(folder: Folder) -> None:
    (folder.path / "population.csv").unlink()
    assert "population.csv: dit bestand bestaat niet" in folder.refused()


def test_another_encoding_is_refused(folder: Folder) -> None:
    folder.table("register.csv", REGISTER_HEADER, *REGISTER, encoding="latin-1")
    assert "register.csv: dit is geen UTF-8" in folder.refused()


def test_the_catalogue_is_what_the_script_makes() -> None:
    result = CliRunner().invoke(build_register.app, ["--check"])
    assert result.exit_code == 0, result.stderr
    assert "405 gemeenten" in result.stderr
    assert "Let op" not in result.stderr
