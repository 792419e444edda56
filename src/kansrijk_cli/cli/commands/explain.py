"""`kansrijk explain`."""

import sys
from typing import Annotated

import typer

from kansrijk_cli.cli.session import OPTIONS, UseError
from kansrijk_cli.cli.terminal import out, painted, uses_color


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="De code van een melding, zoals KR401.")
    ] = None,
) -> None:
    """Leg een melding uit, met een voorbeeld van hoe het fout en goed gaat."""
    from kansrijk_cli.core.nearest import nearest
    from kansrijk_cli.output.diagnostics.text import plain
    from kansrijk_cli.output.explained import explained, overview
    from kansrijk_cli.rules.registry import pages

    paint = painted if uses_color(sys.stdout, OPTIONS.color) else plain
    if code is None:
        out(overview(pages(), paint))
        return
    wanted = code.upper()
    if wanted not in pages():
        near = nearest(wanted, pages())
        raise UseError("no-code-near" if near else "no-code", code=code, near=near)
    out(explained(wanted, pages()[wanted], paint))
