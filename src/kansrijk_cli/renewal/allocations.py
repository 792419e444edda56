"""How something is divided in a new year: by the same key, without what was chosen by hand."""

from collections.abc import Iterator

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.keys import Allocation
from kansrijk_cli.renewal.asking import Asker
from kansrijk_cli.rewriting.changes import Change, LeaveOut

_OF_ONE_YEAR = ("on", "deviations")


def allocation(item: Allocation | None, place: Place, asker: Asker) -> Iterator[Change]:
    """The day of the figures and the deviations were about the old numbers."""
    if item is None:
        return
    if item.model_fields_set <= {*_OF_ONE_YEAR, "assumed"}:
        yield LeaveOut(place.route, asker.comment("allocation"))
    else:
        yield from asker.leave_out(item, place.route, *_OF_ONE_YEAR)
