"""Bringing texts to a newer version, with steps that exist only here."""

from collections.abc import Iterator, Mapping

import pytest

from kansrijk_cli.migrations.registry import Step, needed, ordered, steps
from kansrijk_cli.migrations.run import CannotMigrateError, migrated, version_of
from kansrijk_cli.model.settings import FORMAT_VERSION, Settings
from kansrijk_cli.rewriting.changes import Change, Insert, Move, Remove, Rename
from kansrijk_cli.source.tree import Data, parse
from tests.migrations.made_up import kind_to_type, level_into_place

PARTIES = """\
# De partijen.
source: plan # bron
parties:
  # De GGD.
  - id: ggd # kort
    kind: organisation # soort
    # Hoe hoog.
    level: board
    place: {name: Ede}
  - {id: jgz, kind: group}
"""
TEXTS = {"kansrijk.yaml": "# Versie\nversion: 1 # nu\n", "regions/a/parties.yaml": PARTIES}
CHAIN = ordered([("v2_to_v3_level", level_into_place), ("v1_to_v2_kind", kind_to_type)])


def test_the_steps_of_the_program_lead_to_its_version() -> None:
    assert len(steps()) == FORMAT_VERSION - 1
    assert Settings.model_validate({"version": FORMAT_VERSION}).version == FORMAT_VERSION


def test_steps_are_ordered_by_the_names_of_their_files() -> None:
    assert [(step.before, step.after, step.words) for step in CHAIN] == [
        (1, 2, "kind"),
        (2, 3, "level"),
    ]
    assert needed(CHAIN, 2) == CHAIN[1:]
    assert needed(CHAIN, 3) == ()


@pytest.mark.parametrize(
    "names",
    [
        ["v1_to_v3_x"],
        ["v2_to_v3_x"],
        ["v1_to_v2_x", "v1_to_v2_y"],
        ["v1_to_v2_x", "v3_to_v4_y"],
        ["woorden"],
    ],
)
def test_a_chain_with_a_gap_is_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        ordered((name, kind_to_type) for name in names)


def test_each_step_is_done_and_everything_else_stays() -> None:
    assert migrated(TEXTS, CHAIN) == {
        "kansrijk.yaml": "# Versie\nversion: 3 # nu\n",
        "regions/a/parties.yaml": """\
# De partijen.
source: plan # bron
parties:
  # De GGD.
  - id: ggd # kort
    type: organisation # soort
    # Hoe hoog.
    place: {name: Ede, level: board}
  - {id: jgz, type: group}
""",
    }


def test_a_migration_that_was_broken_off_can_be_done_again() -> None:
    half = migrated(TEXTS, CHAIN[:1]) | {"kansrijk.yaml": TEXTS["kansrijk.yaml"]}
    assert migrated(half, CHAIN) == migrated(TEXTS, CHAIN)


def test_a_step_may_use_what_stands_in_another_file() -> None:
    def name_of_region(file: str, folder: Mapping[str, Data]) -> Iterator[Change]:
        region, here = folder["regions/a/region.yaml"], folder[file]
        assert isinstance(region, dict)
        if file.endswith("parties.yaml") and isinstance(here, dict) and "region" not in here:
            yield Insert((), "source", "region", str(region["name"]))

    texts = TEXTS | {"regions/a/region.yaml": "name: A\n"}
    after = migrated(texts, [Step(1, "region", name_of_region)])
    assert "source: plan # bron\nregion: A\n" in after["regions/a/parties.yaml"]


def drops_a_comment(file: str, folder: Mapping[str, Data]) -> Iterator[Change]:
    data = folder[file]
    if isinstance(data, dict) and "source" in data:
        yield Remove(("source",))


def never_ends(file: str, _folder: Mapping[str, Data]) -> Iterator[Change]:
    if file.endswith("parties.yaml"):
        yield Rename(("source",), "source")


def does_not_fit(file: str, _folder: Mapping[str, Data]) -> Iterator[Change]:
    if file.endswith("parties.yaml"):
        yield Move(("parties",), ("source", "parties"))


@pytest.mark.parametrize("changes", [drops_a_comment, never_ends, does_not_fit])
def test_a_step_that_would_lose_something_is_refused(changes: object) -> None:
    assert callable(changes)
    with pytest.raises(CannotMigrateError) as refused:
        migrated(TEXTS, [Step(1, "x", changes)])
    assert refused.value.file == "regions/a/parties.yaml"


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("version: 3\n", 3),
        ("\ufeffversion: 1\n", 1),
        ("version: true\n", None),
        ("version: '1'\n", None),
        ("version: [\n", None),
        ("a: 1\n", None),
        ("[1]\n", None),
    ],
)
def test_the_version_of_the_data(text: str, version: int | None) -> None:
    assert version_of(text) == version


def test_no_step_leaves_a_text_that_cannot_be_read() -> None:
    for text in migrated(TEXTS, CHAIN).values():
        assert not parse(text, "").diagnostics
