"""In a few lines how a plan stands."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kansrijk_cli.compute.progress.activities import MeasuringMoment
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.standing import progress_word, standing_of, without_owner
from kansrijk_cli.reports.values import Word

# Only where a layout asks for it.
ORDER, FILE = None, Plan


def build(context: Context) -> Data | None:
    """How many of what are in which state, and which moment of measuring comes next."""
    found = standing_of(context)
    if not (found.initiatives or found.targets or found.frequencies or found.open_items):
        return None
    return {
        "initiatives": _counted(progress_word(i.progress) for i in found.initiatives),
        "targets": _counted(Word("target-status", t.state.status) for t in found.targets),
        "frequencies": _counted(Word("frequency-status", f.state) for f in found.frequencies),
        "coming": [moment for moment in found.moments if _is_coming(moment, found.on)][:1],
        "open": len(found.open_items),
        "nobody": len(without_owner(found)),
    }


def _is_coming(moment: MeasuringMoment, on: date) -> bool:
    """Whether a moment of measuring is still to come, as far as it has a last day."""
    over = moment.days.end is None or moment.days.end < on
    return not over and moment.progress.state not in ("done", "dropped")


def _counted(words: Iterable[Word]) -> list[tuple[Word, int]]:
    """How often each word is there, the most frequent first."""
    return Counter(words).most_common()
