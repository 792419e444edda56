"""Whom to ask: roles and organisations with what they are asked about, never persons."""

from collections.abc import Iterable

from kansrijk_cli.output.site.addresses import region_page
from kansrijk_cli.output.site.desk import Linked
from kansrijk_cli.output.site.facts import RegionFacts

Row = tuple[object, ...]

# As plans write it, such as "uitgever van het artikel": who wrote about it is not who answers.
PUBLISHER = "uitgever"


class Contacts:
    """Those who answer for something, in the order in which they are named."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], dict[str, None]] = {}
        self._regions: dict[str, RegionFacts] = {}

    def add(self, facts: RegionFacts, names: Iterable[str], about: str) -> None:
        """Somebody of a region answers for something."""
        self._regions[facts.id] = facts
        for name in names:
            self._found.setdefault((name, facts.id), {})[about] = None

    def add_roles(self, facts: RegionFacts) -> None:
        """Those with a role in the newest plan, except who only published something."""
        year = facts.newest
        for role, owner in year.context.plan.document.roles.items() if year else ():
            if not role.casefold().startswith(PUBLISHER):
                self.add(facts, facts.owners([owner]), role)

    def rows(self) -> list[Row]:
        """Who, what for, and in which region."""
        return [
            (name, tuple(about), Linked(self._regions[id_].region.name, region_page(id_)))
            for (name, id_), about in self._found.items()
        ]
