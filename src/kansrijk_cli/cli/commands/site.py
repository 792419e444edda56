"""`kansrijk site`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.exits import CLEAN, FINDINGS
from kansrijk_cli.cli.session import data_folder
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.output.labels import label


def site(
    *,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="MAP", help="De map voor de site; anders build/site."),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="REGIO", help="Alleen deze regio.")
    ] = None,
) -> None:
    """Maak een website van alle plannen, die u zo op een server kunt zetten."""
    from kansrijk_cli.cli.site.building import in_every_format, not_installed, planned
    from kansrijk_cli.cli.site.publishing import put, say_formats, site_folder

    root = data_folder()
    folder = site_folder(output, root)
    plan = planned(root, in_every_format, region)
    pages = put(plan, folder)
    if pages:
        say_formats(not_installed())
        say(label("text", "site-made").format(pages=pages, path=folder.as_posix()))
    raise typer.Exit(FINDINGS if plan.left_out else CLEAN)
