"""The results of a new year: the targets stay and are asked again, the figures are new."""

from collections.abc import Iterator

from kansrijk_cli.core.place import Place
from kansrijk_cli.model.results import Results, Target
from kansrijk_cli.renewal.allocations import allocation
from kansrijk_cli.renewal.asking import Asker
from kansrijk_cli.renewal.periods import has_bare_quarter, is_over
from kansrijk_cli.renewal.wording import names_year
from kansrijk_cli.rewriting.changes import Change
from kansrijk_cli.workspace.entry import Entry, each

NUMBERS = ("minimum", "maximum", "exact", "total", "parts")


def changes(entry: Entry[Results], asker: Asker) -> Iterator[Change]:
    """What changes in the results, without what is closed."""
    for place, target in each(entry.place.at("targets"), entry.content.targets):
        yield from _target(target, place, asker)
    if entry.content.figures:
        yield asker.mark(("figures",), "figures")


def _target(target: Target, place: Place, asker: Asker) -> Iterator[Change]:
    """A target with a date or path of its own was set for several years, and goes on.

    With a date that is over it is only here because its activity may be done again.
    """
    old = is_over(target.by, asker.new)
    lasts = target.path or (target.by is not None and not has_bare_quarter(target.by) and not old)
    if old:
        yield from asker.leave_out(target, place.route, "by")
    if not lasts:
        has_numbers = any(getattr(target, name) not in (None, {}) for name in NUMBERS)
        yield asker.mark(place.route, "target-numbers" if has_numbers else "target")
    yield from asker.leave_out(target, place.route, "baseline")
    yield from allocation(target.allocation, place.at("allocation"), asker)
    if names_year(target, asker.old):
        yield asker.mark(place.route, "names-year")
