"""What `validate` found, shown as was asked and written where it belongs."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.terminal import out, say
from kansrijk_cli.output.formats import DIAGNOSTICS, renderer
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.report import Report
from kansrijk_cli.output.statistics import statistics

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"

Paint = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants to see the findings. Raises UseError when that does not go together."""

    format: str
    quiet: bool = False
    statistics: bool = False
    limit: int | None = None
    fix: bool = False
    diff: bool = False

    def __post_init__(self) -> None:
        if self.diff and self.fix:
            raise UseError("fix-or-diff")
        if self.diff and (self.format != "text" or self.statistics or self.limit):
            raise UseError("diff-alone")
        if self.statistics and self.format != "text":
            raise UseError("only-format", option="--statistics", formats="text")
        if self.limit and self.format not in ("text", "concise"):
            raise UseError("only-format", option="--max", formats="text, concise")
        if self.limit and self.statistics:
            raise UseError("statistics-or-max")


def shown(report: Report, wishes: Wishes, paint: Paint, width: int | None) -> str:
    """The findings in the form that was asked for."""
    render = renderer(DIAGNOSTICS, wishes.format)
    if wishes.statistics:
        closing = render(report.at_most(0), paint, wishes.quiet, width)
        return "\n".join(filter(None, (statistics(report), closing)))
    part = report if wishes.limit is None else report.at_most(wishes.limit)
    is_text = wishes.format == "text"
    body = render(part, paint, wishes.quiet, width) if is_text else render(part)
    return body + part.rest()


def destination(output: str | None, root: Path) -> Path | None:
    """The file to write to, `None` for standard output. Never one among the data."""
    if output == "":
        raise UseError("empty-output")
    if output is None or output == "-":
        return None
    path = Path(output)
    if path.resolve().is_relative_to(root.resolve()):
        raise UseError("output-in-data", path=path, folder=root)
    return path


def deliver(text: str, path: Path | None, quiet: bool) -> None:
    """Write to standard output or to a file, with the same bytes."""
    if path is None:
        out(text)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(errors="backslashreplace"))
    if not quiet:
        say(label("text", "written").format(title=label("findings", "title"), path=path.as_posix()))


def append_step_summary(report: Report) -> None:
    """On GitHub, add the table of all findings to the page of the step."""
    from kansrijk_cli.output.diagnostics.github import summary

    name, text = os.environ.get(SUMMARY_VARIABLE), summary(report)
    if name and text:
        with Path(name).open("ab") as file:
            file.write(f"\n{text}".encode(errors="backslashreplace"))
