"""A whole page: landmarks, language, one title, nothing from elsewhere, and a house style."""

import re

from kansrijk_cli.output.documents.style import Asset, Style
from kansrijk_cli.output.html.page import page
from kansrijk_cli.output.writers.html import render
from tests.output.publishing import published

TEXT = "# Plan <b> 2025\n\n## Inhoud\n\n- [A](#a)\n\n## A\n\nTekst[^1].\n\n[^1]: Noot.\n"


def test_a_page_has_what_a_reader_needs() -> None:
    html = page(published(TEXT))
    assert html.startswith('<!doctype html>\n<html lang="nl">')
    assert re.findall("<h1>.*</h1>", html) == ["<h1>Plan &lt;b&gt; 2025</h1>"]
    assert "<title>Plan &lt;b&gt; 2025 - Voorbeeld</title>" in html
    for tag in ("header", "main", "nav", "footer"):
        assert len(re.findall(f"<{tag}[ >]", html)) == 1, tag
    assert html.index('class="skip" href="#pagina.inhoud"') < html.index("<header")
    assert 'id="noot.1"' in html
    assert "9 maart 2025" in html


def test_every_id_is_there_once_and_every_link_leads_somewhere() -> None:
    html = page(published(TEXT))
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


def test_nothing_comes_from_elsewhere() -> None:
    html = page(published(TEXT))
    assert "default-src 'none'" in html
    assert re.findall(r"(?:src|href)=\"(?!#)|url\((?!data:)|@import|<script|<link", html) == []


def test_a_house_style() -> None:
    style = Style(
        accent="#7a1f5c",
        fonts=("Eigen",),
        font_files=(Asset(".woff2", b"letters"),),
        logo=Asset(".svg", b"<svg/>"),
        logo_text="Regio <Voorbeeld>",
        footer="Een & ander",
    )
    html = page(published(TEXT, style))
    assert "--accent: #7a1f5c;" in html
    assert '--fonts: "Eigen",' in html
    assert "url(data:font/woff2;base64,bGV0dGVycw==)" in html
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+" alt="Regio &lt;Voorbeeld&gt;"' in html
    assert "<p>Een &amp; ander</p>" in html


def test_the_file_of_a_page() -> None:
    publication = published(TEXT)
    assert render(publication) == {"plan.html": page(publication).encode()}
