"""`coalitions.yaml`: local and regional coalitions and how far they are."""

from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.inventory import Inventory
from kansrijk_cli.model.moments import Dated
from kansrijk_cli.model.references import MunicipalityRef, OwnerRef, PartyRef
from kansrijk_cli.model.types import Id, Line, Status, Text


class Coalition(Item):
    """Een coalitie van partijen, in een gemeente, een paar gemeenten of de hele regio."""

    id: Id
    name: Line = Field(title="Naam")
    level: Literal["local", "regional"] = Field(title="Niveau", description="Lokaal of regionaal.")
    municipalities: tuple[MunicipalityRef, ...] = Field(
        (), title="Gemeenten", description="Leeg bij een regionale coalitie: de hele regio."
    )
    status: Status = Field(title="Stand")
    period: Dated | None = Field(None, title="Periode")
    lead: OwnerRef | None = Field(None, title="Trekker")
    partners: tuple[PartyRef, ...] = Field((), title="Partners")
    text: Text | None = Field(None, title="Toelichting")


class Coalitions(File):
    """De coalities van de regio."""

    path: ClassVar = "regions/{region}/coalitions.yaml"

    inventory: Inventory | None = Field(None, title="Inventarisatie")
    coalitions: tuple[Coalition, ...] = Field(title="Coalities")
