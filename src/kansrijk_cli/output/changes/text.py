"""What changed, for a terminal."""

from kansrijk_cli.output.change_lines import Line, Overview, sentence
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.lines import wrapped
from kansrijk_cli.output.visible import visible

INDENT, MARK = "    ", "  ! "


def render(overview: Overview) -> str:
    """Chapters and blocks with indented lines; `!` before what breaks a promise."""
    text = [overview.title, *wrapped(overview.summary, "", "")]
    for chapter in overview.chapters:
        text += ["", chapter.title]
        text += wrapped(chapter.remark, "  ", "  ") if chapter.remark else []
        for block in chapter.blocks:
            text += ["", f"  {block.title}"]
            for line in block.lines:
                text += _line(line)
    if overview.left_out:
        text += ["", *wrapped(label("diff", "left-out"), "", "")]
        for file in overview.left_out:
            text += wrapped(file, "  ", "  ")
    return visible("\n".join(text)) + "\n"


def _line(line: Line) -> list[str]:
    pieces = [
        f"{text} ({label('diff', 'breaking')}: {breaking})" if breaking else text
        for text, breaking in sentence(line)
    ]
    return wrapped("; ".join(pieces), MARK if line.is_breaking else INDENT, INDENT + "  ")
