"""A workspace that uses every field of every model: nothing of it gets lost on its way to a reader.

The numbers in `cases/all-fields/expected` were worked out by hand, in comments in the YAML.
"""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from inspect import get_annotations
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from pydantic import AfterValidator, BaseModel

from kansrijk_cli.core.place import Place, Route
from kansrijk_cli.model.base import File, Item, Shorthand
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.plan import Plan
from kansrijk_cli.model.references import Ref
from kansrijk_cli.model.registry import file_kinds, kind_of
from kansrijk_cli.model.results import Target, TargetKind
from kansrijk_cli.model.style import HouseStyle
from kansrijk_cli.output.documents.render import render
from kansrijk_cli.reports.context import Context
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.source.tree import Data, parse
from kansrijk_cli.workspace.defaults import default_data, default_templates
from kansrijk_cli.workspace.drafts import without_drafts
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.load import load
from kansrijk_cli.workspace.workspace import Files, Workspace
from tests.cli.running import DATA, kansrijk
from tests.reports.reading import PARSER, seen
from tests.snapshots import check_snapshot

CASE = Path(__file__).parent / "cases" / "all-fields"
INPUT, EXPECTED = CASE / "input", CASE / "expected"
REGION, YEAR = "proefregio", 2026

# A file without a list of sources has nothing to refer to.
IMPOSSIBLE = {
    ("Settings", "source"),
    # How documents look is no fact, of which a reader must know how sure it is.
    *(("HouseStyle", name) for name in Item.model_fields),
}


@cache
def read(folder: Path) -> Workspace:
    """A data folder with the default catalogue behind it."""
    return load(Folder(folder), Folder(default_data())).value.workspace


@cache
def entries() -> tuple[Entry[File], ...]:
    """Every file of the case, without the default catalogue."""
    found = load(Folder(INPUT))
    assert found.diagnostics == ()
    settings = _entry("kansrijk.yaml", _data("kansrijk.yaml"))
    return (*(entry for _, _, entry in found.value.workspace.entries()), settings)


def _data(file: str) -> Data:
    return deepcopy(_parsed(file))


@cache
def _parsed(file: str) -> Data:
    return parse((INPUT / file).read_text("utf-8"), file).value


def _entry(file: str, data: Data) -> Entry[File]:
    kind = kind_of(file)
    assert kind is not None
    return Entry(Place(file), kind.model.model_validate(data))


def of_document(workspace: Workspace, region: str, year: int) -> tuple[Entry[File], ...]:
    """The files that a document is made of."""
    folder = workspace.regions[region]
    files = (*folder.files.entries.values(), *folder.years[year].files.entries.values())
    return tuple(entry for entry in files if not isinstance(entry.content, HouseStyle))


def document(workspace: Workspace, region: str, year: int) -> str:
    """The document of a plan as Markdown."""
    published = without_drafts(workspace)
    folder = published.regions[region]
    plan = folder.years[year].files.content(Plan)
    assert folder.region is not None
    assert plan is not None
    context = Context(published, folder, folder.years[year], folder.region, plan)
    own = default_data() / "regions" / region / "templates"
    folders = [own] if own.is_dir() else []
    return render(context, plan.document.kind, [*folders, default_templates()]).markdown


@cache
def unchanged() -> str:
    """The document of the case as it is."""
    return document(read(INPUT), REGION, YEAR)


# Every field and every fixed word of the models is used.


@cache
def models() -> tuple[type[BaseModel], ...]:
    """Every model that a data file can hold."""
    found: dict[type[BaseModel], None] = {}
    for kind in file_kinds():
        _add_model(kind.model, found)
    return tuple(found)


def _add_model(hint: Any, found: dict[type[BaseModel], None]) -> None:
    if isinstance(hint, type) and issubclass(hint, BaseModel) and hint not in found:
        found[hint] = None
        for inner in get_type_hints(hint).values():
            _add_model(inner, found)
    for argument in get_args(hint):
        _add_model(argument, found)


def items(model: type[BaseModel]) -> Iterator[BaseModel]:
    """Everything in the case that is of a model, or of one derived from it."""
    for entry in entries():
        yield from (visit.value for visit in entry.visits if isinstance(visit.value, model))


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_the_case_uses_every_field(model: type[BaseModel]) -> None:
    used = {name for item in items(model) for name in item.model_fields_set}
    wanted = {name for name in model.model_fields if (model.__name__, name) not in IMPOSSIBLE}
    assert wanted - used == set()


def fixed_words() -> Iterator[tuple[type[BaseModel], str, frozenset[object]]]:
    """Each field that only takes some words, with the model that declares it."""
    for model in models():
        for name, hint in get_type_hints(model, include_extras=True).items():
            declaring = next(base for base in model.__mro__ if name in get_annotations(base))
            words = frozenset(_words(hint))
            if words and issubclass(declaring, BaseModel):
                yield declaring, name, words


def _words(hint: Any) -> Iterator[object]:
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for argument in get_args(hint):
            yield from _words(argument)


@pytest.mark.parametrize(
    ("model", "field", "words"),
    dict.fromkeys(fixed_words()),
    ids=lambda value: getattr(value, "__name__", value) if not isinstance(value, frozenset) else "",
)
def test_the_case_uses_every_fixed_word(
    model: type[BaseModel], field: str, words: frozenset[object]
) -> None:
    values = [getattr(item, field) for item in items(model)]
    used = {word for value in values for word in (value if isinstance(value, tuple) else (value,))}
    assert words - used == set()


@pytest.mark.parametrize("kind", get_args(TargetKind))
def test_every_kind_of_target_is_there_and_measured(kind: str) -> None:
    results = [entry.content for entry in entries() if entry.place.file.endswith("results.yaml")]
    measured = {
        figure.target
        for content in results
        for figure in content.figures  # type: ignore[attr-defined]
        if isinstance(figure.value, Decimal) and not figure.forecast
    }
    targets = [item for item in items(Target) if isinstance(item, Target) and item.kind == kind]
    assert any(t.id in measured or t.measured_by == "coverage" for t in targets)


# No text gets lost between the data and the document.


@dataclass(frozen=True)
class Leaf:
    """A text of the data. `hidden` ones stand in something that is a draft."""

    place: Place
    text: str
    hidden: bool = False


def leaves(entry: Entry[File]) -> Iterator[Leaf]:
    """The texts of a file: all strings but ids, references and fixed words."""
    drafts = draft_routes(entry)
    for visit in entry.visits:
        if isinstance(visit.value, BaseModel):
            hidden = is_under(visit.place, drafts)
            for name, hint in get_type_hints(type(visit.value), include_extras=True).items():
                if name in visit.value.model_fields_set:
                    for text in _texts(getattr(visit.value, name), name, hint):
                        yield Leaf(visit.place.at(name), text, hidden)


def draft_routes(entry: Entry[File]) -> list[Route]:
    """Where the drafts of a file stand."""
    return [v.place.route for v in entry.visits if isinstance(v.value, Item) and v.value.draft]


def is_under(place: Place, routes: list[Route]) -> bool:
    """Whether a place is one of these, or in one of them."""
    return any(place.route[: len(route)] == route for route in routes)


def _texts(value: Any, name: str, hint: Any) -> list[str]:
    # The keys of `assumed` are names of fields.
    return list(value.values()) if name == "assumed" else _strings(value, hint)


def _strings(value: object, hint: Any) -> list[str]:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is str:
        return [value] if isinstance(value, str) else []
    if origin is Annotated:
        is_name = any(isinstance(extra, Ref | AfterValidator) for extra in arguments[1:])
        return [] if is_name else _strings(value, arguments[0])
    if origin in (Union, UnionType):
        return [text for option in arguments for text in _strings(value, option)]
    if origin is tuple and isinstance(value, tuple):
        return [text for item in value for text in _strings(item, arguments[0])]
    if origin is Mapping and isinstance(value, Mapping):
        parts = [(part, arguments[i]) for pair in value.items() for i, part in enumerate(pair)]
        return [text for part, inner in parts for text in _strings(part, inner)]
    return []


def lines(text: str) -> list[str]:
    """The lines of a text as a reader sees them: without marks of lists, spaces folded."""
    bare = (re.sub(r"^([-*]|\d+[.)]) +", "", line.strip()) for line in text.split("\n"))
    return [folded(line) for line in bare if line]


def folded(text: str) -> str:
    """A text with single spaces. Capitals do not matter: a document may start a cell with one."""
    return " ".join(text.split()).casefold()


def visible(markdown: str) -> str:
    """What a reader sees of a document: a line for each paragraph, point and cell."""
    shown = (seen(token) for token in PARSER.parse(markdown) if token.type == "inline")
    return "\n".join(folded(line) for text in shown for line in text.split("\n"))


def lost(workspace: Workspace, region: str, year: int) -> list[str]:
    """The lines of text that are in the files of a plan but not in its document."""
    shown = visible(document(workspace, region, year))
    return [
        f"{leaf.place.file}: {leaf.place.path}: {line}"
        for entry in of_document(workspace, region, year)
        for leaf in leaves(entry)
        if not leaf.hidden
        for line in lines(leaf.text)
        if line not in shown
    ]


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_no_text_of_the_case_is_lost(year: int) -> None:
    missing = lost(read(INPUT), REGION, year)
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("region", "year"),
    [(region.id, year.year) for region, year in read(DATA).years()],
)
def test_no_text_of_a_real_region_is_lost(region: str, year: int) -> None:
    missing = lost(read(DATA), region, year)
    assert not missing, "\n".join(missing)


def test_no_text_of_the_case_hides_behind_another() -> None:
    """Otherwise a text that gets lost would seem to be there. Single words may well be twice."""
    found = [
        line
        for entry in of_document(read(INPUT), REGION, YEAR)
        for leaf in leaves(entry)
        for line in lines(leaf.text)
    ]
    phrases = [line for line in found if " " in line]
    assert len(phrases) > 200
    assert [line for line in phrases if sum(line in other for other in found) > 1] == []


# Drafts stay out of a document, as if they were not there.


def test_no_text_of_a_draft_is_shown() -> None:
    shown = visible(unchanged())
    hidden = [
        line
        for entry in of_document(read(INPUT), REGION, YEAR)
        for leaf in leaves(entry)
        if leaf.hidden
        for line in lines(leaf.text)
    ]
    assert len(hidden) > 20
    assert [line for line in hidden if line in shown] == []


# Of these kinds the case itself has no draft: only of documents is it fixed what a draft does.
DRAFTS = [
    ("coalitions.yaml", "coalitions", 5),
    ("coalitions.yaml", "inventory"),
    ("interventions.yaml", "inventory"),
    ("interventions.yaml", "deployments", "Aardam", "proef-traject"),
    ("interventions.yaml", "deployments", "Proefregio", "proef-lijst"),
    ("interventions.yaml", "deployments", "Praktijk De Linde", "proef-gesprek"),
    ("2026/plan.yaml", "open_points", 1, "places", "Esch"),
    ("2026/budgets.yaml", "funding", 0, "amount"),
    ("2026/budgets.yaml", "budgets", 1),
    ("2026/budgets.yaml", "budgets", 1, "lines", 0),
    ("2026/results.yaml", "targets", 1),
    ("2026/results.yaml", "figures", 1),
]


@pytest.mark.parametrize("route", DRAFTS, ids=lambda route: "-".join(map(str, route)))
def test_a_draft_is_as_if_it_is_not_there(route: tuple[str | int, ...]) -> None:
    file, (*above, last) = f"regions/{REGION}/{route[0]}", route[1:]
    marked, without = _data(file), _data(file)
    holder: Any = _at(marked, above)
    holder[last] = _mapping(holder[last], file, route[1:]) | {"draft": True}
    del _at(without, above)[last]
    shown = [document(changed(file, data), REGION, YEAR) for data in (marked, without)]
    assert shown[0] == shown[1]
    assert shown[0] != unchanged()


def test_the_drafts_of_the_case_are_as_if_they_are_not_there() -> None:
    workspace = read(INPUT)
    for entry in of_document(workspace, REGION, YEAR):
        data = _data(entry.place.file)
        for *above, last in reversed(draft_routes(entry)):
            del _at(data, above)[last]
        workspace = changed(entry.place.file, data, workspace)
    assert document(workspace, REGION, YEAR) == unchanged()


def _at(data: Any, route: list[str | int]) -> Any:
    for step in route:
        data = data[step]
    return data


def _mapping(value: Any, file: str, route: tuple[str | int, ...]) -> dict[str, Any]:
    """An item as a mapping, also when it is written as its one main field."""
    if isinstance(value, dict):
        return value
    place = Place(file, route)
    model = next(v.value for e in entries() for v in e.visits if v.place == place)
    assert isinstance(model, Shorthand)
    return {model.main_field: value}


def changed(file: str, data: Data, workspace: Workspace | None = None) -> Workspace:
    """The workspace of the case, or another one, with other data in one file."""
    entry, workspace = _entry(file, data), workspace or read(INPUT)
    folder = workspace.regions[REGION]
    years = {
        number: replace(year, files=_with(year.files, entry))
        for number, year in folder.years.items()
    }
    other = replace(folder, files=_with(folder.files, entry), years=years)
    return replace(workspace, regions={REGION: other})


def _with(files: Files, entry: Entry[File]) -> Files:
    found = {
        kind: entry if old.place == entry.place else old for kind, old in files.entries.items()
    }
    return replace(files, entries=found)


# Not only texts: each fact of a file makes a difference to the document.

# What a reader need not see: names within the data, and in which chapter a text stands.
# Which question of a format a text answers is seen in that format only (`test_azwa.py`).
UNSEEN = {
    "id",
    "draft",
    ("TextBlock", "section"),
    ("TextBlock", "answers"),
    ("Document", "kind"),
}
CERTAINTY = "certainty"


@cache
def facts() -> dict[str, dict[str, list[tuple[Place, BaseModel]]]]:
    """Per model and field every place in the files of the document where it is set."""
    found: dict[str, dict[str, list[tuple[Place, BaseModel]]]] = {}
    for entry in of_document(read(INPUT), REGION, YEAR):
        drafts = draft_routes(entry)
        for visit in entry.visits:
            item = visit.value
            if not isinstance(item, BaseModel) or is_under(visit.place, drafts):
                continue
            model = type(item).__name__
            for name in item.model_fields_set:
                if name not in UNSEEN and (model, name) not in UNSEEN:
                    places = found.setdefault(model, {}).setdefault(name, [])
                    places.append((visit.place, item))
    return found


@pytest.mark.long
@pytest.mark.parametrize("model", sorted(facts()))
def test_every_fact_makes_a_difference_to_the_document(model: str) -> None:
    fields = {name: places for name, places in facts()[model].items() if name != CERTAINTY}
    assert [name for name in fields if not makes_a_difference(name, fields[name])] == []


@pytest.mark.long
def test_how_certain_a_fact_is_makes_a_difference_to_the_document() -> None:
    places = {model: fields[CERTAINTY] for model, fields in facts().items() if CERTAINTY in fields}
    assert [m for m in places if not makes_a_difference(CERTAINTY, places[m])] == []


def makes_a_difference(name: str, places: list[tuple[Place, BaseModel]]) -> bool:
    """Whether some other value of a field gives another document."""
    others = (other for place, item in places for other in changes(place, item, name))
    shown = (document(other, REGION, YEAR) == unchanged() for other in others)
    # A list of items has no other value: its items are facts of their own.
    return not next(shown, False) or not all(shown)


def changes(place: Place, item: BaseModel, name: str) -> Iterator[Workspace]:
    """The case with other values for one field, or without it."""
    raw: Any = _at(_data(place.file), [*place.route])
    if not isinstance(raw, dict):  # an item that is written as its one main field
        return
    for other in _others(item, name, raw[name]):
        data = _data(place.file)
        target = _at(data, [*place.route])
        if other is None:
            del target[name]
        else:
            target[name] = other
        yield changed(place.file, data)


def _others(item: BaseModel, name: str, raw: Any) -> Iterator[Any]:
    """Other values of a field, as one would write them; `None` takes the field away."""
    value = getattr(item, name)
    words = [word for word in _words(get_type_hints(type(item))[name]) if word != value]
    if isinstance(value, Period | date):
        yield "1999-12-31"
    elif isinstance(value, Decimal):
        yield float(value) + 1.25
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, str) and words:
        yield from words[:2]
    elif not type(item).model_fields[name].is_required():
        yield None
    elif isinstance(raw, list) and len(raw) > 1 and isinstance(raw[-1], str):
        yield raw[:-1]
    elif isinstance(raw, str):
        yield f"{raw}x"


# Few people are never shown.


SMALL = [
    ("an indicator", {"indicator": "proef-kinderen", "place": "Aardam", "persons": True}),
    ("an indicator that counts people", {"indicator": "proef-kinderen", "place": "Aardam"}),
    ("a target", {"target": "klachten", "place": "Aardam", "persons": True}),
    ("the whole region", {"target": "klachten", "place": "Proefregio", "persons": True}),
]


@pytest.mark.parametrize("figure", [figure for _, figure in SMALL], ids=[n for n, _ in SMALL])
def test_fewer_people_than_the_threshold_are_not_shown(figure: dict[str, object]) -> None:
    """A document with 5 people is the same as one with 6; the threshold of the case is 8."""
    file = f"regions/{REGION}/{YEAR}/results.yaml"
    shown = []
    for value in (5, 6):
        data: Any = _data(file)
        data["figures"].append(figure | {"value": value, "period": "2026-07-01"})
        shown.append(document(changed(file, data), REGION, YEAR))
    assert shown[0] == shown[1]


# What the commands print.


def printed(*arguments: str) -> str:
    result = kansrijk("--data", INPUT, *arguments)
    assert (result.code, result.err) == (0, "")
    return result.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("coverage", REGION),
        ("targets", REGION, "2026"),
        ("targets", REGION, "2027"),
        ("budget", REGION, "2026"),
        ("budget", REGION, "2027"),
        ("status", REGION, "2026"),
    ],
    ids="-".join,
)
def test_the_numbers_are_those_worked_out_by_hand(arguments: tuple[str, ...]) -> None:
    out = printed(*arguments, "--format", "json")
    command, *rest = arguments
    name = "-".join((command, *rest[1:]))
    check_snapshot(EXPECTED / f"{name}.json", out)
    assert json.loads(out)["region"] == REGION


def test_the_document_is_the_expected_one() -> None:
    out = printed("report", REGION, "2027", "--output", "-")
    check_snapshot(EXPECTED / "document-2027.md", out)


def test_the_case_has_no_errors_or_warnings() -> None:
    """Two notes: a printed total that differs by rounding, and another name of a municipality."""
    found = json.loads(printed("validate", "--format", "json", "--fail-on", "warning"))
    assert [finding["code"] for finding in found["findings"]] == ["KR402", "KR115"]
