"""Writing to the terminal: encoding, colour, and which stream gets what."""

import os
import shutil
import sys
from typing import TextIO

CODES = {"red": "31", "yellow": "33", "blue": "34", "bold": "1"}


def prepare_streams() -> None:
    """UTF-8 into pipes and files; a terminal that lacks a character shows its code, and goes on."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def uses_color(stream: TextIO, choice: str) -> bool:
    """Whether to colour: the option, then NO_COLOR, then whether a person is looking."""
    if choice != "auto":
        return choice == "always"
    return not os.environ.get("NO_COLOR") and stream.isatty()


def width_of(stream: TextIO) -> int | None:
    """How many columns a person sees; nobody knows of a pipe or a file."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def painted(text: str, color: str) -> str:
    """A text in a colour."""
    return f"\x1b[{CODES[color]}m{text}\x1b[0m"


def out(text: str) -> None:
    """The result of a command, exactly as it is. A reader that has seen enough is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain again when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Progress or a remark, beside the result."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
