"""What holds for every picture: it is read, printed and drawn everywhere, whatever is in it."""

import re

import pytest
import typst

from kansrijk_cli.compute.contrast import READABLE, contrast
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.documents.style import Style
from kansrijk_cli.output.drawing.colours import PAPER
from tests.output.pictures.drawings import (
    EXAMPLES,
    NAMES,
    drawn,
    elements,
    grounds,
    paper,
    texts,
)

HOSTILE = {
    "html": "<script>alert('x')</script> & \"meer\" </text>]]>",
    "jinja": "{{ 7 * 7 }}{% raw %}%%",
    "typst": '#panic("x") $x$ @preview',
    "long": "lang" * 75,
    "hebrew": "שלום עולם",
    "arabic": "مرحبا بالعالم",
    "emoji": "gezin 👨‍👩‍👧‍👦 é 🇳🇱 " * 6,
    "path": "M0 0L10 10z",
    "dash": "a-b/c--d / e",
}
LOOKS = [Style(), Style(accent="#767676"), Style(accent="#000000"), Style(accent="#b00020")]


def test_there_is_an_example_of_every_picture() -> None:
    assert set(EXAMPLES) == set(NAMES)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def picture(name: str) -> Picture:
    return drawn(name, EXAMPLES[name]())


def test_who_cannot_see_it_is_told(name: str, picture: Picture) -> None:
    root = elements(picture)
    by_id = {e.get("id"): "".join(e.itertext()) for e in root.iter() if e.get("id")}
    assert root.get("role") == "img"
    asked = (root.get("aria-labelledby") or "").split()
    assert asked == [f"plan-{name}-title", f"plan-{name}-desc"]
    assert all(by_id[id_].strip() for id_ in asked)
    assert by_id[f"plan-{name}-desc"] == "Wat er is."


def test_its_ids_are_its_own_and_each_is_there_once(name: str, picture: Picture) -> None:
    ids = [id_ for element in elements(picture).iter() if (id_ := element.get("id"))]
    assert len(ids) == len(set(ids))
    assert all(id_.startswith(f"plan-{name}-") for id_ in ids)
    assert set(re.findall(r"url\(#([^)]+)\)", picture.svg)) <= set(ids)


def test_it_stands_on_its_own(picture: Picture) -> None:
    found = {element.tag.partition("}")[2] for element in elements(picture).iter()}
    allowed = {"svg", "title", "desc", "defs", "pattern", "rect", "g", "text", "path"}
    assert found <= allowed | {"circle"}
    attributes = {key for element in elements(picture).iter() for key in element.attrib}
    assert not {key for key in attributes if key.startswith("on") or "href" in key}
    assert re.findall(r"https?:[^\"]*", picture.svg) == ["http://www.w3.org/2000/svg"]


def test_it_has_a_size(picture: Picture) -> None:
    root = elements(picture)
    size = (root.get("width"), root.get("height"))
    assert size == (str(picture.width), str(picture.height))
    assert root.get("viewBox") == f"0 0 {picture.width} {picture.height}"


def test_it_is_legible_on_a_telephone(picture: Picture) -> None:
    sizes = [float(e.attrib["font-size"]) for e in elements(picture).iter() if e.get("font-size")]
    # A screen of 360 pixels leaves 320 of them.
    assert min(sizes) * 320 / picture.width >= 8
    assert sorted(sizes)[len(sizes) // 2] * 320 / picture.width >= 9


def test_the_same_data_gives_the_same_bytes(name: str, picture: Picture) -> None:
    assert drawn(name, EXAMPLES[name]()) == picture


def test_no_text_is_cut_off_or_over_another(picture: Picture) -> None:
    _has_room(picture)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text(name: str, text: str) -> None:
    picture = drawn(name, EXAMPLES[name](text), said=text)
    wanted = " ".join(text.split())
    assert any(_closed(wanted) in _closed(told.text) for told in texts(picture))
    assert wanted in [e.text for e in elements(picture).iter() if e.tag.endswith("}desc")]
    _has_room(picture)


def test_what_xml_and_readers_cannot_hold_is_shown_as_such(name: str) -> None:
    picture = drawn(name, EXAMPLES[name]("a\x00b\ufffe\u202ec\nd"))
    assert any("a\ufffdb\ufffd\ufffdc" in _closed(told.text) for told in texts(picture))


@pytest.mark.parametrize("style", LOOKS, ids=lambda style: style.accent)
def test_every_text_has_contrast(name: str, style: Style) -> None:
    picture = drawn(name, EXAMPLES[name](), style)
    parts = list(grounds(picture))
    for told in texts(picture):
        behind = [c for frame, colours in parts if frame.meets(told.frame) for c in colours]
        for colour in (*behind, PAPER):
            assert contrast(told.colour, colour) >= READABLE, (told.line, colour)


def test_fonts_of_the_house_style_come_first(name: str) -> None:
    root = elements(drawn(name, EXAMPLES[name](), Style(fonts=("Huisletter",))))
    assert (root.get("font-family") or "").startswith("'Huisletter', ")
    assert (root.get("font-family") or "").endswith(", sans-serif")


@pytest.mark.parametrize("text", ["Ede", *HOSTILE.values()], ids=["plain", *HOSTILE])
def test_typst_draws_it(name: str, text: str) -> None:
    picture = drawn(name, EXAMPLES[name](text))
    source = b"#image(bytes(sys.inputs.svg), width: 100%)"
    made = typst.compile(
        source, format="png", sys_inputs={"svg": picture.svg}, ignore_system_fonts=True
    )
    assert made.startswith(b"\x89PNG")


def _closed(text: str) -> str:
    """A text without its spaces: those at the end of a line need not be there."""
    return "".join(text.split())


def _has_room(picture: Picture) -> None:
    around, found = paper(picture), texts(picture)
    for told in found:
        assert around.left <= told.frame.left, told
        assert told.frame.right <= around.right, told
        assert around.top <= told.frame.top, told
        assert told.frame.bottom <= around.bottom, told
    for index, told in enumerate(found):
        for other in found[:index]:
            # Numbers are written with one decimal.
            frame = other.frame
            close = min(told.frame.bottom - frame.top, frame.bottom - told.frame.top)
            assert not told.frame.meets(frame) or close < 0.2, (told, other)
