"""The plan of a new year: what changes in `plan.yaml`, and what must be decided in it."""

from collections.abc import Iterator

from kansrijk_cli.core.place import Place, Route
from kansrijk_cli.model.base import Item
from kansrijk_cli.model.plan import Activity, Document, OpenPoint, Plan
from kansrijk_cli.renewal.asking import Asker
from kansrijk_cli.renewal.closing import Closing, is_unfinished, may_come_back
from kansrijk_cli.renewal.periods import is_of, is_over
from kansrijk_cli.renewal.wording import names_year, with_year
from kansrijk_cli.rewriting.changes import Change, Insert
from kansrijk_cli.rewriting.sheet import Sheet
from kansrijk_cli.workspace.entry import Entry, each

_TIED_TO_THE_OLD = ("version", "published", "adopted", "review_by")


def changes(entry: Entry[Plan], sheet: Sheet, closing: Closing, asker: Asker) -> Iterator[Change]:
    """What changes in the plan, without what is closed."""
    plan = entry.content
    yield from _document(plan.document, sheet, asker)
    for place, component in each(entry.place.at("components"), plan.components):
        if place in closing.lingering:
            yield asker.mark(place.route, "lingering")
        for here, text in each(place.at("texts"), component.texts):
            yield from _reread(here, text, asker)
    for place, activity in each(entry.place.at("activities"), plan.activities):
        yield from _activity(activity, place.route, asker)
    for place, point in each(entry.place.at("open_points"), plan.open_points):
        yield from _open_point(point, place.route, asker)
    for name in ("texts", "components", "activities", "risks", "open_points"):
        for place, item in each(entry.place.at(name), getattr(plan, name)):
            yield from _reread(place, item, asker)


def _document(document: Document, sheet: Sheet, asker: Asker) -> Iterator[Change]:
    route: Route = ("document",)
    title = with_year(sheet, (*route, "title"), document.title, asker.old, asker.new)
    yield title or asker.mark((*route, "title"), "title")
    if document.subtitle:
        subtitle = with_year(sheet, (*route, "subtitle"), document.subtitle, asker.old, asker.new)
        if subtitle:
            yield subtitle
    if document.status is not None:
        yield from asker.replace(document, route, "status", "draft")
    else:
        yield Insert(route, "title", "status", "draft")
    yield from asker.leave_out(document, route, *_TIED_TO_THE_OLD)
    yield from _period(document, route, asker)
    if document.note:
        yield asker.mark((*route, "note"), "note")


def _period(document: Document, route: Route, asker: Asker) -> Iterator[Change]:
    """The year itself is renewed; a period that is over, or was assumed, is left out."""
    period = document.period
    if is_of(period, asker.old) and "period" not in document.assumed:
        yield from asker.replace(document, route, "period", str(asker.new))
    elif is_over(period, asker.new):
        yield from asker.leave_out(document, route, "period")


def _activity(activity: Activity, route: Route, asker: Asker) -> Iterator[Change]:
    if is_unfinished(activity, asker.new):
        yield asker.mark(route, "unfinished")
    elif may_come_back(activity):
        yield asker.mark(route, "quarters" if activity.when else "goes-on")


def _open_point(point: OpenPoint, route: Route, asker: Asker) -> Iterator[Change]:
    if is_over(point.by, asker.new):
        yield from asker.leave_out(point, route, "by")


def _reread(place: Place, item: Item, asker: Asker) -> Iterator[Change]:
    if names_year(item, asker.old):
        yield asker.mark(place.route, "names-year")
