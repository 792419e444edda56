"""What a stage returns: a value and the problems met on the way. Bad input never raises."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from kansrijk_cli.core.diagnostic import Diagnostic

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A value, or as much of it as there is, with the diagnostics of making it."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()
