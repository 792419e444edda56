"""How a computed figure came about, as data: a rule, what it worked with, and where that stands.

The words are in the labels of `explained-figure` and `explained-rule`. An explanation holds no
result, so that it can never show a number that is too small to be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.period import Period


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fixed word of the data; the group of labels that has its Dutch."""

    group: str
    word: str


Parameter = str | int | Decimal | date | Fixed
# A name of the data, a fixed word, a period, or some of these that read as one.
About = str | Fixed | Period | tuple["About", ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure: what kind and about what, by which rule, from which values.

    `year` is the year that the values are of, when they are of one.
    """

    figure: str
    about: tuple[About, ...]
    rule: str
    inputs: tuple[Place, ...] = ()
    params: Mapping[str, Parameter] = field(default_factory=dict)
    year: int | None = None
