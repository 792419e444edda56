"""What `validate` found, for a format to write."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Located, count
from kansrijk_cli.rules.run import Skipped


@dataclass(frozen=True, slots=True)
class Baseline:
    """A revision that was compared with, and how bad each finding is that it had as well."""

    revision: str
    earlier: tuple[Severity, ...]


@dataclass(frozen=True, slots=True)
class Excused:
    """A finding that a comment in the data asks to leave, and the reason that it gives."""

    found: Located
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation.

    `names` gives the name in the data folder of every file as it is shown; `hidden` are findings
    that count but are not shown; what the `baseline` had or is `ignored` neither counts nor shows.
    `fail_on` is the mildest severity with which the validation fails. `on_disk`: what was read are
    the files themselves, so that `--fix` can mend them.
    """

    findings: tuple[Located, ...]
    files: int
    skipped: tuple[Skipped, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[Located, ...] = ()
    baseline: Baseline | None = None
    ignored: tuple[Excused, ...] = ()
    fail_on: Severity = Severity.ERROR
    on_disk: bool = True

    @property
    def fails(self) -> bool:
        """Whether something was found with which the validation fails."""
        return any(number and self.is_failure(severity) for severity, number in self.counts.items())

    def is_failure(self, severity: Severity) -> bool:
        """Whether a finding of this severity is a failure."""
        order = list(Severity)
        return order.index(severity) <= order.index(self.fail_on)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, shown or not."""
        return count(found.message.severity for found in (*self.findings, *self.hidden))

    def at_most(self, number: int) -> "Report":
        """The same report, of which only so many findings are shown, the worst first."""
        order = list(Severity)
        found = sorted(
            (*self.findings, *self.hidden), key=lambda found: order.index(found.message.severity)
        )
        return replace(self, findings=tuple(found[:number]), hidden=tuple(found[number:]))

    def rest(self) -> str:
        """A line that counts what is not shown, or nothing."""
        if not self.hidden:
            return ""
        return (
            label("findings", "rest").format(
                counted=counted(count(f.message.severity for f in self.hidden))
            )
            + "\n"
        )


def counted(counts: Mapping[Severity, int]) -> str:
    """The numbers in words: `3 fouten en 1 waarschuwing`."""
    return listing(
        f"{number} {label('count-one' if number == 1 else 'count-many', severity)}"
        for severity, number in counts.items()
        if number
    )


def name_in_data(report: Report, file: str) -> str:
    """A file as it is called in the data folder, wherever the program was started."""
    return report.names.get(file, file)


def files_without_failures(report: Report) -> Iterator[str]:
    """The files that were looked at in which nothing fails, in order."""
    wrong = {f.spot.file for f in report.findings if report.is_failure(f.message.severity)}
    yield from sorted({*report.names, *(f.spot.file for f in report.findings)} - wrong)
