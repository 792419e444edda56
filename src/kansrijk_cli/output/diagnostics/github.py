"""Findings as annotations on GitHub, and as a table for the summary of a step.

GitHub shows no more than ten annotations of a level in a step, and drops the others silently. A
summary of more than a megabyte it refuses as a whole.
"""

from collections.abc import Iterator, Sequence

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.documents.markdown import table
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located
from kansrijk_cli.output.report import Report, counted
from kansrijk_cli.output.visible import visible

FROM_REPOSITORY = True
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
MOST = 10
LARGEST = 1_000_000


def render(report: Report) -> str:
    """The commands, worst first; of too many those of different causes, and the rest counted."""
    return "".join(f"{line}\n" for severity in Severity for line in _level(report, severity))


def summary(report: Report) -> str:
    """As many findings as fit, worst first, as a table in Markdown; empty when there are none."""
    ordered = report.at_most(len(report.findings))
    text = _table(ordered)
    while len(text.encode(errors="backslashreplace")) > LARGEST:
        ordered = ordered.at_most(len(ordered.findings) // 2)
        text = f"{_table(ordered)}\n{ordered.rest()}"
    return text


def _table(report: Report) -> str:
    heads = [label("findings", head) for head in ("severity", "code", "place", "message")]
    rows = [
        (
            label("severity", found.message.severity),
            found.message.code,
            visible(f"{found.spot.file}:{found.spot.position[0]}"),
            visible(found.message.text),
        )
        for found in report.findings
    ]
    return str(table(label("findings", "title"), heads, rows))


def escape(text: str) -> str:
    """A message, so that it stays on the one line of its command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A value before the message, where commas and colons have a meaning."""
    return escape(text).replace(":", "%3A").replace(",", "%2C")


def _level(report: Report, severity: Severity) -> Iterator[str]:
    found = [found for found in report.findings if found.message.severity is severity]
    shown = _chosen(found)
    yield from map(_annotation, shown[:-1])
    for last in shown[-1:]:
        rest = len(found) - len(shown)
        # Told in the last one, because a line of its own would take the place of a finding.
        text = label("findings", "annotations-rest").format(counted=counted({severity: rest}))
        yield _annotation(last, *([text] if rest else []))


def _chosen(found: Sequence[Located]) -> list[Located]:
    """As many as are shown, in their order: first one of each cause, then others.

    What is said twice has one cause, such as a name that is misspelt in many places.
    """
    causes = [(each.message.code, each.message.text) for each in found]
    first = {cause: at for at, cause in reversed([*enumerate(causes)])}
    by_turn = sorted(range(len(found)), key=lambda at: first[causes[at]] < at)
    return [found[at] for at in sorted(by_turn[:MOST])]


def _annotation(found: Located, *more: str) -> str:
    said = found.message
    line, column, end_line, end_column = found.spot.position
    properties: dict[str, object] = {"file": found.spot.file, "line": line, "endLine": end_line}
    if line == end_line:
        # Columns of two different lines would mark something else.
        properties |= {"col": column, "endColumn": end_column}
    properties["title"] = f"{said.code} {said.title}"
    written = ",".join(f"{key}={escape_property(str(v))}" for key, v in properties.items())
    text = escape("\n".join((said.text, *said.advice, *more)))
    return visible(f"::{COMMANDS[said.severity]} {written}::{text}")
