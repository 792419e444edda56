"""`parties.yaml`: partners, governance, working groups and roles. Never persons."""

from typing import ClassVar, Literal

from pydantic import Field

from kansrijk_cli.model.base import File, Item
from kansrijk_cli.model.moments import Dated
from kansrijk_cli.model.references import OwnerRef, PartyRef
from kansrijk_cli.model.types import Id, Level, Line, Text


class Party(Item):
    """Een organisatie, overleg, werkgroep, rol of groep mensen. Nooit een persoon bij naam."""

    id: Id
    name: Line = Field(title="Naam")
    kind: Literal["organisation", "body", "working-group", "role", "group"] = Field(
        title="Soort",
        description="Organisatie, bestuurlijk overleg (body), werkgroep, rol of groep.",
    )
    level: Level | None = Field(
        None, title="Niveau", description="Uitvoering, organisatie of bestuur."
    )
    domain: Literal["medical", "social", "public", "informal", "insurer"] | None = Field(
        None, title="Domein", description="Medisch, sociaal, publiek, informeel of zorgverzekeraar."
    )
    reports_to: PartyRef | None = Field(None, title="Legt verantwoording af aan")
    replaces: PartyRef | None = Field(None, title="Komt in de plaats van")
    members: tuple[OwnerRef, ...] = Field((), title="Leden")
    period: Dated | None = Field(None, title="Periode")
    text: Text | None = Field(None, title="Toelichting")


class Parties(File):
    """Wie meedoen: partners, overleggen, werkgroepen en rollen."""

    path: ClassVar = "regions/{region}/parties.yaml"

    parties: tuple[Party, ...] = Field(title="Partijen")
