"""What an editor shows of the data files, asked of the program behind its YAML extension."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Part, Place
from kansrijk_cli.model.base import Shorthand
from kansrijk_cli.model.registry import file_kinds
from kansrijk_cli.output.labels import labels
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.source.tree import Locator
from kansrijk_cli.workspace.load import load
from tests.tools.language_server import LanguageServer, Mark
from tests.tools.wrong_files import Sample, WrongFile, samples, texts, wrong_files
from tests.workspaces import ROOT

pytestmark = [pytest.mark.tools, pytest.mark.long]

GUIDE = ROOT / "docs" / "handleiding.md"
KINDS = {kind.name: kind for kind in file_kinds()}


# Files without mistakes.


def test_nothing_is_underlined_in_files_without_mistakes(editor: LanguageServer) -> None:
    data = ROOT / "data"
    files = {f"data/{name}": (name, path.read_text("utf-8")) for name, path in below(data)}
    files |= {f"all-fields/{name}": (name, text) for name, text in texts().items()}
    opened = {name: editor.open(*file) for name, file in files.items()}
    assert len(opened) > 2 * len(KINDS)
    assert {name: marks for name, uri in opened.items() if (marks := editor.marks(uri))} == {}


def below(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*.yaml")):
        yield path.relative_to(folder).as_posix(), path


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_has_its_schema(editor: LanguageServer, kind: str) -> None:
    path = KINDS[kind].model.path.format(region="voorbeeld", year="2025")
    [mark, *_] = editor.marks(editor.open(path, "colour: red\n"))
    assert mark.line == 1


# Files with one mistake: the editor and `kansrijk validate` say it on the same line.


@dataclass(frozen=True)
class Told:
    """A finding: the lines where an editor may underline it, and where it may say more."""

    code: str
    lines: frozenset[int]
    more: frozenset[int] = frozenset()


def told(diagnostic: Diagnostic, text: str) -> Told:
    place, find = diagnostic.place, Locator(text).position
    own = find(place)[0]
    holder = Place(place.file, place.route[:-1])
    if diagnostic.code == "KR021":
        # Of a group of fields an editor underlines the name, one line higher.
        return Told("KR021", frozenset({own, find(place.key())[0]} if place.route else {own}))
    if diagnostic.code == "KR020":
        # We tell only once that a required field is misspelt; an editor also misses it.
        above = find(holder.key())[0] if holder.route else 1
        return Told("KR020", frozenset({own}), frozenset({find(holder)[0], above}))
    return Told(diagnostic.code, frozenset({own}))


def validated(folder: Path, wrong: WrongFile) -> list[Told]:
    """What `kansrijk validate` finds in one file, without the rules that look at other files."""
    path = folder / wrong.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(wrong.text, "utf-8")
    found = load(Folder(folder)).diagnostics
    path.unlink()
    return [told(each, wrong.text) for each in found if each.place.file == wrong.file]


def disagreement(found: list[Told], marks: tuple[Mark, ...]) -> str | None:
    lines = {mark.line for mark in marks}
    missed = [each for each in found if not each.lines & lines]
    expected = frozenset[int]().union(*(each.lines | each.more for each in found))
    more = [mark for mark in marks if mark.line not in expected]
    return f"editor misses {missed}, says too much: {more}" if missed or more else None


def test_an_editor_underlines_what_the_program_refuses_and_nothing_else(
    editor: LanguageServer, tmp_path: Path
) -> None:
    opened = [(wrong, editor.open(wrong.file, wrong.text)) for wrong in wrong_files()]
    codes: dict[str, int] = {}
    differences: dict[str, str] = {}
    for wrong, uri in opened:
        found = validated(tmp_path, wrong)
        for each in found:
            codes[each.code] = codes.get(each.code, 0) + 1
        difference = disagreement(found, editor.marks(uri))
        if difference:
            differences[wrong.change] = difference
    # Only one file has a version.
    assert codes.pop("KR033") > 0
    assert sorted(codes) == ["KR020", "KR021", "KR022", "KR023", "KR024", "KR025", "KR026"]
    assert min(codes.values()) > 10
    assert differences == {}


# What an editor cannot see is in the guide.


def wrong_examples() -> list[tuple[str, str, str]]:
    return [(c, ex.file, ex.text) for c, page in pages().items() for ex in page.wrong]


def marked_line(text: str) -> int | None:
    """The line above the `^^^` of an example."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines) if re.fullmatch(r"# *\^+", line)), None)


@cache
def chapter() -> str:
    """The part of the guide about what an editor sees."""
    [found] = re.findall(
        r"^### Wat uw editor al ziet, en wat niet\n(.*?)(?=^#{2,3} )",
        GUIDE.read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    return str(found)


def codes_of(heading: str) -> set[str]:
    """The codes in the table of the guide below a heading."""
    _, _, after = chapter().partition(f"**{heading}**")
    assert after, heading
    table = after.partition("\n\n")[2].partition("\n\n")[0]
    found: set[str] = set()
    for first, last in re.findall(r"(KR\d{3})(?: tot en met (KR\d{3}))?", table):
        found |= {code for code in pages() if first <= code <= (last or first)}
    return found


def test_the_guide_says_which_mistakes_an_editor_sees(editor: LanguageServer) -> None:
    opened = [(code, editor.open(file, text), text) for code, file, text in wrong_examples()]
    seen: set[str] = set()
    elsewhere: set[str] = set()
    silent: set[str] = set()
    for code, uri, text in opened:
        lines = {mark.line for mark in editor.marks(uri)}
        if not lines:
            silent.add(code)
        else:
            (seen if marked_line(text) in lines else elsewhere).add(code)
    # Without an example there is no text that an editor could look at.
    about_files = {code for code, page in pages().items() if not page.wrong}
    assert seen | elsewhere == codes_of("Dit ziet uw editor ook")
    assert silent == codes_of("Dit ziet alleen `kansrijk validate`")
    assert about_files == codes_of("Dit gaat over het bestand zelf")


WITHIN = {
    "amount": "regions/voorbeeld/2025/budgets.yaml",
    "period": "regions/voorbeeld/2025/budgets.yaml",
    "title": "regions/voorbeeld/2025/budgets.yaml",
    "text": "regions/voorbeeld/2025/budgets.yaml",
    "since": "regions/voorbeeld/interventions.yaml",
}
AROUND = {
    "budgets": {"id": "iza", "title": "Budget"},
    "interventions": {"id": "eigen", "name": "Eigen", "kind": "statutory"},
}


def with_line(line: str) -> WrongFile:
    """A file that is right but for one line, which stands last."""
    field = line.partition(":")[0]
    file = WITHIN[field]
    [(top, item)] = [(k, v) for k, v in AROUND.items() if file.endswith(f"{k}.yaml")]
    fields = [f"{key}: {value}" for key, value in item.items() if key != field]
    text = "\n    ".join([*fields, line])
    return WrongFile(line, file, f"{TOP.get(top, top)}:\n  - {text}\n")


TOP = {"budgets": "funding"}


def test_the_guide_says_how_values_are_seen(editor: LanguageServer, tmp_path: Path) -> None:
    rows = re.findall(r"^\| `([^`]+)` \| (ja|nee) \| (KR\d{3}|nee) \|", chapter(), re.MULTILINE)
    assert len(rows) > 6
    for line, in_editor, code in rows:
        wrong = with_line(line)
        marks = editor.marks(editor.open(wrong.file, wrong.text))
        last = wrong.text.count("\n")
        assert {mark.line for mark in marks} == ({last} if in_editor == "ja" else set()), line
        codes = [found.code for found in validated(tmp_path, wrong)]
        assert codes == ([] if code == "nee" else [code]), line


# What an editor tells and offers, in Dutch.


def test_every_field_explains_itself_under_the_mouse(editor: LanguageServer) -> None:
    opened = {file: editor.open(file, text) for file, text in texts().items()}
    assert len(samples()) > 500
    wrong = {}
    for sample in samples():
        shown = editor.hover(opened[sample.file], inside_key(sample))
        title, _, explained = re.sub(r"\\(.)", r"\1", shown).partition("\n\n")
        wanted = sample.field.description or ""
        good = explained.startswith(wanted) and re.match("(?!Allowed|Source)\\S", explained)
        if title != f"#### {sample.field.title}" or not good or "Source:" in shown:
            wrong[f"{sample.model.__name__}.{sample.name}"] = shown
    assert wrong == {}


def inside_key(sample: Sample) -> tuple[int, int]:
    """The second letter of a key: just before the first the thing before it has not ended yet."""
    place = Place(sample.file, sample.route, Part.KEY)
    line, column, _, _ = Locator(texts_of(sample.file)).position(place)
    return line, column + 1


@cache
def texts_of(file: str) -> str:
    return texts()[file]


@dataclass(frozen=True)
class Spot:
    """Where the fields of a model can be typed: the text of the file up to there."""

    model: type[BaseModel]
    file: str
    text: str

    def opened(self, editor: LanguageServer, more: str = "") -> dict[str, str]:
        """What the editor offers after the text and some more."""
        text = self.text + more
        lines = text.split("\n")
        at = (len(lines), len(lines[-1]) + 1)
        return editor.completions(editor.open(self.file, f"{text}\n"), at)


def spots(model: type[BaseModel], file: str, text: str, indent: int) -> Iterator[Spot]:
    """The spot of a model, and those of the models in it."""
    yield Spot(model, file, text)
    for name, field in model.model_fields.items():
        yield from _within(field.annotation, file, f"{text}{name}:\n", indent + 2)


def _within(annotation: Any, file: str, text: str, indent: int) -> Iterator[Spot]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    margin = " " * indent
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from spots(annotation, file, text + margin, indent)
    elif origin is tuple:
        yield from _within_list(arguments[0], file, f"{text}{margin}- ", indent + 2)
    elif len(arguments) == 2 and NoneType not in arguments and origin is not Annotated:
        yield from _within(arguments[1], file, f"{text}{margin}2025:\n", indent + 2)
    elif NoneType in arguments:
        yield from _within(arguments[0], file, text, indent)


def _within_list(item: Any, file: str, text: str, indent: int) -> Iterator[Spot]:
    if isinstance(item, type) and issubclass(item, BaseModel):
        yield from spots(item, file, text, indent)


SPOTS = {
    f"{name}-{spot.model.__name__}": spot
    for name, kind in KINDS.items()
    for spot in spots(kind.model, kind.model.path.format(region="voorbeeld", year="2025"), "", 0)
}


@pytest.mark.parametrize("name", SPOTS)
def test_every_field_is_offered_with_its_explanation(editor: LanguageServer, name: str) -> None:
    spot = SPOTS[name]
    offered = spot.opened(editor)
    fields = spot.model.model_fields
    assert sorted(set(fields) - set(offered)) == []
    assert [field for field in fields if not offered[field]] == []
    told = {name: field.description for name, field in fields.items() if field.description}
    assert {field: offered[field] for field in told} == told


def words_of(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    else:
        for argument in get_args(annotation):
            yield from words_of(argument)


FIXED = {
    f"{name}.{field}": (spot, field, set(words))
    for name, spot in SPOTS.items()
    for field, info in spot.model.model_fields.items()
    if (words := list(words_of(info.annotation)))
}


@pytest.mark.parametrize("name", FIXED)
def test_every_fixed_word_is_offered_with_its_dutch(editor: LanguageServer, name: str) -> None:
    spot, field, words = FIXED[name]
    margin = len(spot.text.rpartition("\n")[2])
    is_list = get_origin(spot.model.model_fields[field].annotation) is tuple
    offered = spot.opened(editor, f"{field}:" + (f"\n{' ' * margin}  - " if is_list else " "))
    assert sorted(words - set(offered)) == []
    dutch = {word: {group[word] for group in labels().values() if word in group} for word in words}
    assert {word: offered[word] for word in words if offered[word] not in dutch[word]} == {}


def test_a_cell_is_offered_as_a_word_and_as_fields(editor: LanguageServer) -> None:
    spot = SPOTS["interventions-Deployment"]
    assert issubclass(spot.model, Shorthand)
    offered = Spot(spot.model, spot.file, spot.text.rstrip()).opened(editor, " ")
    assert offered["active"] == "actief"
    assert offered["none"] == "niet aanwezig"
    assert "owners" in spot.opened(editor)
