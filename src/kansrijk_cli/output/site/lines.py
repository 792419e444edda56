"""From a place in the data to the line of its file in the site."""

from collections.abc import Mapping
from functools import lru_cache

from kansrijk_cli.compute.privacy.published import Published
from kansrijk_cli.core.place import Place
from kansrijk_cli.output.site.addresses import line_anchor, source_page
from kansrijk_cli.source.tree import Locator

# Files are composed for their lines, which takes much memory: pages go through one region's files
# at a time, and the lines that were asked for are kept.
COMPOSED = 12


class Lines:
    """Finds lines. A place in a file that the site does not have stands nowhere."""

    def __init__(self, published: Published, texts: Mapping[str, str]) -> None:
        self._published, self._texts = published, texts
        self._files = frozenset(published.files) & texts.keys()
        self._found: dict[Place, int] = {}
        self._locator = lru_cache(COMPOSED)(lambda file: Locator(texts[file]))

    @property
    def files(self) -> tuple[str, ...]:
        """The files that have a page."""
        return tuple(sorted(self._files))

    def line(self, place: Place) -> int | None:
        """The line of a place."""
        if place.file not in self._files:
            return None
        if place not in self._found:
            here = self._published.in_text(place)
            self._found[place] = self._locator(place.file).position(here)[0]
        return self._found[place]

    def address(self, place: Place | None) -> str | None:
        """Where a reader sees the line of a place."""
        line = self.line(place) if place else None
        if place is None or line is None:
            return None
        return f"{source_page(place.file)}#{line_anchor(line)}"
