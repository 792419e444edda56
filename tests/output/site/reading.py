"""Reading a page as assistive technology does: elements, names and links."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Element:
    """An element of a page with what is in it."""

    tag: str
    attrs: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str, **attrs: str) -> list["Element"]:
        """The elements below this one of a kind, with some attributes; `_` stands for a hyphen."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [
            e
            for e in self.walk()
            if (tag in ("*", e.tag)) and all(e.attrs.get(n) == v for n, v in wanted.items())
        ]

    def one(self, tag: str, **attrs: str) -> "Element":
        """The only element of a kind."""
        [found] = self.all(tag, **attrs)
        return found

    def walk(self) -> Iterator["Element"]:
        """Every element below this one."""
        for child in self.inside:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    @property
    def text(self) -> str:
        """The words in it, with single spaces, and not where they may be broken."""
        return " ".join(self._text().replace("\u00ad", "").split())

    def _text(self) -> str:
        if self.tag in ("script", "style"):
            return ""
        parts = (c if isinstance(c, str) else c._text() for c in self.inside)
        return "".join(parts) + (
            " " if self.tag in ("td", "th", "li", "p", "br", "dt", "dd") else ""
        )

    @property
    def links(self) -> list[str]:
        """Where the links in it lead."""
        return [e.attrs["href"] for e in self.all("a") if "href" in e.attrs]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"<{self.open[-1].tag}> ends as </{tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(page: bytes | str) -> Element:
    """A page; every element must end where it should."""
    reader = _Reader()
    reader.feed(page.decode() if isinstance(page, bytes) else page)
    reader.close()
    assert reader.open == [reader.top], f"not ended: {reader.open[-1].tag}"
    return reader.top


def table(page: Element, caption: str) -> Element:
    """The table with a caption."""
    [found] = [t for t in page.all("table") if t.one("caption").text == caption]
    return found


def rows(found: Element) -> list[list[str]]:
    """The words in the cells of the body of a table."""
    return [[c.text for c in _cells(row)] for row in found.one("tbody").all("tr")]


def cell(found: Element, row: str, head: str) -> Element:
    """The cell of a table by the heads of its row and column."""
    heads = [c.text for c in _cells(found.one("thead").one("tr"))]
    [wanted] = [r for r in found.one("tbody").all("tr") if _cells(r)[0].text == row]
    return _cells(wanted)[heads.index(head)]


def _cells(row: Element) -> list[Element]:
    return [e for e in row.inside if isinstance(e, Element)]
