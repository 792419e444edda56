"""Make the municipalities and the population of the catalogue from CSV files.

    python -m scripts.build_register            write both files
    python -m scripts.build_register --check    exit 1 when a file is not what the CSV files give

A new year of figures: add its rows to scripts/refdata/weights.csv, say in CBS_SOURCE where they
come from, and run the script. A file that Excel saved with semicolons is read too. Wrong input is
refused as a whole: every problem is named and nothing is written.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from scripts.flow_yaml import flow_list, flow_map, number, scalar
from scripts.made import finish, refuse, say
from scripts.register_tables import (
    Count,
    InputError,
    Municipality,
    read_population,
    read_register,
)

ROOT = Path(__file__).resolve().parent.parent
REGISTER_CSV = ROOT / "scripts/refdata/municipalities.csv"
POPULATION_CSV = ROOT / "scripts/refdata/weights.csv"
CATALOG = ROOT / "data/catalog"

REGISTER_HEAD = """\
# Dit bestand is gemaakt door een script: verander het niet met de hand.
# Verander scripts/refdata/municipalities.csv en draai: python -m scripts.build_register
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
# Verander scripts/refdata/weights.csv en draai: python -m scripts.build_register
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
        raise refuse(*bad.problems, "Verbeter het CSV-bestand en draai opnieuw.") from None
    texts = {
        output / "municipalities.yaml": render_register(municipalities),
        output / "population.yaml": render_population(counts, municipalities),
    }
    say(gaps(counts, municipalities))
    finish(texts, check, "build_register")
    years = sorted({count.year for count in counts})
    say([f"{len(municipalities)} gemeenten; cijfers over {', '.join(map(str, years))}."])


if __name__ == "__main__":
    app()
