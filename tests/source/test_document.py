"""One data file: what is wrong with it as a file, in plainer words than the parser has."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kansrijk_cli.core.diagnostic import Diagnostic, Value
from kansrijk_cli.core.place import Place, Position
from kansrijk_cli.source.document import MAX_BYTES, fetch, read_bytes
from kansrijk_cli.source.folder import Folder
from kansrijk_cli.source.tree import Locator
from tests.workspaces import BASE

FILE = "regions/voorbeeld/parties.yaml"
SIGNS = "a b: - ? [ ] { } # #x & * ! | > ' \" % @ ` , 1 < ~ <<: --- ... 's- é 👶 <<<<<<<"
C_AS_B: dict[str, Value] = {"indent": 3, "right": 2, "beside": 2}
B_IS_C: dict[str, Value] = {"no_colon": "b = c", "as_field": "b: c"}
PIECES = [*SIGNS.split(), "\n", "\t", "\r\n"]
# Nobody agrees on what a return without a newline is; no program of today writes one.
PROSE = st.text(st.characters(codec="utf-8", exclude_characters="\r"))
BYTES = st.binary().map(lambda content: content.replace(b"\r", b""))
TEXTS = st.one_of(PROSE, st.lists(st.sampled_from(PIECES)).map(" ".join))
REAL = [path.read_text("utf-8") for path in sorted(BASE.rglob("*.yaml"))]


def codes(text: str | bytes) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [problem.code for problem in read_bytes(FILE, content).diagnostics]


def spans(text: str, code: str) -> list[Position | None]:
    found = read_bytes(FILE, text.encode()).diagnostics
    return [problem.place.span for problem in found if problem.code == code]


def is_inside(text: str, position: Position) -> bool:
    """Whether a span starts and ends in a text; just behind the last character counts."""
    line, column, end_line, end_column = position
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 1 <= line <= end_line <= len(lines) or (line, column) > (end_line, end_column):
        return False
    # A span of one character may stand behind the line, where something should have been.
    return 1 <= column <= len(lines[line - 1]) + 1 and end_column <= len(lines[end_line - 1]) + 2


def has_places(content: bytes) -> bool:
    """Whether everything that is wrong with a file has a place in it."""
    outcome = read_bytes(FILE, content)
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    locator = Locator(outcome.value.text if outcome.value else "")
    return all(is_inside(text, locator.position(d.place)) for d in outcome.diagnostics)


@example("[")
@example("a: 'een\u2028twee'\nb: *x\n")
@example("a: 1\nb: 'x\x00y'\n")
@given(TEXTS)
def test_every_problem_of_any_text_has_a_place_in_it(text: str) -> None:
    assert has_places(text.encode())


@given(st.one_of(BYTES, TEXTS.map(lambda text: text.encode("utf-16"))))
def test_every_problem_of_any_bytes_has_a_place_in_it(content: bytes) -> None:
    assert has_places(content)


@given(st.sampled_from(REAL), st.sampled_from([*PIECES, "\x00", "\u2028"]), st.data())
def test_every_problem_of_a_damaged_file_has_a_place_in_it(
    text: str, piece: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    assert has_places((text[:start] + piece + text[end:]).encode())


def test_a_good_file_is_its_text_and_its_data() -> None:
    outcome = read_bytes(FILE, b"a: [1, NO]\r\n")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert (outcome.value.file, outcome.value.text) == (FILE, "a: [1, NO]\r\n")
    assert outcome.value.data == {"a": [1, "NO"]}


@pytest.mark.parametrize("text", ["", " \n\n", "# nog niets\n", "---\n...\n", "~\n", "\ufeff"])
def test_a_file_without_data_is_empty(text: str) -> None:
    assert [code for code in codes(text) if code != "KR017"] == ["KR009"]


@pytest.mark.parametrize("text", ["false\n", "0\n", "''\n", "[]\n", "{}\n"])
def test_little_data_is_not_empty(text: str) -> None:
    assert codes(text) == []


def test_a_byte_order_mark_is_told_and_moves_nothing() -> None:
    outcome = read_bytes(FILE, "\ufeffa: *x\n".encode())
    assert [(d.code, d.place.span) for d in outcome.diagnostics] == [
        ("KR017", (1, 1, 1, 1)),
        ("KR007", (1, 4, 1, 6)),
    ]


@pytest.mark.parametrize(
    ("content", "span", "params"),
    [
        (
            "a: 1\nnaam: Zoë\n".encode("cp1252"),
            (2, 9, 2, 10),
            {"character": "ë", "encoding": "Windows-1252"},
        ),
        (
            "a: é".encode() + b" \x80\n",
            (1, 6, 1, 7),
            {"character": "€", "encoding": "Windows-1252"},
        ),
        ("a: 1\n".encode("utf-16"), (1, 1, 1, 2), {"encoding": "UTF-16"}),
        (b"\xfe\xff\x00a", (1, 1, 1, 2), {"encoding": "UTF-16"}),
        ("a: 1\n".encode("utf-16-le"), (1, 1, 1, 2), {"encoding": "UTF-16"}),
        ("a: ë\n".encode("utf-16-be"), (1, 1, 1, 2), {"encoding": "UTF-16"}),
        ("a: 1\nb: Zoë".encode()[:-1], (2, 6, 2, 7), {"cut_off": ""}),
        ("a: 1 – 2".encode()[:-3], (1, 6, 1, 7), {"cut_off": ""}),
    ],
)
def test_another_encoding_is_named_and_marked(
    content: bytes, span: Position, params: dict[str, Value]
) -> None:
    outcome = read_bytes(FILE, content)
    assert outcome.value is not None
    assert outcome.value.data is None
    assert [(d.code, d.place.span, d.params) for d in outcome.diagnostics] == [
        ("KR002", span, params)
    ]


def test_a_text_in_another_encoding_is_shown_as_it_was_meant() -> None:
    for encoding in ("cp1252", "utf-16", "utf-16-le", "utf-16-be"):
        outcome = read_bytes(FILE, "a: 1\nnaam: Zoë – €\n".encode(encoding))
        assert outcome.value is not None
        assert outcome.value.text == "a: 1\nnaam: Zoë – €\n"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a:\n\tb: 1\n", (2, 1, 2, 2)),
        ("a:\n  \t\tb: 1\n", (2, 3, 2, 5)),
    ],
)
def test_a_tab_that_indents_is_marked(text: str, span: Position) -> None:
    assert spans(text, "KR004") == [span]


@pytest.mark.parametrize("text", ["a:\tb\n", "a: 'b\tc'\n", "a: b\t# c\n"])
def test_a_tab_elsewhere_is_fine(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", (2, 1, 2, 13)),
        ("a: 1\n=======\nb: 3\n>>>>>>> x\n<<<<<<<\n", (2, 1, 2, 8)),
    ],
)
def test_the_first_mark_of_a_merge_conflict_is_told(text: str, span: Position) -> None:
    assert codes(text) == ["KR005"]
    assert spans(text, "KR005") == [span]


@pytest.mark.parametrize("text", ["a: |\n  Kop\n  =======\n", "a: x <<<<<<< y\n", "a: '>>>>>>>'\n"])
def test_signs_that_are_no_merge_conflict_are_fine(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: Zie #3\n", (1, 8, 1, 10)),
        ("- punt #3 van de lijst\n", (1, 8, 1, 23)),
        ("a: {b: Zie #3\n  }\n", (1, 12, 1, 14)),
        ("a: risico's #4\n", (1, 13, 1, 15)),
        ('a: 5" #4\n', (1, 7, 1, 9)),
        ("a: twee\n  regels #3\n", (2, 10, 2, 12)),
        ("a: #N/A\n", (1, 4, 1, 8)),
        ("- b: #####\n  c: 1\n", (1, 6, 1, 11)),
        ("a:\r\n  - b\r\n  - #VERW!\r\n", (3, 5, 3, 11)),
    ],
)
def test_a_text_that_is_cut_by_a_comment_is_told(text: str, span: Position) -> None:
    assert spans(text, "KR028") == [span]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1 # opmerking\n",
        "a: 1  #\n",
        "a: # opmerking\n",
        "a: #opmerking\n  b: 1\n",
        "a:\n#opmerking\nb: 1\n",
        "a: #opmerking\n  - b\n",
        "#opmerking\na: 1\n",
        "  #opmerking\na: 1\n",
        "a: zie#3\n",
        "a: 'zie #3'\n",
        'a: "zie #3"\n',
        "a: 'zie\n  punt #3 van de lijst'\n",
        'a: "zie\n  punt #3 van de lijst"\n',
        "a: |\n  Zie punt #3.\n",
        "a: >-\n  Zie punt #3.\n",
        "a: |2-\n    Zie punt #3.\n",
        "a: | # opmerking\n  Zie punt #3.\n",
        "a: |\n  Punten:\n    - punt #3\n",
        "a: |\n\n  Zie punt #3.\n",
        "- |\n  Zie punt #3.\n",
    ],
)
def test_a_hash_that_cuts_nothing_is_fine(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("a: ['s-Hertogenbosch]\n", (1, 5, 1, 21), "'s-Hertogenbosch"),
        ("a: 's-Gravenhage\nb: 1\n", (1, 4, 1, 17), "'s-Gravenhage"),
        ("- 's-Gravenhage\n- 's-Hertogenbosch\n", (1, 3, 1, 16), "'s-Gravenhage"),
        ("a: 't Gooi en Vechtstreek\nb: 1\n", (1, 4, 1, 11), "'t Gooi"),
        ("a: [Ede, 't Gooi]\n", (1, 10, 1, 17), "'t Gooi"),
        ("a: ['s-Gravenhage, 's-Heerenberg]\n", (1, 5, 1, 18), "'s-Gravenhage"),
        ("a: ['t Gooi, 't Harde, 't Zand]\n", (1, 5, 1, 12), "'t Gooi"),
    ],
)
def test_a_name_that_opens_a_quote_is_told(text: str, span: Position, name: str) -> None:
    outcome = read_bytes(FILE, text.encode())
    assert [(d.code, d.place.span, d.params["name"]) for d in outcome.diagnostics] == [
        ("KR029", span, name)
    ]


@pytest.mark.parametrize(
    ("text", "span", "params"),
    [
        ("a: 1\nname:GGD\nb: 2\n", (2, 1, 2, 9), {"glued": "name:GGD", "spaced": "name: GGD"}),
        ("- id:ggd\n  b: 2\n", (1, 3, 1, 9), {"glued": "id:ggd", "spaced": "id: ggd"}),
        ("a:1\r\n\r\n# b\r\nc: 2\r\n", (1, 1, 1, 4), {"glued": "a:1", "spaced": "a: 1"}),
        ("a: @x\n", (1, 4, 1, 5), {"sign": "@"}),
        ("a: {b: %x}\n", (1, 8, 1, 9), {"sign": "%"}),
        ("- `x`\n", (1, 3, 1, 4), {"sign": "`"}),
        ("a: * x\n", (1, 4, 1, 5), {"sign": "*"}),
        ("a: & x\n", (1, 4, 1, 5), {"sign": "&"}),
        ("a: *x* y\n", (1, 4, 1, 5), {"sign": "*"}),
        ("{a: &x! y}\n", (1, 5, 1, 6), {"sign": "&"}),
        ("a: ? x\n", (1, 4, 1, 5), {"sign": "?"}),
        ("{a: > 5}\n", (1, 5, 1, 6), {"sign": ">"}),
        ("a: > 5 x\n", (1, 4, 1, 5), {"block": ">"}),
        ("b: 1\r\na: |x\r\n", (2, 4, 2, 5), {"block": "|"}),
        ("a: [b] c\n", (1, 8, 1, 9), {"after_bracket": "]", "text_starts": "["}),
        ("- {b: 1} c\n", (1, 10, 1, 11), {"after_bracket": "}", "text_starts": "{"}),
        ("a: [b](c)\n", (1, 7, 1, 8), {"after_bracket": "]", "text_starts": "["}),
        ("{a: [b] c: d}\n", (1, 9, 1, 10), {"after_bracket": "]", "second": "c"}),
        ("a: \u201cb: c\u201d\n", (1, 4, 1, 5), {"curly": "\u201c"}),
        ("a: Plan: het doel\n", (1, 8, 1, 9), {"colon": "Plan:"}),
        ("a: {b: 1,\n  c: Plan: doel}\n", (2, 10, 2, 11), {"colon": "Plan:"}),
        ("a: [1, 2\nb: 3\n", (1, 4, 1, 5), {"bracket": "[", "closing": "]"}),
        ("a: {b: [c, d}\n", (1, 8, 1, 9), {"bracket": "[", "closing": "]"}),
        ("a: {b: 1\n", (1, 4, 1, 5), {"bracket": "{", "closing": "}"}),
        ("a: [\n", (1, 4, 1, 5), {"bracket": "[", "closing": "]"}),
        ("a: {b: c #d}\n", (1, 10, 1, 13), {"bracket": "{", "cut": "#d}"}),
        ('a: "x\nb: 1\n', (1, 4, 1, 5), {"quote": '"'}),
        ('a: "x\nb: "y"\n', (1, 4, 1, 5), {"quote": '"'}),
        # The next quoted text is a field further left, with a quote of another sort in it.
        ('l:\n  - a: "x\n    b: 1\nm:\n  "\'y": 2\n  "\'z": 3\n', (2, 8, 2, 9), {"quote": '"'}),
        ("a: 'de risico's'\n", (1, 15, 1, 16), {"after_quote": "'"}),
        ('a: {b: "x" y}\n', (1, 12, 1, 13), {"after_quote": '"'}),
        ("a:\n  b: 1\n   c: 2\n", (3, 4, 3, 5), C_AS_B),
        ("a:\n  b: 1\n cd: 2\n", (3, 2, 3, 4), {"indent": 1, "right": 2, "beside": 2}),
        ("a:\n  b: 1\n\u00a0\u00a0c: 2\n", (3, 1, 3, 3), {"hard_space": "U+00A0"}),
        ("a:\n  - b: 1\n  \u00a0\u00a0c: 2\n", (3, 3, 3, 5), {"hard_space": "U+00A0"}),
        ("a: |\n  x\n y\n", (3, 2, 3, 3), {"indent": 1, "right": 2, "beside": 2}),
        ("a: - b\n", (1, 4, 1, 5), {"dash": "a:"}),
        ("- a: - b\n", (1, 6, 1, 7), {"dash": "a:"}),
        ("a: -\n", (1, 4, 1, 5), {"lone": "-"}),
        ("a: ?\n", (1, 4, 1, 5), {"lone": "?"}),
        ("a: [b,, c]\n", (1, 7, 1, 8), {"comma": ","}),
        ("a: [, b]\n", (1, 5, 1, 6), {"comma": ","}),
        ("a:\n  * b\n  * c\n", (2, 3, 2, 4), {"bullet": "*"}),
        ("a: 1\n// b\nc: 2\n", (2, 1, 2, 5), {"remark": "//"}),
        ("a: 1\n<!-- b -->\nc: 2\n", (2, 1, 2, 11), {"remark": "<!--"}),
        ("a:\n  b\n    c: 1\n  d: 2\n", (2, 3, 2, 4), {"no_colon": "b", "as_field": "b:"}),
        ("a:\n  b; c\n  d: 1\n", (2, 3, 2, 7), {"no_colon": "b; c", "as_field": "b: c"}),
        ("- {a: b, c: d: e}\n", (1, 14, 1, 15), {"colon": "d:"}),
        ("- {a: b, c: d e: f}\n", (1, 16, 1, 17), {"colon": "d e:", "second": "e"}),
        ("a: 1\n- b\n", (2, 1, 2, 2), {"dash_in_fields": 1}),
        ("a:\n  - b: 1\n    - c\n", (3, 5, 3, 6), {"dash_in_fields": 2}),
        ("a:\n  - b\n-\n", (3, 1, 3, 2), {"dash_in_fields": 1}),
        ("- a\nb: 1\n", (2, 1, 2, 2), {"key": "b", "field_in_list": 1}),
        ("a:\n  - b: 1\n  c: 2\n", (3, 3, 3, 4), {"key": "c", "field_in_list": 2}),
        ("a: 1\n-b: 1\n c: 2\n", (2, 1, 2, 6), {"glued_dash": "-b: 1", "spaced": "- b: 1"}),
        ("a:\n  - b: 1\n  -c: 2\n", (3, 3, 3, 8), {"glued_dash": "-c: 2", "spaced": "- c: 2"}),
        ("a:\n  - b\n  -{c: 1}\n", (3, 3, 3, 5), {"glued_dash": "-{", "spaced": "- {"}),
        ("a:\n  - b\n  -c d\n", (3, 3, 3, 7), {"glued_dash": "-c d", "spaced": "- c d"}),
        ("a: 1\nb 2\nc: 3\n", (2, 1, 2, 4), {"no_colon": "b 2", "as_field": "b: 2"}),
        ("a: 1\nB is 2", (2, 1, 2, 7), {"no_colon": "B is 2"}),
        ("a b\nc: 3\n", (1, 1, 1, 4), {"no_colon": "a b", "as_field": "a: b"}),
        ("a:\n  - b = c\n    d = e\n    f: 1\n", (2, 5, 2, 10), B_IS_C),
        ("a:\n  - b\n    c: 1\n", (2, 5, 2, 6), {"no_colon": "b"}),
        ("a: 1\nb\tc\nd\te\n", (2, 1, 2, 4), {"pasted": "b"}),
        ("a:\n  \u2022 b: 1\n    c: 2\n", (2, 3, 2, 4), {"bullet": "\u2022"}),
        ("a:\n  \u2013 b: 1\n    c: 2\n", (2, 3, 2, 4), {"bullet": "\u2013"}),
        ("a:\u00a0b\nc: 1\n", (1, 3, 1, 4), {"hard_after": "U+00A0"}),
        ("a:\n  -\u00a0b: 1\n    c: 2\n", (2, 4, 2, 5), {"hard_after": "U+00A0"}),
        ("a: [1]]\n", (1, 7, 1, 8), {"stray": "]", "opening": "["}),
        ("a: {b: [1]}}\n", (1, 12, 1, 13), {"stray": "}", "opening": "{"}),
        ("a: {b: [1]]}\n", (1, 11, 1, 12), {"stray": "]", "opening": "["}),
        ("a: ]\n", (1, 4, 1, 5), {"stray": "]", "opening": "["}),
        ("a: 1\n}\n", (2, 1, 2, 2), {"stray": "}", "opening": "{"}),
        ('a: ["]"]]\n', (1, 9, 1, 10), {"stray": "]", "opening": "["}),
        ("a: {b: 1]\n", (1, 4, 1, 5), {"bracket": "{", "closing": "}"}),
        ("a: b c: d\n", (1, 7, 1, 8), {"colon": "b c:", "second": "c"}),
        ("a: {b: c; d: e}\n", (1, 12, 1, 13), {"colon": "c; d:", "second": "d"}),
        ("a:\r  b: 1\r   c: 2\r", (3, 4, 3, 5), C_AS_B),
        ("a: 1\rb: [\r", (2, 4, 2, 5), {"bracket": "[", "closing": "]"}),
        ("a: 1\r\nb: [\rc: 1\n", (2, 4, 2, 5), {"bracket": "[", "closing": "]"}),
    ],
)
def test_a_broken_structure_is_told_with_its_cause(
    text: str, span: Position, params: dict[str, Value]
) -> None:
    outcome = read_bytes(FILE, text.encode())
    assert outcome.value is not None
    assert outcome.value.data is None
    told = [(d.code, d.place.span, d.params) for d in outcome.diagnostics]
    assert told == [("KR003", span, params)]


@pytest.mark.parametrize(
    "text", ["a: |\n  x\n  \u00a0\u00a0Bron: CBS\n", "a: b\u00a0c\n", "a: '\u00a0b'\n"]
)
def test_a_hard_space_in_a_text_is_fine(text: str) -> None:
    assert codes(text) == []


def test_a_quoted_name_is_not_blamed_for_a_mistake_elsewhere() -> None:
    assert codes('a: "\'s-Hertogenbosch"\nb: [1\n') == ["KR003"]
    assert codes("a: 'Den Bosch (''s-Hertogenbosch)'\nb: [1\n") == ["KR003"]
    assert codes("# 's-Hertogenbosch hoort er ook bij\nb: [1\n") == ["KR003"]


@pytest.mark.parametrize(
    ("text", "line", "mark"),
    [
        ("a: 1\n=======\nb: 2\n", 2, "======="),
        ("a: 1\n>>>>>>> main\n", 2, ">>>>>>> main"),
        ("a: 1\n||||||| 1234567\nb: 2\n", 2, "||||||| 1234567"),
    ],
)
def test_the_rest_of_a_merge_conflict_is_told(text: str, line: int, mark: str) -> None:
    outcome = read_bytes(FILE, text.encode())
    assert [(d.code, d.place.span, d.params) for d in outcome.diagnostics] == [
        ("KR005", (line, 1, line, len(mark) + 1), {"mark": mark})
    ]


def test_a_quoted_name_before_a_name_without_quotes_is_not_blamed() -> None:
    text = "a: [\"'s-Gravenhage\", Ede, 's-Heerenberg]\n"
    outcome = read_bytes(FILE, text.encode())
    assert [d.params.get("name") for d in outcome.diagnostics] == ["'s-Heerenberg"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    for size in (MAX_BYTES, MAX_BYTES + 1):
        with path.open("wb") as stream:
            stream.truncate(size)
        fetched = fetch(Folder(tmp_path), "plan.yaml")
        too_large = Diagnostic("KR010", Place("plan.yaml"), {"size": 5, "limit": 5})
        assert fetched == (bytes(size) if size == MAX_BYTES else too_large)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "echt.yaml").write_text("a: 1\n")
    (tmp_path / "plan.yaml").symlink_to("echt.yaml")
    assert fetch(Folder(tmp_path), "plan.yaml") == Diagnostic("KR011", Place("plan.yaml"))


def test_what_the_system_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    refused = Diagnostic("KR001", Place("weg.yaml"), {"reason": "ENOENT"})
    assert fetch(Folder(tmp_path), "weg.yaml") == refused
