"""Documents with a bit of everything, and with texts that try to be more than text."""

from kansrijk_cli.output.documents.contents import tidy
from kansrijk_cli.output.documents.markdown import escape, table
from kansrijk_cli.output.documents.publication import Picture
from kansrijk_cli.output.documents.style import Asset, Style

PICTURE = Picture(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100">'
    '<rect width="400" height="100" fill="#dde"/>'
    '<text x="9" y="50" font-family="system-ui, Arial, sans-serif">Groei</text></svg>',
    400,
    100,
)
PICTURES = {"beelden/groei.svg": PICTURE}
STYLE = Style(
    accent="#7a1f5c",
    logo=Asset(".svg", PICTURE.svg.encode()),
    logo_text="Logo van de regio",
    footer="www.voorbeeld.nl",
)
WORDS = ("ja", "start", "plan", "stop", "nee", "?", "ja (aanname)", "4")
MATRIX = table(
    "Aanbod",
    ["Gemeente", *(f"Interventie {i}" for i in range(11))],
    [[f"Gemeente {row}", *(WORDS[(row + i) % 8] for i in range(11))] for row in range(9)],
)
SAMPLE = tidy(f"""# Plan voor 2025

**Samen sterk**

Tabel: Over dit stuk

| Onderwerp | Gegeven |
| --- | --- |
| Looptijd | 2025 |
|  | zonder naam |

## Inhoud

- [Aanpak](#aanpak)
- [Aanbod](#aanbod)

## Aanpak

Een tekst met *nadruk*, **kracht**, `code`, een [adres](https://example.org/a?b=c) en
[een hoofdstuk](#aanbod). Dat staat ergens[^1], en nog eens[^1].

[^1]: In een **noot**.

### Wat we doen

We doen dit:

- een
  - onder een
- twee

3. drie
4. vier

> Zo zei zij het.

#### Regels

    code    met
      spaties

---

![Het groeit](beelden/groei.svg)

Tabel: Geld

| Post | Bedrag | Toelichting |
| --- | ---: | --- |
| Programma<br>Partner: GGD | € 140.700 | Een samenwerkingsovereenkomst |
| **Totaal** | **€ 1.240.700** |  |

## Aanbod

Per gemeente:

<!-- tabel: matrix -->

{MATRIX}

Opmerking: klaar.

## Einde

Slot.
""")

# A text, and how it is shown: the same, unless no font has its signs.
TEXTS = {
    text: shown or text
    for text, shown in (
        ('<script>alert(1)</script> &amp; <b class="x">', ""),
        ('#panic("x") #import "@preview/a:0.1.0" $x^2$ <label> @ref *a* _b_ /* c */ // d', ""),
        ('\\u{41} \\n \\ "aanhaling" \\" { } [ ] # = - + / ~ ---', ""),
        ("]]> <w:p><w:r/></w:p> &#x41; %PDF-1.7 endobj stream", ""),
        ("a|b", ""),
        ("x" * 300, ""),
        ("Q" * 50 + "-" + "é" * 200, ""),
        ("https://example.org/" + "pad/" * 40 + "y" * 200, ""),
        ("werkgelegenheidsbevorderingsmaatregelenoverleg", ""),
        ("€ 1.234,50 ½ ≥ → ● ○ ▲ ✓ ✗ □ ◦ ‑ – … fi ffi ŉ ĳ", ""),
        ("vink ✔️ hart ❤️", ""),
        ("duim 👍🏽!", "duim [U+1F44D U+1F3FD]!"),
        ("gezin 👩‍👩‍👧", "gezin [U+1F469 U+200D U+1F469 U+200D U+1F467]"),
        ("漢字 en 한국", "[U+6F22 U+5B57] en [U+D55C U+AD6D]"),
        ("stuur\x07\u202eteken", "stuur\ufffd\ufffdteken"),
        ("bom\ufeff\ufffe", "bom[U+FFFE]"),
        ("eigen\ue000teken", "eigen[U+E000]teken"),
        ("שלום עולם", ""),
        ("naast שלום 👍 staat", "naast שלום [U+1F44D] staat"),
        ("مرحبا بالعالم", ""),
        ("מ" * 200, ""),
    )
}


def hostile(texts: list[str]) -> str:
    """A document in which each of some texts stands everywhere."""
    heads = [f"Kop {texts[1]}", "", texts[5][:90]]
    return tidy(
        "\n\n".join(
            (
                f"# Titel {escape(texts[1])}",
                f"## Kop {escape(texts[8])}",
                *map(escape, texts),
                *(f"### Kop {escape(text)}" for text in texts),
                *(f"- punt {escape(text)}\n\n    - {escape(text)}" for text in texts),
                *(f"> {escape(text)}" for text in texts),
                *(f"Noot[^{n}]\n\n[^{n}]: Noot {escape(t)}" for n, t in enumerate(texts)),
                str(table(texts[0], heads, [[text] * 3 for text in texts], right=[heads[2]])),
                str(table("Breed", [f"Kolom {n}" for n in range(20)], [[t] * 20 for t in texts])),
                "<!-- tabel: matrix -->",
                str(table("Aanbod", ["Waar", *texts[:16]], [[t, *WORDS * 2] for t in texts])),
            )
        )
    )
