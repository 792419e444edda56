"""A change in any kind of file has a heading to stand under; without one it would not be shown."""

from kansrijk_cli.compute.changes.about import SECTIONS
from kansrijk_cli.model.registry import file_kinds
from kansrijk_cli.output.labels import labels

# Its one field is the version of the data, and data of two versions are not compared.
NOT_COMPARED = {"kansrijk"}


def test_every_field_of_every_file_has_a_section() -> None:
    shown = labels()["diff-section"]
    kinds = {kind.model.path.rsplit("/", 1)[-1][: -len(".yaml")]: kind for kind in file_kinds()}
    missing = [
        f"{stem}: {field}"
        for stem, kind in kinds.items()
        for field in kind.model.model_fields
        if SECTIONS.get(f"{stem}.{field}", SECTIONS.get(stem, stem)) not in shown
    ]
    assert [field for field in missing if field.split(":")[0] not in NOT_COMPARED] == []
