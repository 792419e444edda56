"""Arguments and options that several commands share."""

import re
from datetime import date
from typing import Annotated

import typer
from typer.models import OptionInfo

from kansrijk_cli.output.formats import TABLES, formats
from kansrijk_cli.output.labels import label

FIRST_YEAR, LAST_YEAR = 1900, 2999


def choice(name: str, words: tuple[str, ...], explanation: str) -> OptionInfo:
    """An option that is one of some words, or left out."""

    def check(value: str | None) -> str | None:
        if value is not None and value not in words:
            raise typer.BadParameter(label("use", "choose").format(words=", ".join(words)))
        return value

    option: OptionInfo = typer.Option(
        name, metavar="|".join(words), callback=check, help=explanation
    )
    return option


def several(name: str, words: tuple[str, ...], explanation: str) -> OptionInfo:
    """An option that may be given more than once, each time one of some words."""

    def check(values: list[str] | None) -> list[str] | None:
        if any(value not in words for value in values or ()):
            raise typer.BadParameter(label("use", "choose").format(words=", ".join(words)))
        return values

    option: OptionInfo = typer.Option(
        name, metavar="|".join(words), callback=check, help=explanation
    )
    return option


def format_of(package: str) -> OptionInfo:
    """A `--format` option with the formats of a package."""
    return choice("--format", formats(package), "De vorm van de uitvoer.")


def parse_day(text: str) -> date:
    """A day as `2024-05-28`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(label("use", "a-day")) from None


def parse_year(text: str) -> int:
    """A year of four digits."""
    if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise typer.BadParameter(label("use", "a-year"))


def parse_id(text: str) -> str:
    """An id: small letters, digits and hyphens."""
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        return text
    raise typer.BadParameter(label("use", "an-id").format(value=text))


RegionName = Annotated[str, typer.Argument(metavar="REGIO", help="Id of naam van de regio.")]
PlanYear = Annotated[
    int, typer.Argument(metavar="JAAR", parser=parse_year, help="Het jaar van het plan.")
]
TableFormat = Annotated[str, format_of(TABLES)]
OnDay = Annotated[
    date | None,
    typer.Option(
        "--on", metavar="DATUM", parser=parse_day, help="De stand op deze dag, zoals 2024-05-28."
    ),
]
Explained = Annotated[
    bool, typer.Option("--explain", help="Toon hoe elk getal is berekend, en waaruit.")
]
