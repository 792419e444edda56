"""Findings for a person: one block each, with the source line and the exact span underlined."""

from collections.abc import Callable

from rich.cells import cell_len

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located, Spot, count
from kansrijk_cli.output.report import Report, counted
from kansrijk_cli.output.visible import visible
from kansrijk_cli.rules.run import Skipped

Paint = Callable[[str, str], str]
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
WINDOW = 100
MOST_REGIONS = 3


def plain(text: str, _colour: str) -> str:
    """Paint nothing."""
    return text


def render(report: Report, paint: Paint = plain, brief: bool = False) -> str:
    """All findings and, unless `brief`, a closing count."""
    blocks = [_block(finding, paint) for finding in report.findings]
    if not brief:
        blocks.append(_summary(report))
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _block(finding: Located, paint: Paint) -> str:
    message, spot = finding.message, finding.spot
    severity = paint(
        f"{label('severity', message.severity)} {message.code}", COLOURS[message.severity]
    )
    gutter = " " * len(str(spot.position[0]))
    lines = [f"{severity}: {visible(message.text)}", f"{gutter}--> {_address(spot)}"]
    if spot.line is not None and spot.line.strip():
        lines += _excerpt(spot, gutter, paint, COLOURS[message.severity])
    lines += [
        f"{gutter} = {label('text', 'related')}: {_address(place)}" for place in finding.related
    ]
    lines += [f"{gutter} = {visible(sentence)}" for sentence in message.advice]
    if finding.fix and finding.fix.safe:
        lines.append(f"{gutter} = {label('text', 'fixable')}: kansrijk validate --fix")
    lines.append(f"{gutter} = {label('text', 'explain')}: kansrijk explain {message.code}")
    return "\n".join(lines)


def _address(spot: Spot) -> str:
    return f"{visible(spot.file)}:{spot.position[0]}:{spot.position[1]}"


def _excerpt(spot: Spot, gutter: str, paint: Paint, colour: str) -> list[str]:
    line, column, end_line, end_column = spot.position
    source = visible(spot.line or "").replace("\t", " ")
    last = end_column - 1 if end_line == line else len(source.rstrip())
    start = max(0, min(column - 1 - WINDOW // 3, len(source) - WINDOW))
    shown = source[start : start + WINDOW]
    head, tail = "…" if start else "", "…" if start + WINDOW < len(source) else ""
    before = cell_len(head + source[start : column - 1])
    width = max(1, cell_len(source[column - 1 : min(last, start + WINDOW)]))
    marker = " " * before + paint("^" * width, colour)
    return [f"{gutter} |", f"{line} | {head}{shown}{tail}", f"{gutter} | {marker}"]


def _summary(report: Report) -> str:
    files = f"{report.files} {label('text', 'file' if report.files == 1 else 'files')}"
    clean = label("text", "nothing" if report.files else "no-files")
    found = counted(report.counts) if any(report.counts.values()) else clean
    lines = [f"{files} {label('text', 'checked')}: {found}."]
    fixable = sum(1 for found in report.findings if found.fix and found.fix.safe)
    if fixable:
        lines.append(label("text", "count-fixable").format(number=fixable))
    if report.baseline and report.baseline.earlier:
        earlier = counted(count(report.baseline.earlier))
        said = label("text", "earlier").format(counted=earlier, since=report.baseline.revision)
        lines.append(visible(said))
    if report.ignored:
        lines.append(label("text", "ignored").format(number=len(report.ignored)))
    if report.skipped:
        lines.append(f"{label('text', 'skipped')}{_among(report.skipped)}.")
    return "\n".join(lines)


def _among(skipped: tuple[Skipped, ...]) -> str:
    """The regions that something was not checked of; all of them need no names."""
    regions = sorted({skip.region for skip in skipped if skip.region})
    if not regions or any(skip.region is None for skip in skipped):
        return ""
    shown = [*regions[:MOST_REGIONS], "…"] if len(regions) > MOST_REGIONS else regions
    return f" ({', '.join(map(visible, shown))})"
