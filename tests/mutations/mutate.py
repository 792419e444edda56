"""Every kind of mutation."""

from tests.mutations import mutate_file, mutate_lines, mutate_references, mutate_values
from tests.mutations.kinds import Kind

KINDS: tuple[Kind, ...] = (
    *mutate_file.KINDS,
    *mutate_lines.KINDS,
    *mutate_values.KINDS,
    *mutate_references.KINDS,
)
