"""Which observed numbers of persons a comparison leaves out, in both versions.

What either version hides stays hidden. Where the versions of a subject do not hide the same
figures, none of its numbers is told: what one version shows could give away what the other hides.
"""

from kansrijk_cli.compute.changes.sides import Pair, Side
from kansrijk_cli.compute.changes.steps import Edit, Official, keyed
from kansrijk_cli.model.results import Figure, Results, Target

# The fields of a figure, or of a target, that could tell how many persons it counts.
TELLING = frozenset(("value", "of", "range", "printed", "note", "assumed", "baseline"))

_Hidden = frozenset[str]


def hides(edit: Edit, pair: Pair) -> bool:
    """Whether an edit is about a figure, or the baseline of a target, that may not be told."""
    figures = [f for step in edit.steps[1:2] for f in (step.before, step.after)]
    told = [figure for figure in figures if isinstance(figure, Figure)]
    if not told:
        is_told = not edit.steps[2:] or edit.steps[2].key in ("baseline", "assumed")
        targets = (item for item in figures if isinstance(item, Target))
        return is_told and any(_hides_baseline(target, pair) for target in targets)
    key = edit.steps[1].key
    subjects = {
        _subject(figure, side)
        for figure, side in zip(figures, (pair.before, pair.after), strict=True)
        if isinstance(figure, Figure)
    }
    return any(_is_unsafe(subject, key, pair) for subject in subjects)


def _hides_baseline(target: Target, pair: Pair) -> bool:
    sides = (side.privacy for side in (pair.before, pair.after))
    return any(privacy.hides_baseline(target) for privacy in sides if privacy)


def _is_unsafe(subject: str, key: str, pair: Pair) -> bool:
    before, after = (_hidden(subject, side, pair.official) for side in (pair.before, pair.after))
    return key in before | after or before != after


def _hidden(subject: str, side: Side, official: Official) -> _Hidden:
    """The figures about a subject that this version does not show."""
    results = side.year.files.content(Results) if side.year else None
    privacy = side.privacy
    if privacy is None or results is None:
        return frozenset()
    return frozenset(
        key
        for key, figure in keyed(results.figures, official).items()
        if isinstance(figure, Figure)
        and _subject(figure, side) == subject
        and not privacy.is_shown(figure)
    )


def _subject(figure: Figure, side: Side) -> str:
    """What a figure is about: its indicator, that of its target, or the target itself."""
    results = side.year.files.content(Results) if side.year else None
    targets = {target.id: target for target in results.targets} if results else {}
    target = targets.get(figure.target or "")
    indicator = figure.indicator or (target.indicator if target else None)
    return f"indicator {indicator}" if indicator else f"target {figure.target}"
