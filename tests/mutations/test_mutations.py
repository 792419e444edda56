"""Mistakes made on purpose in the real data: each is found where it is, and nothing breaks.

`make mutations` makes many more of them, and prints how many of each kind are found.
"""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from kansrijk_cli.core.place import Place
from kansrijk_cli.source.tree import Data
from kansrijk_cli.workspace.read import read_content
from tests.mutations.checking import HEAVY, Ground, check, grounds, real_contents
from tests.mutations.mutate import KINDS
from tests.mutations.on_disk import broken_commands, changed, copied
from tests.mutations.places import mutated
from tests.mutations.run import Mutation, judge, mutations, tally

NUMBER, ON_DISK, SEED = 300, 10, 2024
CONTENTS = real_contents()
FOLDERS = sorted({file.rpartition("/")[0] for file in CONTENTS if file.count("/") < 3})
REGIONS = [folder.partition("/")[2] for folder in FOLDERS if folder.startswith("regions/")]


@cache
def ground(region: str) -> tuple[Ground, list[str]]:
    """The files that are checked with those of a region, or the catalogue."""
    for found, files in grounds(CONTENTS):
        wanted = f"regions/{region}/region.yaml" if region else "catalog/indicators.yaml"
        if wanted in files:
            return found, files
    raise AssertionError(region)


def some(region: str, number: int) -> list[Mutation]:
    found, files = ground(region)
    return mutations([found.original(file) for file in files], number, SEED)


@pytest.mark.long
@pytest.mark.parametrize("region", [*REGIONS, ""])
def test_a_mistake_is_found_where_it_is(region: str) -> None:
    found, _ = ground(region)
    # A mistake in the catalogue is looked for in every region, which takes longer.
    number = NUMBER // 6 + (5 if region else -25)
    made = some(region, number)
    judged = [judge(found, mutation) for mutation in made]
    read_content.cache_clear()
    assert len(judged) == number
    assert [fault for one in judged for fault in one.faults] == []
    rows = tally(judged)
    missed = [str(m) for kind in KINDS for m in rows[kind.name].missed if kind.least == 1]
    assert missed == []
    assert [kind.name for kind in KINDS if rows[kind.name].is_too_low(kind)] == []


def test_every_kind_can_be_made() -> None:
    made = {mutation.kind.name for region in [*REGIONS, ""] for mutation in some(region, 700)}
    assert {kind.name for kind in KINDS} - made == set()


def test_the_same_seed_makes_the_same_mutations() -> None:
    first, again = some("rivierenland", 40), some("rivierenland", 40)
    assert [(str(m), m.change) for m in first] == [(str(m), m.change) for m in again]
    assert len({(m.file, tuple(m.change.items())) for m in first}) == 40


def test_the_rules_say_the_same_without_the_heavy_files() -> None:
    light = {file: found for file, found in CONTENTS.items() if file not in HEAVY}
    assert check(light).said == check(CONTENTS).said


TEXT = "source: x\nparties:\n  - id: a\n    name: A\n  - id: b\n    name: B\n    members: [a]\n"


@pytest.mark.parametrize(
    ("route", "line", "near"),
    [
        (("parties", 0, "name"), 4, True),
        (("parties", 0), 3, True),
        (("parties",), 2, True),
        (("parties", 1, "members", 0), 7, True),
        (("parties", 1, "name"), 6, False),
        (("parties", 1), 5, False),
        (("source",), 1, True),
    ],
)
def test_what_is_near_a_mutation(route: tuple[str | int, ...], line: int, near: bool) -> None:
    after = TEXT.replace("id: a", "id: aa")
    sides = mutated("parties.yaml", TEXT, after)
    assert sides.may_stand_at("KR000", Place("parties.yaml", route), line, sides.after.data) is near


@pytest.mark.parametrize(("line", "near"), [(3, True), (4, True), (5, True), (7, False)])
def test_what_is_near_a_mutation_that_is_no_yaml(line: int, near: bool) -> None:
    sides = mutated("parties.yaml", TEXT, TEXT.replace("name: A", "name: {A"))
    place = Place("parties.yaml", span=(line, 1, line, 2))
    assert sides.may_stand_at("KR003", place, line, None) is near


def test_another_file_is_near_when_it_names_what_changed() -> None:
    sides = mutated("parties.yaml", TEXT, TEXT.replace("id: a", "id: aa"))
    plan: Data = {"owners": ["a", "b"]}
    owners = [Place("plan.yaml", ("owners", index)) for index in (0, 1)]
    assert [sides.may_stand_at("KR104", place, 1, plan) for place in owners] == [True, False]


@pytest.mark.long
def test_no_command_breaks_on_a_mistake(tmp_path: Path) -> None:
    made = [mutation for region in [*REGIONS, ""] for mutation in some(region, NUMBER)]
    sample = Random(SEED).sample(made, ON_DISK)  # noqa: S311 - no secret
    assert list(broken_commands(copied(tmp_path), sample)) == []


def test_the_copy_is_as_it_was_after_a_mistake(tmp_path: Path) -> None:
    data = copied(tmp_path)
    [gone] = [m for m in some("rivierenland", 400) if m.kind.name == "rename-file"][:1]
    with changed(data, gone):
        assert {file for file in CONTENTS if not (data / file).is_file()} == {gone.file}
    assert {p.relative_to(data).as_posix() for p in data.rglob("*.yaml")} == set(CONTENTS)
