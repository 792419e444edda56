"""Lists with something in them twice, and items that belong to themselves: against counting."""

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.core.diagnostic import Finding
from kansrijk_cli.rules import kr113_twice_in_list as twice
from kansrijk_cli.rules import kr114_belongs_to_itself as circles
from kansrijk_cli.source.folder import Folder, Snapshot
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Workspace
from tests.workspaces import BASE

PLAN, PARTIES = "regions/voorbeeld/2025/plan.yaml", "regions/voorbeeld/parties.yaml"
RESULTS = "regions/voorbeeld/2025/results.yaml"
IDS = "abcdef"
# For each item the one above it, if any.
ABOVE = st.dictionaries(st.sampled_from(IDS), st.sampled_from([*IDS, None]), max_size=6)


@cache
def base() -> Mapping[str, bytes]:
    folder = Folder(BASE)
    return {file: folder.read(file) for file in folder.files()}


def workspace_with(file: str, content: object) -> Workspace:
    """The base with one file that says something else; JSON is YAML as well."""
    loaded = load(Snapshot(BASE, {**base(), file: json.dumps(content).encode()}))
    assert loaded.diagnostics == ()
    return loaded.value.workspace


def plan_with(above: Mapping[str, str | None]) -> Workspace:
    components = [
        {"id": item, "kind": "goal", "title": item} | ({"part_of": up} if up else {})
        for item, up in above.items()
    ]
    document = {"kind": "werkagenda", "title": "Werkagenda"}
    return workspace_with(PLAN, {"document": document, "components": components})


def in_circles(above: Mapping[str, str | None]) -> list[frozenset[str]]:
    """Every circle, found by going up more often than there are items."""
    found: list[frozenset[str]] = []
    for start in above:
        here: str | None = start
        way: list[str] = []
        for _ in range(2 * len(above)):
            if here is not None:
                way.append(here)
                here = above.get(here)
        if way.count(start) > 1 and frozenset(way) not in found:
            found.append(frozenset(way))
    return found


def told(found: Finding) -> frozenset[str]:
    others = found.params["others"]
    assert others is None or isinstance(others, tuple)
    return frozenset({str(found.params["value"]), *(others or ())})


@given(ABOVE)
def test_every_circle_is_told_once(above: Mapping[str, str | None]) -> None:
    found = list(circles.check(plan_with(above)))
    assert Counter(map(told, found)) == Counter(in_circles(above))
    for one in found:
        _, index, field = one.place.route
        assert isinstance(index, int)
        assert (list(above)[index], field) == (one.params["value"], "part_of")


def test_a_party_may_not_answer_to_or_come_after_itself() -> None:
    def party(number: int, **more: str) -> Mapping[str, str]:
        return {"id": f"p{number}", "name": f"P{number}", "kind": "body", **more}

    parties = [
        party(1, reports_to="p2"),
        party(2, reports_to="p1", replaces="p2"),
        party(3, reports_to="p1", replaces="p1"),
    ]
    found = list(circles.check(workspace_with(PARTIES, {"parties": parties})))
    assert [(one.place.path, one.params["others"]) for one in found] == [
        ("parties[0].reports_to", ("p2",)),
        ("parties[1].replaces", None),
    ]


@given(st.lists(st.sampled_from(["Ede", "Rhenen", "Veenendaal", "Bergen (L.)"]), max_size=7))
def test_every_name_after_the_first_is_told(names: list[str]) -> None:
    parties = {"parties": [{"id": "ggd", "name": "GGD", "kind": "body", "members": names}]}
    found = list(twice.check(workspace_with(PARTIES, parties)))
    assert [one.place.route[-1] for one in found] == [
        index for index, name in enumerate(names) if name in names[:index]
    ]
    for one in found:
        name = one.params["value"]
        assert [place.route[-1] for place in one.related] == [names.index(str(name))]


@given(st.lists(st.tuples(st.sampled_from(["Ede", "Rhenen"]), st.integers(1, 2)), max_size=5))
def test_an_item_is_twice_when_all_of_it_is(figures: list[tuple[str, int]]) -> None:
    written = [{"indicator": "roken", "place": place, "value": value} for place, value in figures]
    found = list(twice.check(workspace_with(RESULTS, {"figures": written})))
    assert len(found) == len(figures) - len(set(figures))
    assert all(one.params == {"item": ""} for one in found)
