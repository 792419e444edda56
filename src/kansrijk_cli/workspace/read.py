"""One file of the data folder, read and validated. The same bytes are never read twice."""

from dataclasses import dataclass
from functools import lru_cache

from pydantic import ValidationError

from kansrijk_cli.core.diagnostic import Diagnostic
from kansrijk_cli.core.place import Place
from kansrijk_cli.model.base import File
from kansrijk_cli.model.moments import FOLDER_YEAR
from kansrijk_cli.model.registry import kind_of
from kansrijk_cli.source.document import Document, fetch, read_bytes
from kansrijk_cli.source.folder import DataFolder
from kansrijk_cli.source.repeated import DUPLICATE_KEY
from kansrijk_cli.workspace.entry import Entry
from kansrijk_cli.workspace.gone_headings import with_heading
from kansrijk_cli.workspace.schema_problems import schema_problems

# More files than a large region has; a comparison with an older version reads most files again.
KEPT = 2048


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a file: no `entry` when it cannot be used, no `text` when it is no text."""

    entry: Entry[File] | None
    text: str | None
    problems: tuple[Diagnostic, ...]


def read_file(folder: DataFolder, file: str) -> Read:
    """Read one file of a data folder."""
    content = fetch(folder, file)
    if isinstance(content, bytes):
        return read_content(file, content)
    return Read(None, None, (content,))


@lru_cache(maxsize=KEPT)
def read_content(file: str, content: bytes) -> Read:
    """What a file of that name is with these bytes."""
    read = read_bytes(file, content)
    document = read.value
    if document is None or document.data is None:
        text = document.text if document else None
        return Read(None, text, tuple(with_heading(d, text) for d in read.diagnostics))
    entry, wrong = _entry(document)
    if any(problem.code == DUPLICATE_KEY for problem in read.diagnostics):
        # Which of the two is meant nobody knows, so that nothing may be computed with either.
        entry = None
    return Read(entry, document.text, (*read.diagnostics, *wrong))


def _entry(document: Document) -> tuple[Entry[File] | None, tuple[Diagnostic, ...]]:
    """The file as its kind has it, or what is wrong with it."""
    kind = kind_of(document.file)
    if kind is None:
        return None, ()
    try:
        context = {FOLDER_YEAR: kind.year_of(document.file)}
        content = kind.model.model_validate(document.data, context=context)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems = schema_problems(kind.model, document.file, document.data, errors, document.text)
        return None, tuple(problems)
    return Entry(Place(document.file), content), ()
