"""A line such as `components:` that is gone is told once, and not at every field under it."""

import re
from collections.abc import Iterator
from textwrap import indent

import pytest

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.output.messages import Message, message
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.source.tree import Locator
from kansrijk_cli.workspace.read import read_content
from tests.workspaces import ROOT

INTERVENTIONS, PLAN = "regions/voorbeeld/interventions.yaml", "regions/voorbeeld/2025/plan.yaml"
HEADING = re.compile(r"[a-z_]+:(?: *#.*)?\n", re.MULTILINE)
DOCUMENT = "source: werkagenda\ndocument: {kind: werkagenda, title: Werkagenda 2025}\n"


def headings() -> Iterator[tuple[str, str, str]]:
    """Every kind of file in the repository's data with each of its headings: path and text."""
    seen = set()
    for path in sorted((ROOT / "data").rglob("*.yaml")):
        text = path.read_text("utf-8")
        for found in re.finditer(HEADING, text):
            is_at_start = found.start() == 0 or text[found.start() - 1] == "\n"
            if is_at_start and (path.name, found[0]) not in seen:
                seen.add((path.name, found[0]))
                file = path.relative_to(ROOT / "data").as_posix()
                yield file, found[0].partition(":")[0], text[: found.start()] + text[found.end() :]


LOST = list(headings())


def problems(file: str, text: str) -> tuple[Diagnostic, ...]:
    return read_content(file, text.encode()).problems


def one(file: str, text: str) -> tuple[int, Message]:
    """The line and the sentences of the one problem."""
    [problem] = problems(file, text)
    return Locator(text).position(problem.place)[0], message(problem, pages()[problem.code])


@pytest.mark.parametrize(("file", "key", "text"), LOST, ids=[f"{f}-{k}" for f, k, _ in LOST])
def test_without_a_heading_there_is_one_message(file: str, key: str, text: str) -> None:
    # What joined the list above may also be right there; then nobody can see it.
    found = problems(file, text)
    assert [problem.code for problem in found] in ([], ["KR003"], ["KR021"])
    assert all(p.params["heading"] == key for p in found if p.code == "KR021")


def test_most_headings_are_named() -> None:
    named = [key for file, key, text in LOST for p in problems(file, text) if "heading" in p.params]
    assert len(named) > len(LOST) / 3


def test_it_is_told_at_the_first_that_does_not_fit() -> None:
    text = DOCUMENT + (
        "texts:\n"
        "  - {id: een, title: Een, text: Een tekst.}\n"
        "  - {id: doel, kind: goal, title: Gezond}\n"
        "  - {id: lijn, kind: action-line, title: Vroeg erbij, part_of: doel}\n"
    )
    line, said = one(PLAN, text)
    assert line == 5
    assert said.text == (
        "De regel `components:` ontbreekt waarschijnlijk."
        " Daardoor hoort alles vanaf hier nu bij `texts`."
    )
    assert said.advice == ("Zet `components:` op een eigen regel hierboven, recht onder `texts:`.",)


@pytest.mark.parametrize("above", ["", "inventory:\n  complete: false\n"])
def test_entries_without_their_heading(above: str) -> None:
    entries = "Ede:\n  giz: active\nRhenen:\n  giz: active\n"
    text = f"source: a\n{above}" + (indent(entries, "  ") if above else entries)
    line, said = one(INTERVENTIONS, text)
    assert (line, text.splitlines()[line - 1].strip()) == (4 if above else 2, "Ede:")
    assert said.text.startswith("De regel `deployments:` ontbreekt waarschijnlijk.")
    assert ("recht onder `inventory:`" in said.advice[0]) is bool(above)


def test_entries_that_do_not_stand_under_their_heading() -> None:
    text = "source: a\ndeployments:\nEde:\n  giz: active\nRhenen:\n  giz: active\n"
    line, said = one(INTERVENTIONS, text)
    assert line == 2
    assert said.text == (
        "Hier horen velden met een waarde te staan."
        " Wat eronder staat, vanaf `Ede`, springt niet in en hoort er dus niet bij."
    )


@pytest.mark.parametrize(
    ("file", "text", "line", "key", "above"),
    [
        (
            "regions/voorbeeld/coalitions.yaml",
            "inventory:\n  complete: false\n  coalitions:\n    - {id: r, status: none}\n",
            3,
            "coalitions",
            "inventory",
        ),
        # It is not required, but what is under it is no value of a field that stands there.
        (
            PLAN,
            f"{DOCUMENT}texts:\n  - id: a\n    text: A\n    risks:\n      - {{id: r, title: R}}\n",
            6,
            "risks",
            "texts",
        ),
    ],
)
def test_a_heading_too_far_to_the_right(
    file: str, text: str, line: int, key: str, above: str
) -> None:
    here, said = one(file, text)
    assert here == line
    assert said.text == (
        f"Onbekend veld `{key}`. Het hoort niet bij `{above}`, maar springt wel zo ver in."
    )
    assert said.advice == (f"Laat `{key}:` niet verder inspringen dan `{above}:`.",)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        # One strange field is a mistake in that item.
        (PLAN, f"{DOCUMENT}texts: [{{id: een, title: Een, text: T, kind: goal}}]\n"),
        # Two mistakes that fit nothing better.
        (PLAN, f"{DOCUMENT}texts: [{{id: een, title: Een, text: T, kleur: x, vorm: y}}]\n"),
        # The list that would be meant is there.
        (PLAN, f"{DOCUMENT}components: []\ntexts: [{{id: a, text: A, kind: goal, part_of: b}}]\n"),
        # One name is no list of entries, and a text is no entry.
        (INTERVENTIONS, "source: a\nEde: {giz: active}\n"),
        (INTERVENTIONS, "source: a\nEde: active\nRhenen: active\n"),
        # The field may also be one that this item does not have.
        (INTERVENTIONS, "interventions: [{id: a, name: A, kind: process, inventory: nee}]\n"),
    ],
)
def test_other_unknown_fields_are_told_each(file: str, text: str) -> None:
    assert {problem.code for problem in problems(file, text)} == {"KR020"}
