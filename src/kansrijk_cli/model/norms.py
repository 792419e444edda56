"""`catalog/norms.yaml`: targets that hold for every region."""

from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File
from kansrijk_cli.model.region import Source
from kansrijk_cli.model.results import TargetFields
from kansrijk_cli.model.types import Line


class Norm(TargetFields):
    """Een landelijke norm: een doel dat voor elke regio geldt, met een reden als zij afwijkt."""

    element: Line | None = Field(
        None, title="Onderdeel", description="De titel van een onderdeel van een format."
    )
    counts: Literal["local-coalitions", "regional-coalitions"] | None = Field(
        None,
        title="Telt",
        description="Wat uit `coalitions.yaml` meetelt: lokale of regionale coalities.",
    )
    needs: Line | None = Field(
        None,
        title="Nodig om te rekenen",
        description="Welk getal er nog niet is, waardoor de norm geen getal voor de regio geeft.",
    )


class Norms(File):
    """De landelijke normen."""

    path: ClassVar = "catalog/norms.yaml"

    sources: tuple[Source, ...] = Field((), title="Bronnen")
    norms: tuple[Norm, ...] = Field(title="Normen")
