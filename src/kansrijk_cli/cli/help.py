"""Help pages in Dutch: Typer writes its fixed words in English."""

import re

from typer._click.core import Context
from typer.core import TyperCommand, TyperGroup

WORDS = {
    r"^Usage: ": "Gebruik: ",
    r"^Options:$": "Opties:",
    r"^Arguments:$": "Argumenten:",
    r"^Commands:$": "Opdrachten:",
    r"\[OPTIONS\]": "[OPTIES]",
    r"COMMAND \[ARGS\]\.\.\.": "OPDRACHT ...",
    r"Show this message and exit\.": "Toon deze uitleg.",
    r"\[required\]": "[verplicht]",
    r"\[default: ": "[standaard: ",
}


def in_dutch(text: str) -> str:
    """A help page with Typer's own words in Dutch."""
    for english, dutch in WORDS.items():
        text = re.sub(english, dutch, text, flags=re.MULTILINE)
    return text


class DutchCommand(TyperCommand):
    """A command whose help is wholly Dutch."""

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        return in_dutch(super().get_help(ctx))


class DutchGroup(TyperGroup):
    """A group of commands whose help is wholly Dutch."""

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        return in_dutch(super().get_help(ctx))
