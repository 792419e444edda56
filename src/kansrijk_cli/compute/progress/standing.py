"""How a plan stands on a date: initiatives, targets, agreed frequencies, measuring, who acts."""

from dataclasses import dataclass
from datetime import date

from kansrijk_cli.compute.dates import document_date
from kansrijk_cli.compute.progress.activities import (
    Initiative,
    MeasuringMoment,
    initiatives,
    moments,
)
from kansrijk_cli.compute.progress.frequencies import Frequency, frequency
from kansrijk_cli.compute.progress.needs import Needs, needs
from kansrijk_cli.compute.progress.owners import OpenItem, Owners, open_items
from kansrijk_cli.compute.progress.trends import Trend, trend
from kansrijk_cli.compute.targets.states import TargetState, target_states
from kansrijk_cli.workspace.workspace import RegionFolder, Workspace, YearFolder


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """A target on a date with which way it goes and what it still needs."""

    state: TargetState
    trend: Trend
    needs: Needs


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything about a plan on a date."""

    on: date
    initiatives: tuple[Initiative, ...]
    targets: tuple[TargetProgress, ...]
    frequencies: tuple[Frequency, ...]
    moments: tuple[MeasuringMoment, ...]
    open_items: tuple[OpenItem, ...]
    owners: Owners

    def about(self, activity: str) -> tuple[TargetProgress, ...]:
        """The targets about an activity, such as the number of cycles of an action research."""
        return tuple(t for t in self.targets if t.state.target.activity == activity)


def standing(
    workspace: Workspace, region: RegionFolder, year: YearFolder, on: date | None = None
) -> Standing:
    """How the plan of a year stands; without `on` on the date of its document."""
    on = on or document_date(year)
    activities = initiatives(year, on)
    states = tuple(target_states(workspace, region, year, on))
    counted = tuple(state for state in states if state.target.kind != "frequency")
    agreed = tuple(frequency(year, s, on) for s in states if s.target.kind == "frequency")
    owners = Owners(region, year)
    return Standing(
        on,
        activities,
        tuple(
            TargetProgress(state, trend(workspace, region, year, state.target, on), needs(state))
            for state in counted
        ),
        agreed,
        tuple(moments(year, on)),
        tuple(open_items(owners, on, activities, counted, agreed)),
        owners,
    )
