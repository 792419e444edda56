"""The page of a code, and the list of all codes, as plain text."""

from collections.abc import Mapping

from kansrijk_cli.core.pages import Example, Page
from kansrijk_cli.output.labels import label


def overview(pages: Mapping[str, Page]) -> str:
    """Every code with its title, by group."""
    lines: list[str] = []
    for code, page in pages.items():
        group = label("group", f"{code[2]}xx")
        if group not in lines:
            lines += ["", group] if lines else [group]
        lines.append(f"  {code}  {page.title} ({label('severity', page.severity)})")
    return "\n".join(lines) + "\n"


def explained(code: str, page: Page) -> str:
    """Everything the page says; parameters of a message are shown as `...`."""
    blocks = [f"{code}: {page.title} ({label('severity', page.severity)})", page.explanation]
    for title, examples in (("wrong", page.wrong), ("right", page.right)):
        blocks += (_example(label("text", title), example) for example in examples)
    return "\n\n".join(blocks) + "\n"


def _example(title: str, example: Example) -> str:
    body = "\n".join(f"    {line}".rstrip() for line in example.text.rstrip().split("\n"))
    return f"{title} ({example.file}):\n\n{body}"
