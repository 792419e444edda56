"""Texts that try to be more than text come out as exactly that text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk_cli.output.documents import tree
from kansrijk_cli.output.documents.tree import Run
from kansrijk_cli.output.docx.document import document
from tests.output.docx.reading import NOTES, Word
from tests.output.docx.samples import PICTURES, STYLE, TEXTS, everywhere, of_tree

UNSEEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def shown(text: str) -> str:
    """A text as XML can hold it, and each end of a line as one sign."""
    return re.sub("\r\n?", "\n", UNSEEN.sub("\ufffd", text))


def test_texts_come_out_everywhere() -> None:
    word = Word(document(of_tree(everywhere(TEXTS), STYLE, PICTURES)))
    found = [text for _, text in word.paragraphs()]
    for text in TEXTS:
        # A paragraph, a heading, a point, a quote, code, the head of a table and two cells.
        assert found.count(shown(text)) >= 8
    noted = [line for _, line in word.paragraphs(NOTES)]
    assert [f" {shown(TEXTS[0])}", *map(shown, TEXTS[1:])] == noted[2 : 2 + len(TEXTS)]


TEXT = st.text(min_size=1, max_size=60) | st.sampled_from(TEXTS)


@settings(max_examples=25)
@given(TEXT)
def test_any_text_in_any_place(text: str) -> None:
    look = tree.Paragraph((Run(text, strong=True, code=True), Run(text, link="https://x.nl/")))
    blocks = (
        tree.Heading(2, (Run(text),), "a"),
        look,
        tree.Code(text),
        tree.Table((Run(text),), ((Run(text),),), ("left",), (((Run(text),),),)),
    )
    notes = ((tree.Paragraph((Run(text),)),),)
    content = tree.Tree((Run(text), tree.NoteMark(1)), blocks, notes)
    word = Word(document(of_tree(content)))
    one = shown(text)
    assert [found for _, found in word.paragraphs()] == [one, one, one * 2, one, one, one, one, ""]
    assert word.paragraphs(NOTES)[-1][1] == f" {one}"
