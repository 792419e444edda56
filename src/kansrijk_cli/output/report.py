"""What `validate` found, for a format to write."""

from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.output.located import Located, count
from kansrijk_cli.rules.run import Skipped


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation."""

    findings: tuple[Located, ...]
    files: int
    skipped: tuple[Skipped, ...]

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        return count(self.findings)
