"""What changed, for a comment on a pull request."""

from collections.abc import Iterator

from kansrijk_cli.output.change_lines import Line, Overview, sentence
from kansrijk_cli.output.documents.markdown import escape, heading
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.visible import visible


def render(overview: Overview) -> str:
    """Headings and lists; what breaks a promise says so in bold."""
    return visible("\n\n".join(_blocks(overview))) + "\n"


def _blocks(overview: Overview) -> Iterator[str]:
    yield heading(2, overview.title)
    yield escape(overview.summary)
    for chapter in overview.chapters:
        yield heading(3, chapter.title)
        if chapter.remark:
            yield escape(chapter.remark)
        for block in chapter.blocks:
            yield heading(4, block.title)
            yield "\n".join(map(_line, block.lines))
    if overview.left_out:
        yield escape(label("diff", "left-out"))
        yield "\n".join(f"- {escape(file)}" for file in overview.left_out)


def _line(line: Line) -> str:
    pieces = [
        f"{escape(text)} (**{label('diff', 'breaking')}: {escape(breaking)}**)"
        if breaking
        else escape(text)
        for text, breaking in sentence(line)
    ]
    return f"- {'; '.join(pieces)}"
