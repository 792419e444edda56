"""`kansrijk allocate`."""

from decimal import Decimal
from typing import Annotated

import typer

from kansrijk_cli.cli.dividing import (
    KeyDay,
    KeyName,
    MethodName,
    Without,
    amount,
    divide,
    official_names,
    shown,
    where_to_divide,
)
from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.options import PlanYear, RegionName, TableFormat
from kansrijk_cli.cli.terminal import out, say


def allocate(
    region: RegionName,
    year: PlanYear,
    target: Annotated[
        str,
        typer.Argument(metavar="DOEL", help="Id van een doel, of een bedrag: begroting/regel."),
    ],
    *,
    key: KeyName = None,
    method: MethodName = None,
    total: Annotated[Decimal | None, amount("--total", "Verdeel dit totaal.")] = None,
    minimum: Annotated[Decimal | None, amount("--minimum", "Minimum per gemeente.")] = None,
    maximum: Annotated[Decimal | None, amount("--maximum", "Maximum per gemeente.")] = None,
    step: Annotated[Decimal | None, amount("--step", "Verdeel in stappen, zoals 0,5.")] = None,
    without: Without = None,
    on: KeyDay = None,
    format: TableFormat = "table",
) -> None:
    """Verdeel een doel of bedrag over de gemeenten, met uitleg per gemeente."""
    from kansrijk_cli.compute.dividing.requests import Wishes
    from kansrijk_cli.output.explanations import refused

    where = where_to_divide(region, year)
    joined = official_names(where, without)
    found = divide(where, target, Wishes(key, method, on, total, minimum, maximum, step, joined))
    out(shown(where, target, found, format))
    if found.refusals:
        say(refused(found.refusals, found.request.unit, advice=True))
    raise typer.Exit(FINDINGS if found.refusals else CLEAN)
