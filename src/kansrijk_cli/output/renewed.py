"""What a new year took over, what it closed, and what must be decided, for a reader."""

from collections.abc import Callable, Iterator, Mapping
from textwrap import fill, shorten

from kansrijk_cli.output.dutch import listing
from kansrijk_cli.output.labels import label
from kansrijk_cli.output.visible import visible
from kansrijk_cli.renewal.questions import Question, questions
from kansrijk_cli.renewal.renew import Closed, Renewed

LONGEST, WIDTH = 60, 79

# Where something stands, as a reader finds it.
Where = Callable[[Closed], str]


def say(word: str, **params: object) -> str:
    """The sentence of a question in a new plan."""
    return label("decide", word).format(**params)


def sign() -> str:
    """The words by which a question is found."""
    return label("decide", "sign")


def renewed_text(renewed: Renewed, where: Where, names: Mapping[str, str]) -> str:
    """What happened; `names` are the files of the new year as a reader calls them."""
    figures = {"figures": sum(closed.why == "figure" for closed in renewed.closed)}
    closed = [item for item in renewed.closed if item.why != "figure"]
    blocks = [
        _sentence("carried", "nothing-carried", renewed.carried, renewed.old),
        "\n".join(_closed_lines(closed, where)),
        _sentence("figures", "", figures, renewed.old),
        questions_text(renewed.texts, names),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def questions_text(texts: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The questions in files, with the line of each."""
    lines = [
        f"  {names[file]}:{question.line}: {_asked(question)}"
        for file, text in texts.items()
        for question in questions(text, sign())
    ]
    if not lines:
        return ""
    return "\n".join([label("renewed", "questions").format(number=len(lines)), *lines])


def _asked(question: Question) -> str:
    title = f"{_quoted(question.title)}: " if question.title else ""
    return visible(f"{title}{question.text}")


def _quoted(title: str) -> str:
    return f"‘{shorten(title, LONGEST, placeholder=' …')}’"


def _closed_lines(closed: list[Closed], where: Where) -> Iterator[str]:
    if closed:
        yield label("renewed", "closed").format(number=len(closed))
    for item in closed:
        kind = label("carried-one", item.place.route[0])
        why = label("closed", item.why)
        yield visible(f"  {where(item)}: {kind} {_quoted(item.title)}: {why}")


def _sentence(some: str, none: str, counted: Mapping[str, int], old: int) -> str:
    counts = [
        f"{number} {label('carried-one' if number == 1 else 'carried-many', name)}"
        for name, number in counted.items()
        if number
    ]
    if counts:
        return fill(label("renewed", some).format(old=old, counts=listing(counts)), WIDTH)
    return label("renewed", none).format(old=old) if none else ""
