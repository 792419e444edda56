"""A file as plain data, and making the edits of a comparison in it. Nothing of it may be missed.

A list of items is a mapping by their keys; that of texts has its order as well.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from kansrijk_cli.compute.changes.hints import Hint, hints
from kansrijk_cli.compute.changes.steps import Edit, Official, keyed
from kansrijk_cli.model.period import Period
from kansrijk_cli.model.plan import TextBlock

GEOGRAPHY = ("municipality", "place", "owner")
ORDER = "#order"
ORDERS: Mapping[str, int] = {"removed": 1, "changed": 1, "moved": 2, "added": 3}

Tree = dict[str, Any]


def plain(value: Any, official: Official, hint: Hint | None = None) -> Any:
    """What a value says, however it is written."""
    hint = hint or Hint()
    if isinstance(value, BaseModel):
        found = hints(type(value))
        return {name: plain(getattr(value, name), official, found[name]) for name in found}
    if isinstance(value, Mapping):
        return _mapping(value, official, hint)
    if isinstance(value, tuple) and hint.value.model:
        items = {key: plain(item, official) for key, item in keyed(value, official).items()}
        return {**items, ORDER: list(items)} if hint.value.model is TextBlock else items
    if isinstance(value, tuple):
        return sorted((plain(item, official, hint.value) for item in value), key=repr)
    return _scalar(value, official, hint)


def _scalar(value: Any, official: Official, hint: Hint) -> Any:
    if isinstance(value, Period):
        return value.spans
    is_place = isinstance(value, str) and hint.refers_to in GEOGRAPHY
    return official(value) if is_place else value


def _mapping(value: Mapping[Any, Any], official: Official, hint: Hint) -> Tree:
    named = {key: str(_scalar(key, official, hint.key)) for key in value}
    if len(set(named.values())) < len(named):
        named = {key: str(key) for key in value}
    rows = {named[key]: plain(item, official, hint.value) for key, item in value.items()}
    return {key: row for key, row in rows.items() if row} if hint.is_table else rows


def applied(tree: Tree, edits: Iterable[Edit], official: Official) -> Tree:
    """The files with the edits made in them; each must find the value that it says is there."""
    tree = deepcopy(tree)
    # A folder that moved comes first: its files are compared under the new name.
    for edit in sorted(edits, key=lambda e: 0 if _is_folder(e) else ORDERS[e.kind]):
        _apply(tree, edit, official)
    return {file: _without_empty_rows(content) for file, content in tree.items()}


def _is_folder(edit: Edit) -> bool:
    return edit.kind == "moved" and not edit.steps


def _apply(tree: Tree, edit: Edit, official: Official) -> None:
    if not edit.steps:
        _apply_to_file(tree, edit, official)
        return
    *way, last = edit.place.route
    here = tree[edit.file]
    for step in way:
        here = here.setdefault(step, {}) if isinstance(here, dict) else here[step]
    old, new = (plain(v, official, edit.hint) for v in (edit.old, edit.new))
    if edit.kind == "moved":
        _reorder(here[last], edit.old, edit.new)
    elif edit.kind == "changed" and last == "id" and edit.steps[-2].is_item:
        _rename(tree[edit.file], edit)
    elif edit.kind == "changed":
        assert here[last] == old
        here[last] = new
    elif edit.steps[-1].owner:
        _apply_to_list(here[last], edit, official)
    else:
        _apply_to_item(here, last, edit, (old, new))


def _apply_to_file(tree: Tree, edit: Edit, official: Official) -> None:
    if edit.kind == "moved":
        for file in [file for file in tree if file.startswith(f"regions/{edit.old}/")]:
            tree[file.replace(f"/{edit.old}/", f"/{edit.new}/", 1)] = tree.pop(file)
    elif edit.kind == "added":
        assert edit.file not in tree
        tree[edit.file] = plain(edit.new, official)
    else:
        assert tree.pop(edit.file) == plain(edit.old, official)


def _reorder(items: Tree, old: Any, new: Any) -> None:
    """The items that both versions have come in another order."""
    assert items[ORDER] == list(old)
    items[ORDER] = list(new)


def _apply_to_list(values: list[Any], edit: Edit, official: Official) -> None:
    """One plain value of a list came or went."""
    if edit.kind == "removed":
        values.remove(plain(edit.old, official, edit.hint.value))
    else:
        values.append(plain(edit.new, official, edit.hint.value))
        values.sort(key=repr)


def _apply_to_item(here: Tree, key: Any, edit: Edit, values: tuple[Any, Any]) -> None:
    if edit.kind == "removed":
        assert here.pop(key) == values[0]
        if ORDER in here:
            here[ORDER].remove(key)
        return
    assert key not in here
    here[key] = values[1]
    if ORDER in here:
        at = here[ORDER].index(edit.follows) + 1 if edit.follows else 0
        here[ORDER].insert(at, key)


def _rename(content: Any, edit: Edit) -> None:
    """An item got another id, and so another key."""
    *way, key, _ = edit.place.route
    for step in way:
        content = content[step]
    item = content.pop(key)
    assert item["id"] == edit.old
    now = edit.new
    assert now not in content
    content[now] = {**item, "id": edit.new}
    if ORDER in content:
        content[ORDER] = [now if k == key else k for k in content[ORDER]]


def _without_empty_rows(content: Tree) -> Tree:
    rows = content.get("deployments")
    return {**content, "deployments": {k: r for k, r in rows.items() if r}} if rows else content
