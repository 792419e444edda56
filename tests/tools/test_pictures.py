"""Pictures in a real browser: they are drawn, and their text has the room that was kept for it."""

import json
import re
from pathlib import Path

import pytest

from kansrijk_cli.output.documents.publication import Picture
from tests.output.pictures.drawings import EXAMPLES, NAMES, drawn
from tests.tools.conftest import Run

pytestmark = [pytest.mark.tools, pytest.mark.long]

# What is over an edge by less than a pixel, or over the foot of a letter, nobody sees.
MEASURE = """
const svg = document.querySelector('svg').getBoundingClientRect();
const texts = [...document.querySelectorAll('text')];
const found = texts.map(t => [t.textContent, t.getBoundingClientRect()]);
const out = found.filter(([, r]) => r.left < svg.left - 1 || r.right > svg.right + 1
  || r.top < svg.top - 1 || r.bottom > svg.bottom + 1 || !r.width).map(([t]) => t);
const over = found.flatMap(([t, r], i) => found.slice(0, i).filter(([, o]) =>
  Math.min(r.right, o.right) - Math.max(r.left, o.left) > 1 &&
  Math.min(r.bottom, o.bottom) - Math.max(r.top, o.top) > 3).map(([u]) => t + ' / ' + u));
document.body.dataset.found = JSON.stringify({texts: found.length, out, over, wide: svg.width});
"""
LONG = "Regionale coalitie Kansrijke Start " * 3


def page(picture: Picture, wide: int) -> str:
    look = "svg { max-width: 100%; height: auto; display: block }"
    return (
        f"<!doctype html><html lang=nl><meta charset=utf-8><style>{look}</style>"
        f'<body><div style="width: {wide}px">{picture.svg}</div><script>{MEASURE}</script>'
    )


@pytest.mark.parametrize("wide", [320, 700])
@pytest.mark.parametrize("text", ["Ede", LONG, "שלום 👨‍👩‍👧"], ids=["short", "long", "other"])
@pytest.mark.parametrize("name", NAMES)
def test_a_browser_draws_every_text_in_its_room(
    run: Run, tmp_path: Path, name: str, text: str, wide: int
) -> None:
    picture = drawn(name, EXAMPLES[name](text))
    path = tmp_path / "page.html"
    path.write_text(page(picture, wide), "utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom")
    shown = run("chromium", *options, path.as_uri())
    [told] = re.findall(r'data-found="([^"]*)"', shown)
    found = json.loads(told.replace("&quot;", '"').replace("&lt;", "<").replace("&amp;", "&"))
    assert found["texts"] == picture.svg.count("<text ")
    assert found["wide"] == pytest.approx(min(wide, picture.width), abs=1)
    assert (found["out"], found["over"]) == ([], [])
