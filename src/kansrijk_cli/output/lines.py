"""Running text for a terminal: no word, path or amount is broken."""

import shutil
from textwrap import wrap

WIDEST, NARROWEST = 100, 40


def wrapped(text: str, start: str = "", rest: str | None = None) -> list[str]:
    """The lines of a text; the first after `start`, and others after `rest` or as much space."""
    width = max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
    lines = wrap(
        # An amount stays on one line.
        text.replace("€ ", "€\u00a0"),
        width,
        initial_indent=start,
        subsequent_indent=" " * len(start) if rest is None else rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [line.replace("€\u00a0", "€ ") for line in lines]
