"""Findings for a person: one block each, with the source line and the exact span underlined."""

from collections.abc import Iterator

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.excerpt import Paint, Sheet, excerpt, has_line
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located, Spot, count
from kansrijk_cli.output.report import Report, counted
from kansrijk_cli.output.visible import visible
from kansrijk_cli.rules.run import Skipped

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
MOST_REGIONS = 3
MOST_RELATED = 4


def plain(text: str, _colour: str) -> str:
    """Paint nothing."""
    return text


def render(
    report: Report, paint: Paint = plain, brief: bool = False, width: int | None = None
) -> str:
    """All findings and, unless `brief`, a closing count. Without a width no sentence is wrapped."""
    sheet = Sheet(paint, width)
    blocks = [_block(finding, sheet, report.on_disk) for finding in report.findings]
    if not brief:
        blocks.append("\n".join(sheet.wrapped(line) for line in _summary(report)))
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _block(finding: Located, sheet: Sheet, on_disk: bool) -> str:
    message, spot = finding.message, finding.spot
    colour = COLOURS[message.severity]
    severity = f"{label('severity', message.severity)} {message.code}"
    head = sheet.wrapped(f"{severity}: {visible(message.text)}", indent=2)
    places = finding.related
    shown = places if len(places) <= MOST_RELATED else places[: MOST_RELATED - 1]
    digits = max(len(str(place.position[0])) for place in (spot, *shown))
    gutter = " " * digits
    lines = [
        sheet.paint(severity, colour) + head.removeprefix(severity),
        f"{gutter}--> {_address(spot)}",
    ]
    if has_line(spot):
        lines += [f"{gutter} |", *excerpt(spot, digits, sheet, colour=colour)]
    for place, what in zip(shown, message.elsewhere, strict=False):
        said = f"{gutter} = {visible(what)}: {_address(place)}"
        lines.append(sheet.wrapped(said, indent=digits + 3))
        lines += excerpt(place, digits, sheet, mark="-") if has_line(place) else ()
    hints = _hints(finding, len(places) - len(shown), on_disk)
    lines += (sheet.wrapped(f"{gutter} = {hint}", indent=digits + 3) for hint in hints)
    return "\n".join(lines)


def _hints(finding: Located, rest: int, on_disk: bool) -> Iterator[str]:
    """What comes below what is shown of the files; `rest` is how many places are not shown."""
    if rest:
        word = "related-rest-one" if rest == 1 else "related-rest"
        yield label("text", word).format(number=rest)
    yield from map(visible, finding.message.advice)
    if on_disk and finding.fix and finding.fix.safe:
        yield f"{label('text', 'fixable')}: kansrijk validate --fix"
    yield f"{label('text', 'explain')}: kansrijk explain {finding.message.code}"


def _address(spot: Spot) -> str:
    return f"{visible(spot.file)}:{spot.position[0]}:{spot.position[1]}"


def _summary(report: Report) -> list[str]:
    files = f"{report.files} {label('text', 'file' if report.files == 1 else 'files')}"
    clean = label("text", "nothing" if report.files else "no-files")
    found = counted(report.counts) if any(report.counts.values()) else clean
    lines = [f"{files} {label('text', 'checked')}: {found}."]
    fixable = sum(1 for found in report.findings if found.fix and found.fix.safe)
    if fixable and report.on_disk:
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
    shown = regions if len(regions) <= MOST_REGIONS else regions[: MOST_REGIONS - 1]
    rest = label("text", "others").format(number=len(regions) - len(shown))
    told = ", ".join(map(visible, shown))
    return f" ({told} {rest})" if len(shown) < len(regions) else f" ({told})"
