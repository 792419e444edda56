"""The page of a code, and the list of all codes, as plain text for a terminal of 80 columns."""

import re
from collections.abc import Mapping
from string import Formatter
from textwrap import fill

from kansrijk_cli.core.pages import Example, Page
from kansrijk_cli.output.diagnostics.text import COLOURS, plain
from kansrijk_cli.output.excerpt import Paint
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.messages import IF

WIDTH = 80
INDENT = "    "
UNKNOWN = "…"
# The comment below a wrong line: carets under the span; without spaces `#` stands for one itself.
_MARKER = re.compile(r"#( *)(\^+)")


def groups(pages: Mapping[str, Page]) -> dict[str, dict[str, Page]]:
    """The pages by the Dutch name of their group, in order of code."""
    grouped: dict[str, dict[str, Page]] = {}
    for code, page in sorted(pages.items()):
        grouped.setdefault(label("group", f"{code[2]}xx"), {})[code] = page
    return grouped


def general(sentence: str, samples: Mapping[str, str]) -> str:
    """A sentence of a page without a finding: what only a finding tells is filled with a sample."""
    return "".join(
        text if name is None or asked == IF else text + samples.get(name, UNKNOWN)
        for text, name, asked, _ in Formatter().parse(sentence)
    )


def advice_title(page: Page) -> str:
    """What stands above the advice: some of it may be samples, which a finding makes real."""
    return label("text", "advice-samples" if page.samples else "advice")


def overview(pages: Mapping[str, Page], paint: Paint = plain) -> str:
    """Every code with its title, by group."""
    return "\n".join(
        "".join((f"{paint(group, 'bold')}\n", *(f"  {_line(*item)}\n" for item in found.items())))
        for group, found in groups(pages).items()
    )


def explained(code: str, page: Page, paint: Paint = plain) -> str:
    """Everything the page says: what it means, what to do, and how it goes wrong and right."""
    blocks = [
        paint(f"{code}: {page.title} ({label('severity', page.severity)})", "bold"),
        *(_wrapped(paragraph) for paragraph in page.explanation.split("\n\n")),
    ]
    if page.advice:
        # Two that differ in what only a finding tells may be the same without it.
        advices = dict.fromkeys(general(advice, page.samples) for advice in page.advice)
        items = "\n".join(_wrapped(f"- {advice}", "  ") for advice in advices)
        blocks += [f"{paint(advice_title(page), 'bold')}:", items]
    for word, examples in (("wrong", page.wrong), ("right", page.right)):
        for example in examples:
            blocks.append(f"{paint(label('text', word), 'bold')} ({example.file}):")
            blocks.append(_example(example, paint, COLOURS[page.severity]))
    return "\n\n".join(blocks) + "\n"


def _line(code: str, page: Page) -> str:
    return f"{code}  {page.title} ({label('severity', page.severity)})"


def _wrapped(text: str, indent: str = "") -> str:
    # A name with a hyphen, or an option, must stay what it is.
    return fill(text, WIDTH, subsequent_indent=indent, break_on_hyphens=False)


def _example(example: Example, paint: Paint, colour: str) -> str:
    def shown(line: str) -> str:
        match = _MARKER.fullmatch(line)
        if match is None:
            return line
        spaces, carets = match.groups()
        before, width = (f" {spaces}", len(carets)) if spaces else ("", len(carets) + 1)
        return before + paint("^" * width, colour)

    # Spaces at the end of a line may be what the example is about.
    lines = example.text.rstrip("\n").split("\n")
    return "\n".join(INDENT + shown(line) if line else "" for line in lines)
