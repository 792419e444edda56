"""`kansrijk serve`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.session import data_folder


def serve(
    *,
    port: Annotated[
        int | None,
        typer.Option(
            "--port", metavar="N", min=1, max=65535, help="De poort; anders de eerste vrije."
        ),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="REGIO", help="Alleen deze regio.")
    ] = None,
) -> None:
    """Bekijk de website op deze computer; na elke verandering wordt zij opnieuw gemaakt."""
    from kansrijk_cli.cli.site.previewing import preview

    preview(data_folder(), port, region)
