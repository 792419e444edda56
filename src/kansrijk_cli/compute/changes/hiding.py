"""Which observed numbers of persons a comparison leaves out, in both versions.

What either version hides stays hidden. Where the versions do not hide the same numbers about a
subject, in whatever year, none of its numbers is told: what one version shows could give away what
the other hides. Two years of one version hide together, so there only what is hidden is left out.
"""

from kansrijk_cli.compute.changes.sides import Pair
from kansrijk_cli.compute.changes.steps import Edit
from kansrijk_cli.compute.privacy.figures import Privacy
from kansrijk_cli.model.results import Figure, Target

# The fields of a figure, or of a target, that could tell how many persons it counts.
TELLING = frozenset(("value", "of", "range", "printed", "note", "assumed", "baseline"))


def hides(edit: Edit, pair: Pair) -> bool:
    """Whether an edit is about a figure, or the baseline of a target, that may not be told."""
    privacies = [side.privacy for side in (pair.before, pair.after) if side.privacy]
    about = [
        (item, side.privacy)
        for step in edit.steps[1:2]
        for item, side in ((step.before, pair.before), (step.after, pair.after))
        if side.privacy and isinstance(item, Figure | Target) and _tells(item, edit)
    ]
    if any(_is_hidden(item, privacy) for item, privacy in about):
        return True
    subjects = {privacy.subject(item) for item, privacy in about}
    return any(len({each.hidden(subject) for each in privacies}) > 1 for subject in subjects)


def _tells(item: Figure | Target, edit: Edit) -> bool:
    """Whether the edit tells what was observed: of a target only its baseline is."""
    if isinstance(item, Figure):
        return True
    is_told = not edit.steps[2:] or edit.steps[2].key in ("baseline", "assumed")
    return is_told and item.baseline is not None


def _is_hidden(item: Figure | Target, privacy: Privacy) -> bool:
    return privacy.hides_baseline(item) if isinstance(item, Target) else not privacy.is_shown(item)
