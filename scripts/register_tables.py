"""The CSV files of municipalities and their population: every row checked before any is used."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

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

_CODE = re.compile(r"GM\d{4}")
_YEAR = re.compile(r"(19|20)\d{2}")

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
