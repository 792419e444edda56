"""`kansrijk explain`."""

from typing import Annotated

import typer

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.terminal import out


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="De code van een melding, zoals KR401.")
    ] = None,
) -> None:
    """Leg een melding uit, met een voorbeeld van hoe het fout en goed gaat."""
    from kansrijk_cli.core.nearest import nearest
    from kansrijk_cli.output.explained import explained, overview
    from kansrijk_cli.rules.registry import pages

    if code is None:
        out(overview(pages()))
        return
    wanted = code.upper()
    if wanted not in pages():
        near = nearest(wanted, pages())
        raise UseError("no-code-near" if near else "no-code", code=code, near=near)
    out(explained(wanted, pages()[wanted]))
