"""An observed number of persons that is too small to write down, or that gives such a one away."""

from collections.abc import Iterator

from kansrijk_cli.compute.privacy.figures import SUPPRESSED, Privacy
from kansrijk_cli.compute.privacy.telling import called_persons, told_with
from kansrijk_cli.core.diagnostic import Finding, finding
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.catalog import Indicators
from kansrijk_cli.model.municipalities import Municipalities
from kansrijk_cli.model.region import Region
from kansrijk_cli.model.results import Figure, Results, Target
from kansrijk_cli.workspace.entry import each
from kansrijk_cli.workspace.workspace import Workspace

NEEDS = (Municipalities, Indicators, Region, Results)
AFTER = ("KR105", "KR106", "KR110")


def check(workspace: Workspace) -> Iterator[Finding]:
    """Looks at everything that a document would hide, before it is in the history of git."""
    for region, year in workspace.years():
        entry = year.files.get(Results)
        privacy = Privacy(workspace, region, year)
        for place, target in (
            each(entry.place.at("targets"), entry.content.targets) if entry else ()
        ):
            if privacy.hides_baseline(target):
                yield _may_not(place, "baseline", target.baseline, target, privacy)
        for place, figure in (
            each(entry.place.at("figures"), entry.content.figures) if entry else ()
        ):
            if figure.value == SUPPRESSED:
                yield from _beside(place, figure)
            if not figure.forecast:
                yield from _written_out(place, figure, privacy)


def _beside(place: Place, figure: Figure) -> Iterator[Finding]:
    """A number that is hidden must not stand next to it in other words."""
    printed = figure.printed or ""
    if any(character.isdigit() for character in printed):
        yield finding(place.at("printed"), field="printed", beside=SUPPRESSED)
    if figure.range:
        yield finding(place.at("range"), field="range", beside=SUPPRESSED)


def _written_out(place: Place, figure: Figure, privacy: Privacy) -> Iterator[Finding]:
    may = privacy.shown(figure)
    numbers = []
    if figure.value != SUPPRESSED and not may.value:
        numbers.append(("value", figure.value))
    if not may.whole:
        numbers.append(("of", figure.of))
    for field, number in numbers:
        yield _may_not(place, field, number, figure, privacy)
    for field in ("low", "high") if figure.range else ():
        if privacy.is_too_small(figure, getattr(figure.range, field)):
            yield finding(place.at("range", field), field=field, threshold=privacy.threshold)


def _may_not(
    place: Place, field: str, number: object, item: Figure | Target, privacy: Privacy
) -> Finding:
    """The number is too small itself, or others follow from it."""
    here = place.at(field)
    if privacy.is_too_small(item, number):
        said = called_persons(privacy, place, item)
        params = {"threshold": privacy.threshold, "people": len(said) or None}
        return finding(here, *said, field=field, **params)
    others = told_with(privacy, here, item)
    return finding(here, *others, field=field, derived=privacy.threshold)
