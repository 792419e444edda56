"""Arguments and options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kansrijk_cli.output.formats import TABLES, formats


def one_of(package: str, default: str) -> typer.models.OptionInfo:
    """A `--format` option with the formats of a package."""
    names = formats(package)

    def check(value: str) -> str:
        if value not in names:
            raise typer.BadParameter(", ".join(names))
        return value

    return typer.Option(
        "--format",
        metavar="|".join(names),
        callback=check,
        help=f"De vorm van de uitvoer ({default}).",
    )


def parse_day(text: str) -> date:
    """A day as `2024-05-28`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("2024-05-28") from None


RegionName = Annotated[str, typer.Argument(metavar="REGIO", help="Id of naam van de regio.")]
PlanYear = Annotated[
    int, typer.Argument(metavar="JAAR", help="Het jaar van het plan.", min=1900, max=2999)
]
TableFormat = Annotated[str, one_of(TABLES, "table")]
OnDay = Annotated[
    date | None,
    typer.Option(
        "--on", metavar="DATUM", parser=parse_day, help="De stand op deze dag, zoals 2024-05-28."
    ),
]
OutputFile = Annotated[
    Path | None, typer.Option("--output", metavar="BESTAND", help="Schrijf naar dit bestand.")
]
