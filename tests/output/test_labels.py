"""Every fixed word of the data has a Dutch word."""

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from kansrijk_cli.compute.targets.states import TargetStatus
from kansrijk_cli.model import numbers, types
from kansrijk_cli.model.budgets import Budget, Column
from kansrijk_cli.model.coalitions import Coalition
from kansrijk_cli.model.interventions import Intervention, Recognition
from kansrijk_cli.model.keys import Method, PlainKey
from kansrijk_cli.model.parties import Party
from kansrijk_cli.model.plan import Activity, Document, OpenPoint, Vote
from kansrijk_cli.model.region import Place, Region
from kansrijk_cli.model.results import Figure, TargetFields
from kansrijk_cli.output.labels import label
from kansrijk_cli.reports.registry import standing_sections


def words(annotation: Any) -> set[str]:
    """The fixed words anywhere in an annotation."""
    found: set[str] = set()
    for argument in get_args(annotation):
        found |= {argument} if isinstance(argument, str) else words(argument)
    return found


def field(model: Any, name: str) -> set[str]:
    """The fixed words of a field."""
    return words(model.model_fields[name].annotation)


GROUPS: Mapping[str, set[str]] = {
    "status": words(types.Status),
    "matrix": words(types.Status),
    "phase": words(types.Phase),
    "level": words(types.Level),
    "bound": words(types.Bound),
    "money": words(numbers.Money),
    "figure": words(numbers.Observed),
    "per": words(numbers.Per),
    "scope": field(Activity, "scope"),
    "activity": field(Activity, "status"),
    "document-status": field(Document, "status"),
    "open-point": field(OpenPoint, "kind"),
    "vote": field(Vote, "status"),
    "target-status": words(TargetStatus),
    "of": field(TargetFields, "of"),
    "trend": field(Figure, "trend"),
    "coalition-level": field(Coalition, "level"),
    "intervention": field(Intervention, "kind"),
    "recognition": field(Recognition, "status"),
    "party": field(Party, "kind"),
    "domain": field(Party, "domain"),
    "place": field(Place, "kind"),
    "region-kind": field(Region, "kinds"),
    "vat": field(Budget, "vat"),
    "key": words(PlainKey),
    "method": words(Method),
    "column": field(Column, "kind"),
    "chapter": set(standing_sections()),
}


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_a_group_has_a_label(group: str) -> None:
    assert GROUPS[group]
    for word in GROUPS[group]:
        assert label(group, word).strip()


def test_a_word_without_a_label_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        label("status", "nergens")
