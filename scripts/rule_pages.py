"""Make docs/bevindingen/ from the pages of the rules: a page for each code, and an index by group.

    python -m scripts.rule_pages            write the pages; those of codes that are gone go away
    python -m scripts.rule_pages --check    exit 1 when a page is not what the rules give

A page says what `kansrijk explain` says, and with a wrong example what the program then prints:
the example is really checked, over the smallest valid data folder.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kansrijk_cli.core.pages import Example, Page
from kansrijk_cli.output.diagnostics.text import render
from kansrijk_cli.output.explained import advice_title, general, groups
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.located import Sources, locate
from kansrijk_cli.output.report import Report
from kansrijk_cli.rules.examine import examine
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.workspace.load import load

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests/base"
TARGET = ROOT / "docs/bevindingen"
INDEX = "README.md"

MADE = "<!-- Gemaakt met `make pages` uit src/kansrijk_cli/rules/. Verander dat, niet dit. -->"
INTRODUCTION = """\
Dit zijn alle bevindingen die `kansrijk validate` kan melden, per onderwerp. `kansrijk explain`
toont dezelfde lijst, en met een code erachter dezelfde uitleg.

De voorbeelden gaan over een kleine regio, `voorbeeld`. Een echte melding noemt wat er in uw eigen
bestand staat."""
SEVERITY = "Ernst"
SUBJECT = "Onderwerp"
HEADS = ("code", "bevinding", "ernst")
EXPLANATION = "Uitleg"
PRINTED = "Het programma meldt dan:"


def documents() -> dict[str, str]:
    """The text of every file of the folder, by its name."""
    made = {INDEX: _joined(_index())}
    for group, found in groups(pages()).items():
        for code, page in found.items():
            made[f"{code}.md"] = _joined(_page(code, page, group))
    return made


def stale(made: dict[str, str], target: Path) -> list[str]:
    """The names of the files that differ, that are missing, and that are one too many."""
    there = {path.name: path.read_text("utf-8") for path in target.glob("*") if path.is_file()}
    return sorted(name for name in {*made, *there} if made.get(name) != there.get(name))


def write(made: dict[str, str], target: Path) -> None:
    """Write the files that are stale, and remove what is one too many."""
    target.mkdir(parents=True, exist_ok=True)
    for name in stale(made, target):
        if name in made:
            (target / name).write_text(made[name], "utf-8", newline="\n")
        else:
            (target / name).unlink()


app = typer.Typer(add_completion=False)


@app.command()
def main(
    check: Annotated[
        bool, typer.Option("--check", help="Mislukt als een bladzijde verouderd is.")
    ] = False,
) -> None:
    """Maak de bladzijden van docs/bevindingen/ opnieuw."""
    made = documents()
    found = stale(made, TARGET)
    for name in found:
        done = "verouderd" if check else "geschreven" if name in made else "weggehaald"
        typer.echo(f"{done}: {(TARGET / name).relative_to(ROOT).as_posix()}")
    if not check:
        write(made, TARGET)
    raise typer.Exit(1 if check and found else 0)


def _joined(blocks: Iterator[str]) -> str:
    return "\n\n".join((MADE, *blocks)) + "\n"


def _index() -> Iterator[str]:
    yield f"# {label('findings', 'title')}"
    yield INTRODUCTION
    for group, found in groups(pages()).items():
        yield f"## {group}"
        rows = [
            (f"[{code}]({code}.md)", page.title, label("severity", page.severity))
            for code, page in found.items()
        ]
        yield "\n".join(
            f"| {' | '.join(cells)} |" for cells in (HEADS, ("---",) * len(HEADS), *rows)
        )


def _page(code: str, page: Page, group: str) -> Iterator[str]:
    severity = label("severity", page.severity)
    yield f"# {code}: {page.title}"
    yield f"{SEVERITY}: {severity}. {SUBJECT}: [{group}]({INDEX}#{_anchor(group)})."
    yield f"## {EXPLANATION}"
    yield page.explanation
    if page.advice:
        yield f"## {advice_title(page)}"
        yield "\n".join(f"- {general(advice, page.samples)}" for advice in page.advice)
    if page.wrong:
        yield f"## {label('text', 'wrong')}"
        yield from map(_example, page.wrong)
        yield PRINTED
        yield _fence("text", _printed(page.wrong))
    if page.right:
        yield f"## {label('text', 'right')}"
        yield from map(_example, page.right)


def _example(example: Example) -> str:
    return f"`{example.file}`:\n\n{_fence('yaml', example.text)}"


def _fence(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"


def _anchor(title: str) -> str:
    """How a heading is called in an address."""
    return title.lower().replace(" ", "-")


def _printed(examples: tuple[Example, ...]) -> str:
    """What the program prints of an example that is laid over the smallest valid data folder."""
    with TemporaryDirectory() as temporary:
        current = Path(temporary).resolve()
        root = current / "data"
        shutil.copytree(BASE, root)
        for example in examples:
            (root / example.file).parent.mkdir(parents=True, exist_ok=True)
            (root / example.file).write_text(example.text, "utf-8", newline="\n")
        examined = examine(load(Folder(root)))
        texts = examined.loaded.texts
        found = locate(examined.diagnostics, pages(), Sources(root, texts, current))
        return render(Report(tuple(found), len(texts), examined.skipped), brief=True)


if __name__ == "__main__":
    app()
