"""Where everything stands in a text."""

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.source.outline import Branch, outline

TEXT = """\
een: 1 # achter
twee:
  - a: |-
      tekst

      # ook tekst

  # opmerking
  - {b: [x, "y"], c: é}
  -
    d:
    'e f': >-
      g
drie: [] # slot
"""


def shown(branch: Branch, text: str) -> object:
    """The outline as plain data with the text of each value."""
    if branch.entries is None:
        return text[branch.start : branch.end]
    return {
        text[slice(*twig.key)] if twig.key else twig.step: shown(twig.value, text)
        for twig in branch.entries
    }


def test_every_value_stands_where_the_outline_says() -> None:
    root = outline(TEXT)
    assert root
    assert shown(root, TEXT) == {
        "een": "1",
        "twee": {
            0: {"a": "|-\n      tekst\n\n      # ook tekst"},
            1: {"b": {0: "x", 1: '"y"'}, "c": "é"},
            2: {"d": "", "'e f'": ">-\n      g"},
        },
        "drie": {},
    }


def test_a_route_leads_to_its_item() -> None:
    root = outline(TEXT)
    assert root
    twig = root.find(("twee", 1, "b"))
    assert twig
    assert TEXT[twig.start : twig.end] == 'b: [x, "y"]'
    assert twig.value.flow
    block = root.find(("twee", 2, "e f"))
    assert block
    assert block.value.block
    assert root.find(("twee", 3)) is None
    assert root.find(("een", "x")) is None


def test_a_text_without_values_has_no_outline() -> None:
    assert outline("") is None
    assert outline("# niets\n") is None
    assert outline("a: [") is None


@given(st.text(alphabet="ab:-# \n[]{}'\"|>,", max_size=40))
def test_what_is_inside_lies_inside_and_in_order(text: str) -> None:
    def check(branch: Branch) -> None:
        last = branch.start
        for twig in branch.entries or ():
            assert last <= twig.start <= twig.end <= branch.end
            last = twig.start
            check(twig.value)

    root = outline(text)
    if root:
        check(root)
