"""Steps between versions that exist only in tests."""

from collections.abc import Iterator, Mapping

from kansrijk_cli.rewriting.changes import Change, Move, Rename
from kansrijk_cli.source.tree import Data


def _parties(file: str, folder: Mapping[str, Data]) -> Iterator[tuple[int, dict[str, Data]]]:
    data = folder[file]
    parties = data.get("parties") if isinstance(data, dict) else None
    if file.endswith("/parties.yaml") and isinstance(parties, list):
        yield from ((n, party) for n, party in enumerate(parties) if isinstance(party, dict))


def kind_to_type(file: str, folder: Mapping[str, Data]) -> Iterator[Change]:
    """Parties have a `type` instead of a `kind`."""
    for number, party in _parties(file, folder):
        if "kind" in party:
            yield Rename(("parties", number, "kind"), "type")


def level_into_place(file: str, folder: Mapping[str, Data]) -> Iterator[Change]:
    """The level of a party stands in its place."""
    for number, party in _parties(file, folder):
        if "level" in party and isinstance(party.get("place"), dict):
            yield Move(("parties", number, "level"), ("parties", number, "place", "level"))


def programmes_up(file: str, folder: Mapping[str, Data]) -> Iterator[Change]:
    """The programmes of a plan stand beside its document, and no longer in it."""
    data = folder[file]
    document = data.get("document") if isinstance(data, dict) else None
    if file.endswith("/plan.yaml") and isinstance(document, dict) and "programmes" in document:
        yield Move(("document", "programmes"), ("programmes",))
