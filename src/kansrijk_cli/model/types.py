"""Texts, ids and words in fields, each refusing what could be read in two ways."""

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StringConstraints
from pydantic_core import PydanticCustomError

# The code of the rule that explains the error.
BAD_ID = "KR026"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return _ID.fullmatch(text) is not None


def plain_id(name: str) -> str:
    """A name as an id: `Kop van Noord-Holland` gives `kop-van-noord-holland`.

    Accents fall off; a name without letters or digits gives an empty text.
    """
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _check_id(text: str) -> str:
    if not is_id(text):
        told = {"value": text, "proposal": plain_id(text) or None}
        raise PydanticCustomError(BAD_ID, "id", told)
    return text


Flag = Annotated[StrictBool, Field(description="`true` of `false`.")]
Line = Annotated[
    str,
    StringConstraints(min_length=1, pattern=r"^\S(.*\S)?$"),
    Field(description="Tekst op één regel."),
]
Text = Annotated[
    str, StringConstraints(min_length=1), Field(description="Tekst, van een of meer regels.")
]
Id = Annotated[
    str,
    AfterValidator(_check_id),
    Field(
        title="Id",
        description="Korte vaste naam: kleine letters, cijfers en koppeltekens.",
        json_schema_extra={"pattern": f"^{_ID.pattern}$"},
    ),
]

Phase = Literal["before", "during", "after"]
Level = Literal["execution", "organisation", "board"]
Status = Literal["active", "starting", "planned", "ended", "none", "unknown"]
Bound = Literal["at-least", "at-most", "about"]
# From everybody, through groups with a risk and persons with first signs, to who has a problem.
Prevention = Literal["universal", "selective", "indicated", "care"]
