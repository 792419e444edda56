"""Regional agreements that nobody translated locally, and local ones that the region lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kansrijk_cli.compute.coverage.groups import holds
from kansrijk_cli.compute.coverage.matrix import Coverage
from kansrijk_cli.compute.coverage.mergers import standing
from kansrijk_cli.model.agreements import Agreement, Agreements
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace

# The data has no local text at all, none for some municipalities, or no regional text.
Gap = Literal["not-local", "partly-local", "not-regional"]


@dataclass(frozen=True, slots=True)
class Untranslated:
    """An agreement that is in the data on one side only.

    `municipalities` are those without a text of their own when only some have one.
    """

    agreement: Agreement
    gap: Gap
    municipalities: tuple[str, ...] = ()


def untranslated(
    workspace: Workspace, region: RegionFolder, table: Coverage
) -> Iterator[Untranslated]:
    """The agreements that hold on the day of the matrix and lack a regional or local side.

    An agreement that is meant for one side only (`scope`) lacks nothing. No text means that the
    data has none; there may be an agreement all the same.
    """
    content = region.files.content(Agreements)
    for agreement in content.agreements if content else ():
        if not holds(agreement, table.on):
            continue
        local = bool(agreement.local or agreement.places)
        if local and not agreement.regional and agreement.scope != "local":
            yield Untranslated(agreement, "not-regional")
        elif agreement.regional and not agreement.local and agreement.scope != "regional":
            without = _without(workspace, region, table, agreement)
            if not agreement.places:
                yield Untranslated(agreement, "not-local")
            elif without:
                yield Untranslated(agreement, "partly-local", without)


def _without(
    workspace: Workspace, region: RegionFolder, table: Coverage, agreement: Agreement
) -> tuple[str, ...]:
    """The municipalities that none of the places of an agreement has in it."""
    own = {p.name: p.municipalities for p in (region.region.places if region.region else ())}
    names = (m for place in agreement.places for m in own.get(place, (place,)))
    official = (workspace.register.official(name, region.municipalities) for name in names)
    told = standing(workspace.register, official, table.on)
    return tuple(m for m in table.municipalities if m not in told)
