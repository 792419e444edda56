"""`kansrijk.yaml`: the version of the data."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from kansrijk_cli.model.base import File
from kansrijk_cli.model.numbers import NoFlag

# The version of the data that this program works with. A newer one needs a step in `migrations/`.
FORMAT_VERSION = 1
OTHER_VERSION = "KR033"


def _refuse_other_version(value: object) -> object:
    """A version that there was, or that may come; anything else is no version at all."""
    if not isinstance(value, int) or value < 1 or value == FORMAT_VERSION:
        return value
    if value > FORMAT_VERSION:
        params = {"newer": str(value), "known": str(FORMAT_VERSION)}
    else:
        params = {"older": str(value), "current": str(FORMAT_VERSION)}
    raise PydanticCustomError(OTHER_VERSION, "version", params)


class Settings(File):
    """De versie van de gegevens."""

    path: ClassVar = "kansrijk.yaml"
    required: ClassVar = True

    version: Annotated[Literal[1], NoFlag, BeforeValidator(_refuse_other_version)] = Field(
        title="Versie", description="De versie van dit gegevensformaat."
    )
