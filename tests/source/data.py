"""Plain data for properties: what a data file can hold, and routes through it."""

from collections.abc import Iterator

from hypothesis import strategies as st

from kansrijk_cli.core.place import Route
from kansrijk_cli.source.tree import Data

# YAML text may not hold these, or takes them for a line break where Python does not.
LINES = "\r\x85\u2028\u2029"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=LINES), max_size=12)
# Longer ones stay text: a program that reads them as a float would lose digits.
INTS = st.integers(-(10**17) + 1, 10**18 - 1)
# Python writes the others with an exponent, which is text in our files.
FLOATS = st.floats(allow_nan=False, allow_infinity=False).filter(lambda f: "e" not in repr(f))
SCALARS = st.one_of(st.none(), st.booleans(), INTS, FLOATS, TEXTS)


def containers(inner: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    return st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4))


DATA: st.SearchStrategy[Data] = st.recursive(SCALARS, containers, max_leaves=12)


def routes(data: Data, here: Route = ()) -> Iterator[tuple[Route, Data]]:
    """Every node of plain data with the route to it."""
    yield here, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from routes(value, (*here, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from routes(item, (*here, index))
