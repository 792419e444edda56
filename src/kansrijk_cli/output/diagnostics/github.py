"""Findings as annotations on GitHub, and as a table for the summary of a step.

GitHub shows no more than ten annotations of a level in a step, and drops the others silently. A
summary of more than a megabyte it refuses as a whole.
"""

from collections.abc import Iterable, Iterator

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
    """The commands, worst first; of too many one for each cause, and then the rest counted."""
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
    # What is said twice has one cause, such as a name that is misspelt in many places.
    shown = found if len(found) <= MOST else _once(found)[: MOST - 1]
    yield from map(_annotation, shown)
    if rest := len(found) - len(shown):
        text = label("findings", "annotations-rest").format(counted=counted({severity: rest}))
        yield f"::{COMMANDS[severity]}::{escape(text)}"


def _once(found: Iterable[Located]) -> list[Located]:
    """The first of all findings that say the same."""
    first: dict[tuple[str, str], Located] = {}
    for each in found:
        first.setdefault((each.message.code, each.message.text), each)
    return list(first.values())


def _annotation(found: Located) -> str:
    said = found.message
    line, column, end_line, end_column = found.spot.position
    properties: dict[str, object] = {"file": found.spot.file, "line": line, "endLine": end_line}
    if line == end_line:
        # Columns of two different lines would mark something else.
        properties |= {"col": column, "endColumn": end_column}
    properties["title"] = f"{said.code} {said.title}"
    written = ",".join(f"{key}={escape_property(str(v))}" for key, v in properties.items())
    text = escape("\n".join((said.text, *said.advice)))
    return visible(f"::{COMMANDS[said.severity]} {written}::{text}")
