"""Everything that can be said about one version of the data: by reading it, and by the rules."""

from dataclasses import dataclass

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.outcome import Outcome
from kansrijk_cli.rules.run import Skipped, run_rules
from kansrijk_cli.rules.suppress import Ignored, suppress
from kansrijk_cli.workspace.load import Loaded


@dataclass(frozen=True, slots=True)
class Examined:
    """What was read, what is wrong with it, what may be, and which rules had to wait."""

    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[Ignored, ...]
    skipped: tuple[Skipped, ...]


def examine(loaded: Outcome[Loaded]) -> Examined:
    """Run all rules over what was read. Raises RuleError when a rule itself fails."""
    run = run_rules(loaded.value.workspace)
    found = (*loaded.diagnostics, *run.diagnostics)
    left = suppress(found, loaded.value.texts, run.skipped)
    return Examined(loaded.value, left.diagnostics, left.ignored, run.skipped)
