"""What `validate` found, for a format to write."""

from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.located import Located, count


@dataclass(frozen=True, slots=True)
class Skip:
    """A rule that was skipped, and for which region."""

    code: str
    region: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation."""

    findings: tuple[Located, ...]
    files: int
    skipped: tuple[Skip, ...]

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        return count(self.findings)
