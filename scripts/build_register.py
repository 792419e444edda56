"""Make the municipalities and the population of the catalogue from CSV files.

    python scripts/build_register.py            write both files
    python scripts/build_register.py --check    exit 1 when a file is not what the CSV files give

A new year of figures: add its rows to scripts/refdata/weights.csv, say in CBS_SOURCE where they
come from, and run the script. A file that Excel saved with semicolons is read too. Wrong input is
refused as a whole: every problem is named and nothing is written.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer

ROOT = Path(__file__).resolve().parent.parent
REGISTER_CSV = ROOT / "scripts/refdata/municipalities.csv"
POPULATION_CSV = ROOT / "scripts/refdata/weights.csv"
CATALOG = ROOT / "data/catalog"
REGISTER_COLUMNS = (
    "code",
    "name",
    "province",
    "ggd_region",
    "valid_from",
    "valid_to",
    "successor_codes",
    "aliases",
)
POPULATION_COLUMNS = ("code", "year", "inhabitants", "live_births", "reference_date", "note")

REGISTER_HEAD = """\
# Dit bestand is gemaakt door een script: verander het niet met de hand.
# Verander scripts/refdata/municipalities.csv en draai: python scripts/build_register.py
source: cbs-37259
note: |-
  Zonder `since` bestond de gemeente al op 1 januari 2012. `until` is haar laatste dag.
  Een naam in `aliases` kan bij twee gemeenten horen, zoals Bergen. Schrijf dan de officiële naam.
assumed:
  since: De bron telt per jaar. Daarom is 1 januari de eerste dag.
  until: >-
    De bron telt per jaar. Daarom is 31 december de laatste dag. Alleen bij Weesp is het een andere
    dag (23 maart 2022); die komt uit een nieuwsbericht.
  successors: Met de hand opgesteld en nagekeken met een openbaar overzicht van verhuisde adressen.
  ggd: >-
    Afgeleid uit de veiligheidsregio in 2023, dus geen geschiedenis. De grens tussen West-Brabant en
    Hart voor Brabant en de oude regio van Leerdam, Zederik en Weesp zijn niet in een bron gevonden.
  municipalities: >-
    Voor 2026 is van 124 van de 342 gemeenten gelezen dat zij bestaan. De andere gemeenten van 2026
    en alle gemeenten van 2025 zijn afgeleid uit 2023 en 2024.
sources:
"""

POPULATION_HEAD = """\
# Dit bestand is gemaakt door een script: verander het niet met de hand.
# Verander scripts/refdata/weights.csv en draai: python scripts/build_register.py
source: cbs-37259
note: |-
  Inwoners: op 1 januari van het jaar. Geboorten: levend geboren kinderen in het hele jaar.
  De grenzen zijn die van het jaar zelf.
"""

CBS_SOURCE = """\
  - id: cbs-37259
    title: Bevolkingsontwikkeling; levend geborenen, overledenen en migratie per regio (tabel 37259)
    publisher: Centraal Bureau voor de Statistiek (CBS)
    address: https://www.cbs.nl/nl-nl/cijfers/detail/37259NED
    text: >-
      Licentie: Creative Commons Naamsvermelding 4.0 (CC BY 4.0); noem het CBS als bron.
      Gelezen uit een openbare kopie van de Engelse tabel, van 12 januari 2025. Die kopie noemt
      alleen het CBS; het tabelnummer is afgeleid uit de kolommen en de totalen.
"""

REGISTER_SOURCES = """\
  - id: coronadashboard
    title: "Coronadashboard: gemeenten per veiligheidsregio (gm.ts)"
    publisher: Ministerie van Volksgezondheid, Welzijn en Sport
    date: 2023-07-12
    address: https://github.com/minvws/nl-covid19-data-dashboard
    text: De veiligheidsregio's waaruit de GGD-regio is afgeleid. Licentie EUPL-1.2.
  - id: gemeentegrenzen-2026
    title: Gemeentegrenzen 2026 (gemeente_2026.topojson)
    publisher: cartomap
    address: https://github.com/cartomap/nl
    text: Alleen gelezen om de indeling van 2026 te controleren; niets overgenomen.
"""

_CODE = re.compile(r"GM\d{4}")
_YEAR = re.compile(r"(19|20)\d{2}")
_PLAIN = re.compile(r"[^\W\d_](?:[\w .()/'&+-]*[\w.)])?")
_WORDS = frozenset({"true", "false", "null"})

Parsed = TypeVar("Parsed")


class InputError(Exception):
    """The CSV files cannot be used; holds every problem found."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class RowError(Exception):
    """One row of a CSV file cannot be used."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV file, and where it stands."""

    where: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality, the days it began and ended, and what came after it."""

    where: str
    code: str
    name: str
    province: str
    ggd: str
    since: date | None
    until: date | None
    successors: tuple[str, ...]
    aliases: tuple[str, ...]

    def existed(self, day: date) -> bool:
        """Whether the municipality existed on `day`."""
        began = self.since is None or self.since <= day
        return began and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Count:
    """Inhabitants and births of one municipality in one year; `None` is not known."""

    where: str
    code: str
    year: int
    inhabitants: int | None
    births: int | None
    reference: date
    note: str


def read_table(path: Path, columns: Iterable[str]) -> list[Row]:
    """The rows of a CSV file that has at least these columns."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError([f"{path}: dit bestand bestaat niet."]) from None
    except UnicodeDecodeError:
        raise InputError([f"{path.name}: dit is geen UTF-8. Bewaar het als CSV UTF-8."]) from None
    lines = text.splitlines()
    head = lines[0] if lines else ""
    reader = csv.reader(lines, delimiter=";" if head.count(";") > head.count(",") else ",")
    header = [cell.strip() for cell in next(reader, [])]
    missing = [column for column in columns if column not in header]
    if missing:
        raise InputError([f"{path.name}: deze kolommen ontbreken: {', '.join(missing)}."])
    rows: list[Row] = []
    problems: list[str] = []
    for cells in reader:
        where = f"{path.name}, regel {reader.line_num}"
        if len(cells) == len(header):
            texts = (cell.strip() for cell in cells)
            rows.append(Row(where, dict(zip(header, texts, strict=True))))
        elif cells:
            problems.append(f"{where}: {len(cells)} velden; de kop heeft er {len(header)}.")
    if problems:
        raise InputError(problems)
    return rows


def parse_rows(
    rows: Iterable[Row], parse: Callable[[Row], Parsed], problems: list[str]
) -> list[Parsed]:
    """Every row that can be used; what is wrong with the others is added to `problems`."""
    parsed: list[Parsed] = []
    for row in rows:
        try:
            parsed.append(parse(row))
        except RowError as bad:
            problems.append(f"{row.where}: {bad}")
    return parsed


def required(row: Row, column: str) -> str:
    """The text of a cell that may not be empty."""
    text = row.cells[column]
    if not text:
        raise RowError(f"{column} is leeg.")
    return text


def optional_day(row: Row, column: str) -> date | None:
    """The date in a cell, `None` when it is empty."""
    text = row.cells[column]
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RowError(f"{column} is {text!r}. Schrijf een datum als 2024-01-31.") from None


def optional_count(row: Row, column: str) -> int | None:
    """The number in a cell, `None` when it is empty."""
    text = row.cells[column]
    if not text:
        return None
    if re.fullmatch(r"-\d+", text):
        raise RowError(f"{column} is {text}. Een aantal kan niet negatief zijn.")
    if not re.fullmatch(r"[0-9]+", text):
        raise RowError(f"{column} is {text!r}. Schrijf alleen cijfers, zonder punt of komma.")
    return int(text)


def parts(row: Row, column: str) -> tuple[str, ...]:
    """The parts of a cell that holds several texts."""
    return tuple(part.strip() for part in row.cells[column].split("|") if part.strip())


def parse_municipality(row: Row) -> Municipality:
    """One row of the register."""
    code = required(row, "code")
    if not _CODE.fullmatch(code):
        raise RowError(f"de code is {code!r}. Schrijf GM en vier cijfers.")
    since, until = optional_day(row, "valid_from"), optional_day(row, "valid_to")
    if since and until and until < since:
        raise RowError(f"valid_to ({until}) ligt voor valid_from ({since}).")
    return Municipality(
        where=row.where,
        code=code,
        name=required(row, "name"),
        province=required(row, "province"),
        ggd=row.cells["ggd_region"],
        since=since,
        until=until,
        successors=parts(row, "successor_codes"),
        aliases=parts(row, "aliases"),
    )


def parse_count(row: Row) -> Count:
    """One row of the population."""
    year = required(row, "year")
    if not _YEAR.fullmatch(year):
        raise RowError(f"year is {year!r}. Schrijf een jaar als 2024.")
    return Count(
        where=row.where,
        code=required(row, "code"),
        year=int(year),
        inhabitants=optional_count(row, "inhabitants"),
        births=optional_count(row, "live_births"),
        reference=optional_day(row, "reference_date") or date(int(year), 1, 1),
        note=row.cells["note"],
    )


def register_problems(municipalities: Iterable[Municipality]) -> Iterator[str]:
    """What is wrong with the register as a whole."""
    municipalities = tuple(municipalities)
    codes = {item.code for item in municipalities}
    seen: set[str] = set()
    for item in municipalities:
        for key, what in ((item.code, "de code"), (item.name, "de naam")):
            if key in seen:
                yield f"{item.where}: {what} {key} staat er al."
            seen.add(key)
        for successor in item.successors:
            if successor not in codes:
                yield f"{item.where}: opvolger {successor} staat niet in het register."


def population_problems(
    counts: Iterable[Count], register: Mapping[str, Municipality]
) -> Iterator[str]:
    """What is wrong with the population as a whole."""
    seen: set[tuple[str, int]] = set()
    for count in counts:
        municipality = register.get(count.code)
        if municipality is None:
            yield f"{count.where}: de code {count.code} staat niet in het register."
        elif not municipality.existed(date(count.year, 1, 1)):
            yield f"{count.where}: {municipality.name} bestond niet op 1 januari {count.year}."
        if (count.code, count.year) in seen:
            yield f"{count.where}: {count.code} heeft al een regel voor {count.year}."
        seen.add((count.code, count.year))


def read_register(path: Path) -> list[Municipality]:
    """The register, by name."""
    problems: list[str] = []
    found = parse_rows(read_table(path, REGISTER_COLUMNS), parse_municipality, problems)
    if not problems:
        problems.extend(register_problems(found))
    if problems:
        raise InputError(problems)
    return sorted(found, key=lambda item: (item.name.casefold(), item.code))


def read_population(path: Path, register: Iterable[Municipality]) -> list[Count]:
    """The population, by year and then in the order of the register."""
    problems: list[str] = []
    by_code = {item.code: item for item in register}
    found = parse_rows(read_table(path, POPULATION_COLUMNS), parse_count, problems)
    problems.extend(population_problems(found, by_code))
    if problems:
        raise InputError(problems)
    order = {code: place for place, code in enumerate(by_code)}
    return sorted(found, key=lambda count: (count.year, order[count.code]))


def scalar(text: str) -> str:
    """A text as YAML: quoted when a comma, an apostrophe in front or the like needs it."""
    if _PLAIN.fullmatch(text) and text not in _WORDS:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def flow_map(fields: Mapping[str, str]) -> str:
    """A YAML mapping on one line, without the empty fields."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + "}"


def flow_list(texts: Iterable[str]) -> str:
    """A YAML list on one line, or nothing when there is nothing in it."""
    inner = ", ".join(scalar(text) for text in texts)
    return f"[{inner}]" if inner else ""


def number(value: int | None) -> str:
    """A number as YAML, or nothing when it is not known."""
    return "" if value is None else str(value)


def render_municipality(item: Municipality) -> str:
    """One municipality as one line."""
    return "  - " + flow_map(
        {
            "code": item.code,
            "name": scalar(item.name),
            "province": scalar(item.province),
            "ggd": scalar(item.ggd) if item.ggd else "",
            "since": item.since.isoformat() if item.since else "",
            "until": item.until.isoformat() if item.until else "",
            "successors": flow_list(item.successors),
            "aliases": flow_list(item.aliases),
        }
    )


def render_register(register: Iterable[Municipality]) -> str:
    """The text of municipalities.yaml."""
    lines = "".join(render_municipality(item) + "\n" for item in register)
    return f"{REGISTER_HEAD}{CBS_SOURCE}{REGISTER_SOURCES}municipalities:\n{lines}"


def year_notes(counts: Iterable[Count]) -> Iterator[str]:
    """What a reader must know about the figures of a year, as lines of the note."""
    by_year: dict[int, list[Count]] = {}
    for count in counts:
        by_year.setdefault(count.year, []).append(count)
    for year, group in by_year.items():
        for day in sorted({count.reference for count in group} - {date(year, 1, 1)}):
            yield f"  {year}: het aantal inwoners is de stand op {day:%d-%m-%Y}.\n"
        if all(count.births is None for count in group):
            yield f"  {year}: er zijn nog geen cijfers over geboorten.\n"


def render_count(count: Count, name: str) -> str:
    """The figures of one municipality in one year as one line."""
    figures = {"inhabitants": number(count.inhabitants), "births": number(count.births)}
    comment = f"  # {count.note}" if count.note else ""
    return f"    {scalar(name)}: {flow_map(figures)}{comment}"


def render_population(counts: Iterable[Count], register: Iterable[Municipality]) -> str:
    """The text of population.yaml."""
    counts = tuple(counts)
    names = {item.code: item.name for item in register}
    lines: list[str] = []
    year = 0
    for count in counts:
        if count.year != year:
            year = count.year
            lines.append(f"  {year}:")
        lines.append(render_count(count, names[count.code]))
    notes = "".join(year_notes(counts))
    body = "".join(line + "\n" for line in lines)
    return f"{POPULATION_HEAD}{notes}sources:\n{CBS_SOURCE}population:\n{body}"


def gaps(counts: Iterable[Count], register: Iterable[Municipality]) -> Iterator[str]:
    """A line for each year in which a municipality that existed has no figures."""
    counts = tuple(counts)
    present = {(count.code, count.year) for count in counts}
    register = tuple(register)
    for year in dict.fromkeys(count.year for count in counts):
        existing = (item for item in register if item.existed(date(year, 1, 1)))
        names = [item.name for item in existing if (item.code, year) not in present]
        if names:
            yield f"Let op: {year} heeft geen cijfers van: {', '.join(names)}."


def say(lines: Iterable[str]) -> None:
    """Show lines to whoever runs the script; they never mix with output."""
    for line in lines:
        typer.echo(line, err=True)


def write_or_compare(texts: Mapping[Path, str], check: bool) -> list[Path]:
    """Write the files that differ, or only find them when `check` is on."""
    stale = [
        path
        for path, text in texts.items()
        if not path.is_file() or path.read_bytes() != text.encode()
    ]
    if not check:
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(texts[path].encode())
    return stale


app = typer.Typer(add_completion=False)


@app.command()
def main(
    register: Annotated[Path, typer.Option(help="CSV met de gemeenten.")] = REGISTER_CSV,
    population: Annotated[Path, typer.Option(help="CSV met de cijfers.")] = POPULATION_CSV,
    output: Annotated[Path, typer.Option(help="Map waar de YAML komt.")] = CATALOG,
    check: Annotated[bool, typer.Option("--check", help="Vergelijk; schrijf niets.")] = False,
) -> None:
    """Maak municipalities.yaml en population.yaml uit de CSV-bestanden."""
    try:
        municipalities = read_register(register)
        counts = read_population(population, municipalities)
    except InputError as bad:
        say([*bad.problems, "Er is niets geschreven. Verbeter het CSV-bestand en draai opnieuw."])
        raise typer.Exit(1) from None
    texts = {
        output / "municipalities.yaml": render_register(municipalities),
        output / "population.yaml": render_population(counts, municipalities),
    }
    say(gaps(counts, municipalities))
    stale = write_or_compare(texts, check)
    if check and stale:
        say(f"{path} is verouderd. Draai: python scripts/build_register.py" for path in stale)
        raise typer.Exit(1)
    years = sorted({count.year for count in counts})
    say([f"{len(municipalities)} gemeenten; cijfers over {', '.join(map(str, years))}."])


if __name__ == "__main__":
    app()
