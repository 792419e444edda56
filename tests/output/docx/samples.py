"""Documents with a bit of everything, and with texts that try to be more than text."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.publication import Picture, Publication
from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.output.documents.tree import Break, NoteMark, Run
from kansrijk_cli.output.docx.pictures import points
from tests.output.publishing import published

PICTURE = Picture(
    '<svg xmlns="http://www.w3.org/2000/svg" width="424" height="212" viewBox="0 0 424 212">'
    '<title>Groei &amp; "bloei"</title><rect width="424" height="212" fill="#dde"/>'
    '<text x="9" y="50" font-family="system-ui">Groei</text></svg>',
    424,
    212,
)
PICTURES = {"beelden/groei.svg": PICTURE}
LOGO = Asset(".svg", PICTURE.svg.encode())
STYLE = Style(
    accent="#7a1f5c", fonts=("Arial",), logo=LOGO, logo_text='Logo "x" <y>', footer="Voet & <w:p>"
)
TEXTS = (
    '<w:p><w:r/></w:p>]]>&amp;&lt;" w:val="1',
    '#panic("x") $x$ #import "@preview/x:1.0.0"',
    '<script>alert("x")</script> {{ a }} {% b %} %TITLE% \\ ` * _ |',
    "שלום עולם, 3 בתים (abc) מ",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦 🇳🇱 👍🏽 中文",
    "x" * 300,
    " twee  spaties ",
    "regel\nregel\ttab",
    "a\x00\x1f\ufffe\ud800z",
)

LINKS = ("javascript:x", "http://[x", "http:// x", "https://", "file:///x", "#weg", "#begin")


def of_tree(
    content: tree.Tree,
    style: Style | None = None,
    pictures: Mapping[str, Picture] | None = None,
) -> Publication:
    """A document of a tree, which can hold what no Markdown says."""
    made = replace(published("", style), pictures=pictures or {})
    made.__dict__["tree"] = content
    return made


def of_blocks(*blocks: tree.Block, style: Style | None = None) -> Publication:
    return of_tree(tree.Tree(plain("Titel"), blocks), style, PICTURES)


def plain(text: str) -> tree.Text:
    return (Run(text),)


def paragraph(text: str) -> tree.Paragraph:
    return tree.Paragraph(plain(text))


def heading(text: str, level: int = 2) -> tree.Heading:
    return tree.Heading(level, plain(text), text.lower())


def points_of(*texts: str, start: int | None = None) -> tree.Listing:
    return tree.Listing(tuple((paragraph(text),) for text in texts), start)


def table(
    heads: tuple[str, ...], *rows: tuple[str, ...], right: str = "", words: str | None = None
) -> tree.Table:
    """A table; `right` is the head of its column of numbers, and `|` in a cell ends a line."""
    aligns = tuple(_side(head, right) for head in heads)
    cells = tuple(tuple(map(_lines, row)) for row in rows)
    return tree.Table(plain("Tabel 1: Wat er is"), tuple(map(plain, heads)), aligns, cells, words)


def _side(head: str, right: str) -> tree.Align:
    return "right" if head == right else "left"


def _lines(text: str) -> tree.Text:
    first, *rest = text.split("|")
    return (Run(first), *(piece for line in rest for piece in (Break(), Run(line))))


MATRIX = table(
    ("Gemeente", *(f"Transmuraal stroomdiagram {number}" for number in range(13))),
    *(
        (f"Gemeente {row}", *(("ja", "?", "nee", "plan")[(row + n) % 4] for n in range(13)))
        for row in range(12)
    ),
    words="matrix",
)


def everywhere(texts: tuple[str, ...]) -> tree.Tree:
    """A document in which each text stands in every place that can hold one."""
    wide = tuple(map(plain, texts))
    blocks: tuple[tree.Block, ...] = (
        tree.Paragraph((Run(texts[0], strong=True),)),
        tree.Contents(
            heading("Inhoud"),
            (tree.Entry(plain(texts[0]), "begin"), tree.Entry(plain(texts[1]), "weg")),
        ),
        heading("Begin"),
        *map(paragraph, texts),
        *(tree.Heading(3 + n % 4, plain(text), f"kop-{n}") for n, text in enumerate(texts)),
        tree.Paragraph(
            (
                *(Run(text, code=True) for text in texts),
                Break(),
                *(Run(text, strong=True, emphasis=True) for text in texts),
                *(Run("link", link=f"https://voorbeeld.nl/{text}") for text in texts),
                *(
                    Run("link", link=link)
                    for link in ("javascript:x", "http://[x", "#weg", "#begin")
                ),
                *(NoteMark(number) for number in (1, 2, 1, 99)),
            )
        ),
        points_of(*texts),
        tree.Listing(((paragraph("a"), points_of(*texts, start=3), tree.Code(texts[0])), ()), 5),
        tree.Quote((*map(paragraph, texts), points_of("in"), tree.Quote((paragraph("diep"),)))),
        *map(tree.Code, texts),
        tree.Rule(),
        tree.Figure("weg", texts[0]),
        tree.Figure("beelden/groei.svg", texts[0]),
        table(("Alleen een kop",)),
        tree.Table(wide[0], wide, tuple(_side("", "") for _ in wide), (wide, wide)),
        table(("", "b", "c"), ("", "a||• b", "c"), right="c"),
        MATRIX,
        table(("a", "b"), ("lang", "|".join(f"regel {number}" for number in range(120)))),
    )
    notes: tuple[tuple[tree.Block, ...], ...] = (
        (*map(paragraph, texts), heading("Kop in noot", 3)),
        (table(("a",), ("b",)),),
        (tree.Paragraph((*wide[0], NoteMark(1))), points_of("nooit genoemd")),
    )
    return tree.Tree((*wide[0], NoteMark(1)), blocks, notes)


_STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="Iets anders"/></w:style>
<w:style w:type="paragraph" w:styleId="Naamloos"/>
<w:style w:type="paragraph" w:styleId="Lijstnummering"><w:name w:val="List Number"/>
<w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr></w:style></w:styles>"""
_NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:numIdMacAtCleanup w:val="1"/></w:numbering>"""


def bare() -> bytes:
    """A house style with almost nothing in it, of which a style has a name that we use as id."""
    made = BytesIO()
    Document().save(made)
    return with_parts(
        made.getvalue(), {"word/styles.xml": _STYLES, "word/numbering.xml": _NUMBERING}
    )


def with_parts(content: bytes, parts: Mapping[str, str | None]) -> bytes:
    """A file with other parts; None takes a part away."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = parts.get(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return made.getvalue()


def house() -> bytes:
    """A house style as a Dutch Word writes it: with things in it that are not for others."""
    document = Document()
    for element in document.styles.element.iter():
        for name in ("w:styleId", "w:val"):
            if element.get(qn(name)) == "Heading1":
                element.set(qn(name), "Kop1")
    for style in list(document.styles):
        if style.name in ("Caption", "Title", "List Number", "Quote"):
            style.element.getparent().remove(style.element)
    picture = points({"": PICTURE.svg}, Style())[""]
    document.add_heading("GEHEIM oud hoofdstuk", 1)
    document.add_picture(BytesIO(picture + b"GEHEIM"), width=Cm(3))
    document.add_comment(document.add_paragraph("GEHEIM").runs, "GEHEIM", "GEHEIM", "G")
    document.core_properties.author = document.core_properties.comments = "GEHEIM"
    section = document.sections[0]
    section.left_margin = Cm(3)
    section.header.paragraphs[0].text = "Briefhoofd van de regio"
    section.header.paragraphs[0].add_run().add_picture(BytesIO(picture), width=Cm(2))
    template = OxmlElement("w:attachedTemplate")
    template.set(qn("r:id"), "rId1")
    document.settings.element.insert(0, template)
    made = BytesIO()
    document.save(made)
    return made.getvalue()
