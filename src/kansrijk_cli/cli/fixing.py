"""`validate --fix` and `--diff`: what can be mended without a person, done or only shown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from kansrijk_cli.cli.checking import Checked, check, check_folder
from kansrijk_cli.cli.scope import Scope, data_in
from kansrijk_cli.cli.session import UseError
from kansrijk_cli.cli.terminal import say
from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.fixes.verify import Mending, mended
from kansrijk_cli.output.labels import label, labels
from kansrijk_cli.output.located import Located, locate
from kansrijk_cli.output.report import Report
from kansrijk_cli.output.visible import visible
from kansrijk_cli.rules.registry import pages
from kansrijk_cli.source.document import fetch
from kansrijk_cli.source.folder import DataFolder, Overlay
from kansrijk_cli.source.save import save

# Mending one thing may show the next: a byte order mark, then a key. Nobody needs more rounds.
ROUNDS = 5

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class _Mended:
    """The files with their bytes before and after, what was mended in them, and what is left."""

    changes: Mapping[str, tuple[bytes, bytes]]
    done: tuple[Located, ...]
    left: Checked


def mend(root: Path, scope: Scope, quiet: bool) -> Report:
    """Mend what can be, and say so; gives what is left."""
    if scope.staged or scope.from_stdin:
        raise UseError("fix-on-disk")
    outcome = _everything(root, scope)
    names = outcome.left.sources
    late = [file for file, (old, new) in outcome.changes.items() if not save(root / file, old, new)]
    for file in late:
        say(label("text", "not-saved").format(path=names.name(file)))
    if not quiet:
        # A later round may have mended an earlier line.
        for found in sorted(outcome.done, key=lambda one: (one.spot.file, one.spot.position)):
            if found.spot.file not in map(names.name, late):
                line = f"{found.spot.file}:{found.spot.position[0]}: {_became(found)}"
                say(f"{label('text', 'fixed')}: {visible(line)}")
    return check(root, scope) if late else outcome.left.report


def preview(root: Path, scope: Scope) -> tuple[str, Report]:
    """What `mend` would change, as a patch with paths from the current folder; and what is left."""
    outcome = _everything(root, scope)
    text = "".join(
        line
        for file, (old, new) in sorted(outcome.changes.items())
        for line in patch(outcome.left.sources.name(file), old.decode(), new.decode())
    )
    return text, outcome.left.report


def _everything(root: Path, scope: Scope) -> _Mended:
    """Everything that can be mended, without writing anything."""
    base = data_in(root, scope)
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    done: list[Located] = []
    checked = check_folder(base, scope)
    for _ in range(ROUNDS):
        changed = list(_round(Overlay(base, dict(after)), checked))
        if not changed:
            break
        for file, old, new, problems in changed:
            before.setdefault(file, old)
            after[file] = new
            done += locate(problems, pages(), checked.sources)
        checked = check_folder(Overlay(base, dict(after)), scope)
    return _Mended({f: (before[f], after[f]) for f in after}, tuple(done), checked)


def _round(
    folder: DataFolder, checked: Checked
) -> Iterator[tuple[str, bytes, bytes, list[Diagnostic]]]:
    """The files in which something can be mended now: before, after, and what is mended."""
    by_file: dict[str, list[Mending]] = {}
    known = checked.sources.fixes(checked.diagnostics)
    for problem, fix in zip(checked.diagnostics, known, strict=True):
        if fix and fix.safe:
            by_file.setdefault(problem.place.file, []).append(Mending(problem, fix))
    for file, mendings in by_file.items():
        content = fetch(folder, file)
        # What was changed since it was checked is left for a next time.
        if isinstance(content, bytes) and checked.sources.is_text_of(file, content):
            new = mended(content.decode(), mendings).encode()
            yield file, content, new, [mending.problem for mending in mendings]


def _became(found: Located) -> str:
    """What a finding is now: the old word and the new one, or what happened all over the file."""
    code = found.message.code
    if code in labels()["mended"]:
        return label("mended", code)
    [edit] = found.fix.edits if found.fix else ()
    _, start, _, end = edit.position
    old = (found.spot.line or "")[start - 1 : end - 1]
    return label("text", "became").format(old=old, new=edit.text, code=code)


def patch(name: str, old: str, new: str) -> Iterator[str]:
    """The lines of a patch for one file."""
    for line in unified_diff(_LINE.findall(old), _LINE.findall(new), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
