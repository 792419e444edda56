"""What would mend a finding."""

from dataclasses import dataclass

from kansrijk_cli.source.edit import Edit


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of a text. `safe` is what cannot change a meaning; the rest is a proposal."""

    edits: tuple[Edit, ...]
    safe: bool
