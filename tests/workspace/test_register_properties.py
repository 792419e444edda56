"""The register knows every municipality by its name, also one whose code is that of another."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kansrijk_cli.source.folder import Folder, Snapshot
from kansrijk_cli.workspace.load import load
from tests.workspaces import BASE

FILE = "catalog/municipalities.yaml"
NAMES = ("Ede", "Rhenen", "Veenendaal", "Bergen (L.)", "'s-Hertogenbosch")
CODES = st.lists(st.sampled_from(["GM0001", "GM0002", "GM0003"]), min_size=5, max_size=5)


@given(CODES)
def test_a_double_code_takes_no_municipality_away(codes: Sequence[str]) -> None:
    # The double code has a rule; that a name is not known would be a second message about it.
    folder = Folder(BASE)
    rows = (
        f'  - {{code: {code}, name: "{name}", province: Gelderland}}\n'
        for code, name in zip(codes, NAMES, strict=True)
    )
    content = "source: cbs\nmunicipalities:\n" + "".join(rows)
    files = {file: folder.read(file) for file in folder.files()} | {FILE: content.encode()}
    register = load(Snapshot(BASE, files)).value.workspace.register
    assert sorted(register.names) == sorted(NAMES)
