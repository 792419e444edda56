"""Mutations of a file as a whole: its name, its encoding, its line ends, its end."""

from random import Random

from kansrijk_cli.model.registry import kind_of
from tests.mutations.kinds import Change, of_files, of_text
from tests.mutations.original import Original


@of_files("bestand weg", None, "een bestand dat niet verplicht is, mag weg als niets ernaar wijst")
def delete_file(_random: Random, original: Original) -> Change | None:
    return {original.file: None}


@of_files("verplicht bestand weg")
def delete_required_file(_random: Random, original: Original) -> Change | None:
    kind = kind_of(original.file)
    required = kind is not None and kind.model.required
    # Of the whole year or region nothing is left to miss the file.
    alone = not any(
        file != original.file and file.startswith(original.file.rpartition("/")[0] + "/")
        for file in original.entries
    )
    return {original.file: None} if required and not alone else None


@of_files("bestand met een andere naam")
def rename_file(random: Random, original: Original) -> Change | None:
    folder, slash, name = original.file.rpartition("/")
    stem = name.removesuffix(".yaml")
    others = (f"{stem.title()}.yaml", f"{stem}.yml", f"{stem[:-1]}.yaml", f"{stem} (1).yaml")
    new = f"{folder}{slash}{random.choice(others)}"
    return {original.file: None, new: original.text.encode()}


@of_text("bestand leeg")
def empty_file(random: Random, _original: Original) -> str:
    return random.choice(("", "\n", "# Nog invullen\n", "---\n"))


@of_text("bestand afgebroken", None, "wat er nog staat, kan een geldig bestand zijn")
def truncate(random: Random, original: Original) -> str:
    return original.text[: random.randrange(1, len(original.text) - 1)]


@of_text("opgeslagen als Windows-1252")
def windows_encoding(_random: Random, original: Original) -> bytes | None:
    return None if original.text.isascii() else original.text.encode("cp1252", "replace")


@of_text("opgeslagen als UTF-16")
def utf_16(_random: Random, original: Original) -> bytes:
    return original.text.encode("utf-16")


@of_text("byte order mark vooraan")
def byte_order_mark(_random: Random, original: Original) -> bytes:
    return original.text.encode("utf-8-sig")


@of_text("regeleinden van Windows", None, "dat mag: er verandert niets aan de gegevens")
def windows_line_ends(_random: Random, original: Original) -> str:
    return original.text.replace("\n", "\r\n")


@of_text("half samengevoegd (git)")
def merge_conflict(random: Random, original: Original) -> str:
    lines = list(original.lines[:-1])
    at = random.randrange(len(lines))
    ours = [f"<<<<<<< HEAD\n{lines[at]}\n=======\n{lines[at]}\n>>>>>>> plan"]
    return "\n".join([*lines[:at], *ours, *lines[at + 1 :], ""])


KINDS = (
    delete_file,
    delete_required_file,
    rename_file,
    empty_file,
    truncate,
    windows_encoding,
    utf_16,
    byte_order_mark,
    windows_line_ends,
    merge_conflict,
)
