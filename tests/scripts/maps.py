"""A small map of municipalities, and what is no map at all."""

from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest

# Three squares of one degree in a row. West and middle share an arc, middle and east only the
# points of a line, as on some maps. The fourth is two squares; one has a corner on the east.
ARCS = [
    [[1, 0], [1, 1]],
    [[1, 1], [0, 1], [0, 0], [1, 0]],
    [[1, 0], [2, 0], [2, 1], [1, 1]],
    [[2, 0], [3, 0], [3, 1], [2, 1], [2, 0]],
    [[9, 0], [10, 0], [10, 1], [9, 1], [9, 0]],
    [[3, 1], [4, 1], [4, 2], [3, 2], [3, 1]],
]
MAP: dict[str, Any] = {
    "type": "Topology",
    "objects": {
        "gemeenten": {
            "geometries": [
                {"id": "GM0001", "type": "Polygon", "arcs": [[0, 1]]},
                {"id": "GM0002", "type": "Polygon", "arcs": [[2, -1]]},
                {"id": "GM0003", "type": "Polygon", "arcs": [[3]]},
                {"id": "GM0004", "type": "MultiPolygon", "arcs": [[[4]], [[5]]]},
            ]
        }
    },
    "arcs": ARCS,
}


def in_steps(arcs: list[list[list[int]]], translate: list[int]) -> dict[str, Any]:
    """The map with its arcs as steps of half a degree from a corner."""
    topology = deepcopy(MAP)
    topology["transform"] = {"scale": [0.5, 0.5], "translate": translate}
    topology["arcs"] = [
        [[int((x - px) * 2), int((y - py) * 2)] for (px, py), (x, y) in pairwise([[0, 0], *arc])]
        for arc in arcs
    ]
    return topology


no_maps = pytest.mark.parametrize(
    "topology",
    [
        [],
        {},
        {"objects": {}, "arcs": []},
        {"objects": {"a": 1}},
        {"objects": {"a": {"geometries": [{"id": "GM0001", "type": "Polygon"}]}}, "arcs": []},
        {
            "objects": {"a": {"geometries": [{"id": "A", "type": "Polygon", "arcs": [[7]]}]}},
            "arcs": [[[0, 0], [1, 1]]],
        },
        {"objects": {"a": {"geometries": []}}, "arcs": []},
    ],
)
