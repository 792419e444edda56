"""The prevention matrix: goals of the plan by levels of prevention."""

from collections.abc import Iterator

from kansrijk_cli.compute.coverage.matrix import Coverage, coverage
from kansrijk_cli.compute.coverage.prevention import LEVELS, PreventionMatrix, prevention_matrix
from kansrijk_cli.model.interventions import Interventions
from kansrijk_cli.model.types import Prevention
from kansrijk_cli.reports.context import Context, Data, marked
from kansrijk_cli.reports.region_maps import active_count
from kansrijk_cli.reports.values import Remarked, Word

ORDER, FILE = 72, Interventions


def build(context: Context) -> Data | None:
    """The matrix on the document's date; nothing when no intervention has a level of prevention."""
    if context.file(Interventions) is None:
        return None
    table = coverage(context.workspace, context.folder, context.on)
    matrix = prevention_matrix(table, context.year)
    if not matrix.has_levels or not context.once("prevention"):
        return None
    return {
        "columns": [level or "unknown" for level in prevention_columns(matrix)],
        "rows": list(prevention_rows(table, matrix)),
    }


def prevention_columns(matrix: PreventionMatrix) -> tuple[Prevention | None, ...]:
    """All levels, and a column for what has no level when there is such an intervention.

    When the data names no level at all there is only that column.
    """
    if not matrix.has_levels:
        return (None,)
    return (*LEVELS, None) if matrix.has_unknown_levels else LEVELS


def prevention_rows(table: Coverage, matrix: PreventionMatrix) -> Iterator[tuple[object, ...]]:
    """Each goal with its interventions, and in how many municipalities each is active."""
    last = [(None, Word("goal", "none"))] if matrix.without_goal else []
    for id_, title in [*((goal.id, goal.title) for goal in matrix.goals), *last]:
        cells = (matrix.cells.get((id_, level), ()) for level in prevention_columns(matrix))
        yield (
            title,
            *(
                tuple(
                    Remarked(marked(i, i.name, "prevention"), _active_in(table, i.id))
                    for i in inside
                )
                or Word("prevention", "nothing")
                for inside in cells
            ),
        )


def _active_in(table: Coverage, intervention: str) -> object:
    """In how many municipalities it is active; unknown when that may be none."""
    active = active_count(table.by_intervention[intervention])
    return Word("figure", "unknown") if active is None else active
