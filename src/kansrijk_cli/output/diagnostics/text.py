"""Findings for a person: one block each, with the source line and the exact span underlined."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located, Spot, count
from kansrijk_cli.output.report import Report, counted
from kansrijk_cli.output.visible import visible
from kansrijk_cli.rules.run import Skipped

Paint = Callable[[str, str], str]
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
WINDOW, NARROWEST = 100, 20
MOST_REGIONS = 3
MOST_RELATED = 5


def plain(text: str, _colour: str) -> str:
    """Paint nothing."""
    return text


def render(
    report: Report, paint: Paint = plain, brief: bool = False, width: int | None = None
) -> str:
    """All findings and, unless `brief`, a closing count. Without a width no sentence is wrapped."""
    page = _Page(paint, width)
    blocks = [_block(finding, page) for finding in report.findings]
    if not brief:
        blocks.append("\n".join(page.wrapped(line) for line in _summary(report)))
    return "\n\n".join(blocks) + ("\n" if blocks else "")


@dataclass(frozen=True, slots=True)
class _Page:
    """Where it is shown: how to colour, and how many columns there are, if that is known."""

    paint: Paint
    width: int | None

    def wrapped(self, text: str, indent: int = 0) -> str:
        """A text on as many lines as it needs; a word that is too long for one stays whole."""
        if self.width is None:
            return text
        return textwrap.fill(
            text,
            max(self.width, NARROWEST),
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def room(self, taken: int) -> int:
        """How much of a line of a file fits behind what is taken, with dots on both sides."""
        room = self.width - taken - 2 if self.width else WINDOW
        return max(NARROWEST, min(WINDOW, room))


def _block(finding: Located, page: _Page) -> str:
    message, spot = finding.message, finding.spot
    colour = COLOURS[message.severity]
    severity = f"{label('severity', message.severity)} {message.code}"
    head = page.wrapped(f"{severity}: {visible(message.text)}", indent=2)
    gutter = " " * len(str(spot.position[0]))
    lines = [
        page.paint(severity, colour) + head.removeprefix(severity),
        f"{gutter}--> {_address(spot)}",
    ]
    if spot.line is not None and spot.line.strip():
        lines += _excerpt(spot, gutter, page, colour)
    hints = _related(finding)
    hints += map(visible, message.advice)
    if finding.fix and finding.fix.safe:
        hints.append(f"{label('text', 'fixable')}: kansrijk validate --fix")
    hints.append(f"{label('text', 'explain')}: kansrijk explain {message.code}")
    lines += (page.wrapped(f"{gutter} = {hint}", indent=len(gutter) + 3) for hint in hints)
    return "\n".join(lines)


def _related(finding: Located) -> list[str]:
    """Where else to look; of many places the first, and how many more there are."""
    places = finding.related
    shown = places if len(places) <= MOST_RELATED else places[: MOST_RELATED - 1]
    hints = [f"{label('text', 'related')}: {_address(place)}" for place in shown]
    if rest := len(places) - len(shown):
        hints.append(label("text", "related-rest").format(number=rest))
    return hints


def _address(spot: Spot) -> str:
    return f"{visible(spot.file)}:{spot.position[0]}:{spot.position[1]}"


def _excerpt(spot: Spot, gutter: str, page: _Page, colour: str) -> list[str]:
    line, column, end_line, end_column = spot.position
    source = visible(spot.line or "").replace("\t", " ")
    last = end_column - 1 if end_line == line else len(source.rstrip())
    start, end = _part(source, column - 1, page.room(len(gutter) + 3))
    head, tail = "…" if start else "", "…" if end < len(source) else ""
    before = cell_len(head + source[start : column - 1])
    width = max(1, cell_len(source[column - 1 : min(last, end)]))
    marker = " " * before + page.paint("^" * width, colour)
    return [f"{gutter} |", f"{line} | {head}{source[start:end]}{tail}", f"{gutter} | {marker}"]


def _part(source: str, first: int, room: int) -> tuple[int, int]:
    """The part of a line around a sign that fits; some signs take two columns."""
    start = max(0, min(first - room // 3, len(source) - room))
    while cell_len(source[start : first + 1]) > room:
        start += 1
    end = min(len(source), start + room)
    while cell_len(source[start:end]) > room:
        end -= 1
    return start, end


def _summary(report: Report) -> list[str]:
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
    return lines


def _among(skipped: tuple[Skipped, ...]) -> str:
    """The regions that something was not checked of; all of them need no names."""
    regions = sorted({skip.region for skip in skipped if skip.region})
    if not regions or any(skip.region is None for skip in skipped):
        return ""
    shown = [*regions[:MOST_REGIONS], "…"] if len(regions) > MOST_REGIONS else regions
    return f" ({', '.join(map(visible, shown))})"
