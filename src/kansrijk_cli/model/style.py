"""`style.yaml`: how the documents of a region look."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from kansrijk_cli.model.base import File, Model
from kansrijk_cli.model.types import Line

# Names as they stand in a style sheet and in a Word file: no sign that could end them early.
FontName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]*$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
_NAME = r"^[A-Za-z0-9_][A-Za-z0-9._-]*"


class Logo(Model):
    """Het logo van de regio."""

    file: Annotated[str, StringConstraints(pattern=rf"{_NAME}\.(svg|png|jpg)$")] = Field(
        title="Bestand", description="Een svg-, png- of jpg-bestand in de map `templates/`."
    )
    text: Line = Field(title="Tekst", description="Wat er staat, voor wie het plaatje niet ziet.")


class HouseStyle(File):
    """Hoe de documenten van de regio eruitzien. Alles is vrij: wat er niet staat, is gewoon."""

    path: ClassVar = "regions/{region}/style.yaml"

    accent: Colour | None = Field(
        None,
        title="Kleur",
        description="Van koppen en koppen van tabellen, zoals `#0b5563`. Donker genoeg voor wit.",
    )
    fonts: tuple[FontName, ...] = Field(
        (), title="Lettertypen", description="De namen, het liefste eerst."
    )
    font_files: tuple[
        Annotated[str, StringConstraints(pattern=rf"{_NAME}\.(ttf|otf|woff2)$")], ...
    ] = Field(
        (),
        title="Bestanden van het lettertype",
        description="In de map `templates/`. Van het eerste lettertype. PDF kent geen woff2.",
    )
    logo: Logo | None = Field(None, title="Logo")
    footer: Line | None = Field(
        None, title="Voettekst", description="Onder elke bladzijde, zoals een webadres."
    )
    word: Annotated[str, StringConstraints(pattern=rf"{_NAME}\.docx$")] | None = Field(
        None,
        title="Word-bestand",
        description="In de map `templates/`. De stijlen ervan gelden voor Word-documenten.",
    )
