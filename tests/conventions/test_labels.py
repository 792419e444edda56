"""The Dutch words: none is missing, and none is left over."""

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from kansrijk_cli.model.base import Model
from kansrijk_cli.model.registry import file_kinds
from kansrijk_cli.output.labels import labels
from tests.workspaces import ROOT

# What only steers the program is never put in a word of its own.
NOT_SHOWN = {
    "kind": "the kind of a target chooses how it is counted and told",
    "counts": "a table of norms shows the coalitions that were counted",
    "filled_by": "the tables under a question show what it is filled from",
    "measured_by": "the figures themselves show what was counted",
}
TEMPLATES = "\n".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.j2"))
PROGRAM = "\n".join(
    path.read_text("utf-8")
    for path in (ROOT / "src").rglob("*")
    if path.suffix in (".py", ".md") and path.is_file()
)


def below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in model.__subclasses__():
        yield child
        yield from below(child)


def fixed_words(annotation: Any) -> Iterator[frozenset[str]]:
    """Each list of fixed words in an annotation."""
    if get_origin(annotation) is Literal:
        yield frozenset(word for word in get_args(annotation) if isinstance(word, str))
    else:
        for argument in get_args(annotation):
            yield from fixed_words(argument)


assert file_kinds(), "finding the kinds of files imports every model"
WORDS = {
    f"{model.__name__}.{name}": words
    for model in below(Model)
    for name, field in model.model_fields.items()
    for words in fixed_words(field.annotation)
    if words
}


def test_the_fixed_words_of_every_field_have_a_group_of_labels() -> None:
    groups = [set(named) for named in labels().values()]
    missing = [field for field, words in WORDS.items() if not any(words <= g for g in groups)]
    assert [field for field in missing if field.partition(".")[2] not in NOT_SHOWN] == []


def test_every_group_that_a_template_asks_for_exists() -> None:
    asked = set(re.findall(r"label\(\"([^\"]+)\"\)", TEMPLATES))
    assert asked
    assert asked - set(labels()) == set()


def test_every_group_is_used() -> None:
    def is_used(group: str) -> bool:
        return bool(re.search(rf"""["']{group}["']|label:{group}\b""", TEMPLATES + PROGRAM))

    assert [group for group in labels() if not is_used(group)] == []


def test_every_label_says_something() -> None:
    silent = [group for group, named in labels().items() if not all(map(str.strip, named.values()))]
    assert silent == []
