"""Text of the data is text in every page, whatever it looks like."""

from functools import cache

import pytest

from tests.output.site.building import Site, made_of, page
from tests.output.site.reading import read
from tests.output.site.story import FILES

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></script><b>",
    "{{ 7 * 7 }} {% raw %}",
    "[x](javascript:alert(1)) **vet** `code` | a",
    "&lt;b&gt; &amp;",
    "שלום עולם مرحبا",
    "👩‍👩‍👧‍👦 zes",
    "a" * 300,
    "</code></pre> ]]> --> <!--",
]


@cache
def site(text: str) -> Site:
    quoted = "'" + text.replace("'", "''") + "'"
    return made_of(
        {
            **FILES,
            "regions/buren/region.yaml": f"""\
name: {quoted}
kinds: [GGD]
municipalities: [Ede, Vught]
note: {quoted}
sources: [{{id: folder, title: {quoted}, address: {quoted}}}]
source: folder
""",
            "regions/buren/interventions.yaml": f"""\
source: folder
interventions: [{{id: raar, name: {quoted}, kind: process, text: {quoted}}}]
deployments: {{Ede: {{raar: {{status: active, name: {quoted}, note: {quoted}}}}}}}
""",
            "regions/buren/2025/plan.yaml": f"""\
source: folder
document: {{kind: plan, title: {quoted}, roles: {{penvoerder: Ede}}}}
activities: [{{id: a, title: {quoted}, when: Q1, result: {quoted}}}]
""",
            "regions/buren/2025/results.yaml": f"""\
source: folder
targets: [{{id: t, title: {quoted}, kind: count, minimum: 1, unit: {quoted}}}]
""",
            "regions/buren/2025/budgets.yaml": f"""\
source: folder
budgets: [{{id: b, title: {quoted}, lines: [{{id: l, title: {quoted}, amount: 5}}]}}]
""",
        }
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_it_comes_out_as_that_text(text: str) -> None:
    for name, where in (
        ("regio/buren/index.html", "h1"),
        ("regio/buren/2025/plan.html", "h1"),
        ("interventie/buren/raar.html", "h1"),
        ("index.html", "main"),
        ("gemeente/ede.html", "main"),
        ("regio/buren/aanbod.html", "main"),
        ("regio/buren/2025/doelen.html", "main"),
        ("regio/buren/2025/geld.html", "main"),
        ("regio/buren/2025/planning.html", "main"),
        ("bron/regions/buren/region.yaml.html", "main"),
    ):
        assert text in page(site(text), name).one(where).text, name


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_it_can_run(text: str) -> None:
    for name, content in site(text).items():
        if name.endswith(".html"):
            found = read(content)
            assert all(e.attrs.get("src", "").endswith(".js") for e in found.all("script")), name
            assert not [e for e in found.walk() for a in e.attrs if a.startswith("on")], name
            assert not [link for link in found.links if "javascript" in link.lower()], name
            assert found.all("img") == [], name
