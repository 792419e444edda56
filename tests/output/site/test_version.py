"""Of which version of the data a page is."""

from datetime import date

from kansrijk_cli.source.git import Commit
from tests.output.site.building import made_of, page
from tests.output.site.story import FILES

ID = "0123456789abcdef0123456789abcdef01234567"
CLEAN = Commit(ID, date(2025, 3, 9), changed=False)


def feet(commit: Commit | None) -> set[str]:
    """What the pages say at their ends, and what the page about the site says."""
    made = made_of(FILES, commit)
    names = (n for n in made if n.endswith(".html") and "/bestanden/" not in n)
    found = (page(made, name) for name in names)
    return {p.one("footer").all("p")[0].text for p in found}


def test_every_page_names_the_commit_and_its_day() -> None:
    assert feet(CLEAN) == {"Stand van de gegevens: versie 0123456789 van 9 maart 2025."}
    assert ID in page(made_of(FILES, CLEAN), "over.html").text


def test_files_that_were_changed_since() -> None:
    [said] = feet(Commit(ID, date(2025, 3, 9), changed=True))
    assert said.endswith("van 9 maart 2025, met wijzigingen die nog niet zijn vastgelegd.")


def test_data_that_are_not_in_git() -> None:
    [said] = feet(None)
    assert said.startswith("De gegevens zijn niet vastgelegd in git.")
