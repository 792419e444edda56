"""`kansrijk new year` and `kansrijk new region`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.help import DutchCommand, DutchGroup
from kansrijk_cli.cli.options import PlanYear, RegionName, parse_id, parse_year
from kansrijk_cli.cli.session import UseError, data_folder
from kansrijk_cli.cli.terminal import out

new = typer.Typer(cls=DutchGroup, invoke_without_command=True, rich_markup_mode=None)


@new.callback()
def start(ctx: typer.Context) -> None:
    """Begin met een nieuw jaar of een nieuwe regio."""
    if ctx.invoked_subcommand is None:
        raise UseError("new-what")


@new.command(cls=DutchCommand)
def year(
    region: RegionName,
    year: PlanYear,
    earlier: Annotated[
        int | None,
        typer.Option(
            "--from",
            metavar="JAAR",
            parser=parse_year,
            help="Het jaar om over te nemen; anders het laatste jaar ervoor.",
        ),
    ] = None,
) -> None:
    """Neem het plan van een ouder jaar over: wat doorgaat blijft, wat klaar is niet."""
    from kansrijk_cli.cli.renewing import new_year

    out(new_year(data_folder(), region, year, earlier))


@new.command(cls=DutchCommand)
def region(
    name: Annotated[str, typer.Option("--name", metavar="NAAM", help="De naam van de regio.")],
    municipality: Annotated[
        list[str],
        typer.Option("--municipality", metavar="GEMEENTE", help="Een gemeente; mag vaker."),
    ],
    region: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", parser=parse_id, help="Id van de regio; anders naar de naam gemaakt."
        ),
    ] = None,
) -> None:
    """Maak de eerste bestanden van een regio, om zelf in te vullen."""
    from kansrijk_cli.cli.renewing import new_region

    out(new_region(data_folder(), region, name, municipality))
