"""Where everything is in the site. An address is a path from its top, maybe with an anchor."""

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kansrijk_cli.core.place import Place

START, ABOUT = "index.html", "over.html"
REGIONS, MUNICIPALITIES = "regio/index.html", "gemeente/index.html"
INTERVENTIONS, SOURCES = "interventie/index.html", "bron/index.html"
STYLE, SEARCH, INDEX, RELOAD = "stijl.css", "zoek.js", "zoekindex.js", "herlaad.js"


def relative(page: str, target: str) -> str:
    """An address as a page links to it: from its own folder, so that the site can be anywhere."""
    path, sign, anchor = target.partition("#")
    if path in ("", page):
        return f"#{anchor}" if anchor else f"./{posixpath.basename(page)}"
    found = posixpath.relpath(path, posixpath.dirname(page) or ".")
    return f"{found if found.startswith('../') else f'./{found}'}{sign}{anchor}"


def file_names(names: Iterable[str]) -> dict[str, str]:
    """Names of files in plain letters, a different one for each name whatever its capitals."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
        words = "".join(c if c.isalnum() else " " for c in plain.replace("'", "")).split()
        wanted = "-".join(words) or "naamloos"
        number = 1
        while (chosen := wanted if number == 1 else f"{wanted}-{number}") in taken:
            number += 1
        taken.add(chosen)
        found[name] = chosen
    return found


@dataclass(frozen=True)
class Directory:
    """The addresses of municipalities by official name, and of interventions.

    An intervention of the catalogue has one page; what only a region describes has a page in the
    name of that region, because another may use the same id for something else.
    """

    municipalities: Mapping[str, str]
    shared: frozenset[str] = field(default_factory=frozenset)

    def municipality(self, name: str) -> str | None:
        """The page of a municipality, if it has one."""
        file = self.municipalities.get(name)
        return f"gemeente/{file}.html" if file else None

    def intervention(self, id_: str, region: str | None = None) -> str:
        """The page of an intervention as a region means it."""
        if id_ in self.shared or region is None:
            return f"interventie/{id_}.html"
        return f"interventie/{region}/{id_}.html"


def region_page(region: str, name: str = "index", year: int | None = None) -> str:
    """A page of a region, or of one of its years."""
    return f"regio/{region}/{f'{year}/' if year else ''}{name}.html"


def region_file(region: str, name: str) -> str:
    """A file that the pages of a region need."""
    return f"regio/{region}/{name}"


def source_page(file: str) -> str:
    """The page of a file of the data."""
    return f"bron/{file}.html"


def line_anchor(line: int) -> str:
    """The anchor of a line in the page of a file."""
    return f"L{line}"


def file_of(place: Place) -> str:
    """A file as a reader calls it: its name without the folders."""
    return posixpath.basename(place.file)
