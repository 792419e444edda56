"""The words of an HTML page or a drawing, to compare two of them."""

from html.parser import HTMLParser

from kansrijk_cli.output.documents.publication import NotReadable

_SILENT = ("style", "script")


def words(content: bytes) -> list[str]:
    """The words between the marks. Raises NotReadable when it is no text."""
    reading = _Reading()
    try:
        reading.feed(content.decode())
    except UnicodeDecodeError as error:
        raise NotReadable from error
    reading.close()
    return " ".join(reading.texts).split()


class _Reading(HTMLParser):
    """The texts so far, and whether what is read now is a look and no text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.silent = tag in _SILENT

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)
