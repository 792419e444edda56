"""Letters with accents that a program read wrongly, and those that are right."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.core.diagnostic import Value
from kansrijk_cli.core.place import Position
from kansrijk_cli.source.edit import Edit, applied
from kansrijk_cli.source.garbled import changes, garbled, ungarbled
from kansrijk_cli.source.tree import Locator

FILE = "regions/r/plan.yaml"
ROOT = Path(__file__).parents[2]
# What Dutch texts hold, also in names and figures; of some the bytes are no letters of Windows.
SIGNS = "äëïöüéèêóúçñÄËÖÜÉÊÓÚÇÑ€–—‘’“…•°±²½µ·§«»\u00a0ß😀"


def wrongly_read(text: str) -> str:
    return text.encode("utf-8").decode("cp1252")


def found(text: str) -> list[tuple[Position | None, dict[str, Value]]]:
    return [(d.place.span, dict(d.params)) for d in garbled(FILE, text)]


def mended(text: str, *, mixed: bool = False) -> str:
    return applied(text, [[Edit(*change) for change in changes(Locator(text), mixed=mixed)]])


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_of_dutch_is_recognised(sign: str) -> None:
    assert ungarbled(wrongly_read(sign)) == sign
    assert found(f"a: {sign}b\n") == []
    [(span, params)] = found(f"a: x{wrongly_read(sign)}y\n")
    assert params["proposal"] in (f"x{sign}y", "x")
    assert span
    assert span[:2] == (1, 4)


def test_all_of_a_file_is_told_once_at_the_first() -> None:
    text = f"a: Zo\nb: [ja, {wrongly_read('Zoë')} (ë)]\nc: >-\n  {wrongly_read('één – één')}\n"
    whole, mixed = found(text)
    assert whole == ((4, 3, 4, 8), {"word": wrongly_read("één"), "proposal": "één", "number": 3})
    assert mixed == (
        (2, 9, 2, 13),
        {"word": wrongly_read("Zoë"), "proposal": "Zoë", "mixed": ""},
    )
    assert mended(text) == text.replace(wrongly_read("één – één"), "één – één")
    assert mended(text, mixed=True) == text.replace(wrongly_read("Zoë"), "Zoë")


@pytest.mark.parametrize(
    "text",
    [
        "a: “CAFÉ’s” en “RENÉ”\n",
        "a: Coördinatie in Súdwest-Fryslân, € 5 – 10\n",
        "a: château, âge, Ångström, Müller…\n",
        "# CoÃ¶rdinatie\na: 1\n",
        "a: [CoÃ¶rdinatie\n",
        "a: Ã of Â\n",
    ],
)
def test_right_texts_and_what_is_no_data_are_left(text: str) -> None:
    assert found(text) == []
    assert mended(text) == text


def test_the_data_of_the_repository_has_none() -> None:
    files = [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "src").rglob("*.yaml")]
    assert len(files) > 40
    assert [path for path in files if found(path.read_text("utf-8"))] == []


TWICE = st.tuples(st.text(st.sampled_from("ëéèöï ab'"), min_size=1), st.just(2))
ONCE = st.tuples(st.text(st.sampled_from(SIGNS + "abc '"), min_size=1), st.just(1))


@given(st.one_of(ONCE, TWICE))
def test_what_was_wrongly_read_once_or_twice_is_read_back(written: tuple[str, int]) -> None:
    text, times = written
    wrong = text
    for _ in range(times):
        wrong = wrongly_read(wrong)
    whole = f'a: ["{wrong}", 1]\n'
    assert mended(whole) == f'a: ["{text}", 1]\n'
    assert ungarbled({wrong: [wrong, 1]}) == {text: [text, 1]}


@given(st.text())
def test_any_text_becomes_readable_or_stays(text: str) -> None:
    once = ungarbled(text)
    assert ungarbled(once) == once
