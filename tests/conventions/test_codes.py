"""Codes, their pages and the code that reports them belong together."""

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from kansrijk_cli.output.labels import labels
from kansrijk_cli.rules.registry import pages, rules
from tests.workspaces import ROOT

SOURCE = ROOT / "src/kansrijk_cli"
RULES = SOURCE / "rules"
NAME = re.compile(r"kr\d{3}(_[a-z0-9]+)+\.(py|md)")
CODE = re.compile(r"KR\d{3}")
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}


def texts() -> Iterator[str]:
    """Every fixed text in the program."""
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def names() -> Iterator[str]:
    """Every name that the program gives to a value: as an argument or as a key."""
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg:
                yield node.arg
            elif isinstance(node, ast.Dict):
                keys = (key.value for key in node.keys if isinstance(key, ast.Constant))
                yield from (key for key in keys if isinstance(key, str))


def parameters(code: str) -> Iterator[tuple[str, str]]:
    """The parameters that the sentences of a page ask for, with how they are to be shown."""
    page = pages()[code]
    for sentence in (*page.message, *page.advice, *page.elsewhere):
        for _, name, shown, _ in Formatter().parse(sentence):
            if name:
                yield name, shown or ""


TEXTS, NAMES = set(texts()), set(names())
MODULES = {rule.code for rule in rules()}


def test_every_code_that_the_program_mentions_has_a_page() -> None:
    mentioned = {code for text in TEXTS for code in CODE.findall(text)}
    assert mentioned - set(pages()) == set()


def test_every_code_that_a_page_or_document_mentions_has_a_page() -> None:
    for path in [*RULES.glob("*.md"), *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        assert set(CODE.findall(path.read_text("utf-8"))) - set(pages()) == set(), path


def test_every_page_is_used() -> None:
    # Without a module of its own a code is reported by name, by the stage that finds it.
    assert set(pages()) - MODULES - TEXTS == set()


def test_a_rule_does_not_report_a_code_of_its_own_by_name() -> None:
    # The runner takes it from the name of the file.
    literal = {
        node.value
        for path, tree in TREES.items()
        if NAME.fullmatch(path.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value == path.name[:5].upper()
    }
    assert literal == set()


def test_code_and_words_are_in_the_file_name() -> None:
    found = sorted(path.name for path in RULES.iterdir() if path.name.lower().startswith("kr"))
    assert [name for name in found if not NAME.fullmatch(name)] == []


def test_a_module_and_its_page_have_the_same_name() -> None:
    modules = {path.stem for path in RULES.glob("kr*.py")}
    assert modules - {path.stem for path in RULES.glob("kr*.md")} == set()


def test_a_code_is_used_once() -> None:
    for suffix in ("py", "md"):
        codes = [path.name[:5] for path in RULES.glob(f"kr*.{suffix}")]
        assert len(codes) == len(set(codes))


@pytest.mark.parametrize("code", pages())
def test_every_parameter_of_a_page_is_provided(code: str) -> None:
    asked = {name for name, _ in parameters(code)}
    assert {name for name in asked if name not in NAMES | TEXTS} == set()


@pytest.mark.parametrize("code", pages())
def test_every_label_that_a_page_asks_for_exists(code: str) -> None:
    asked = (spec.partition(":") for _, spec in parameters(code))
    shown = {group for kind, _, group in asked if kind == "label"}
    assert shown - set(labels()) == set()


@pytest.mark.parametrize("code", pages())
def test_a_page_knows_how_to_show_what_it_asks(code: str) -> None:
    asked = {name for name, _ in parameters(code)}
    for _, spec in parameters(code):
        kind, _, detail = spec.partition(":")
        assert kind in ("", "if", "of", "euro", "amount", "label", "words", "near")
        assert kind not in ("words", "near") or not detail or detail in asked


def test_the_group_of_every_code_has_a_name() -> None:
    assert {f"{code[2]}xx" for code in pages()} == set(labels()["group"])
