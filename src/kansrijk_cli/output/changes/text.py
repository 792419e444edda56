"""What changed, for a terminal."""

import shutil
from textwrap import wrap

from kansrijk_cli.output.change_lines import Line, Overview, sentence
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.visible import visible

WIDEST, INDENT, MARK = 100, "    ", "  ! "


def render(overview: Overview) -> str:
    """Chapters and blocks with indented lines; `!` before what breaks a promise."""
    text = [overview.title, *_wrapped(overview.summary, "", "")]
    for chapter in overview.chapters:
        text += ["", chapter.title]
        for block in chapter.blocks:
            text += ["", f"  {block.title}"]
            for line in block.lines:
                text += _line(line)
    if overview.left_out:
        text += ["", *_wrapped(label("diff", "left-out"), "", "")]
        for file in overview.left_out:
            text += _wrapped(file, "  ", "  ")
    return visible("\n".join(text)) + "\n"


def _line(line: Line) -> list[str]:
    pieces = [
        f"{text} ({label('diff', 'breaking')}: {breaking})" if breaking else text
        for text, breaking in sentence(line)
    ]
    return _wrapped("; ".join(pieces), MARK if line.is_breaking else INDENT, INDENT + "  ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    width = max(min(shutil.get_terminal_size().columns, WIDEST), 40)
    lines = wrap(
        # An amount stays on one line.
        text.replace("€ ", "€\u00a0"),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [line.replace("€\u00a0", "€ ") for line in lines]
