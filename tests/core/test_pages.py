"""Reading the page of a rule."""

import pytest

from kansrijk_cli.core.diagnostic import Severity
from kansrijk_cli.core.pages import Example, Page, parse_page

WHOLE = "# Titel\nErnst: fout\n> Zin.\n"
BROKEN = {
    "no-title": WHOLE.removeprefix("# "),
    "no-severity": WHOLE.replace("Ernst: ", ""),
    "unknown-severity": WHOLE.replace("fout", "ramp"),
    "no-message": WHOLE.replace("> Zin.\n", ""),
    "unknown-chapter": f"{WHOLE}## Waarom\nDaarom.\n",
}


def test_what_is_read_of_a_page() -> None:
    assert parse_page(
        "# Titel\n\nErnst: waarschuwing\nElders: daar, bij `{y}`\n> Een.\n> Twee met `{x}`.\n"
        "## Wat te doen\n- Dit.\n- Of dat.\n## Voorbeeldwaarden\n- x: a: b\n"
        "## Uitleg\nOmdat\nhet moet.\n"
        "## Fout\n```yaml a.yaml\na: 1\n```\n```yaml b/c.yaml\nb: 2\n```\n"
    ) == Page(
        title="Titel",
        severity=Severity.WARNING,
        message=("Een.", "Twee met `{x}`."),
        advice=("Dit.", "Of dat."),
        explanation="Omdat\nhet moet.",
        wrong=(Example("a.yaml", "a: 1\n"), Example("b/c.yaml", "b: 2\n")),
        right=(),
        elsewhere=("daar, bij `{y}`",),
        samples={"x": "a: b"},
    )


@pytest.mark.parametrize("name", BROKEN)
def test_a_page_without_the_fixed_shape_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse_page(BROKEN[name])
