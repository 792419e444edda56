"""Whether a unit counts people, or what each of them got. The words are those of the data."""

import re

# Whoever does the work is not among them (professionals, volunteers, members): a small number of
# those tells where the work is thin, and nothing about who is helped.
_PEOPLE = (
    "baby's|kinderen|dreumesen|peuters|kleuters|tieners|pubers|jongeren|jeugdigen|adolescenten",
    "jongens|meisjes|leerlingen|scholieren|studenten|zuigelingen|pasgeborenen|prematuren",
    "ouders|moeders|vaders|opvoeders|verzorgers|mantelzorgers|gezinnen|huishoudens",
    "vrouwen|mannen|zwangeren|mensen|personen|volwassenen|inwoners|burgers|cliënten|clienten",
    "patiënten|patienten|deelnemers|nieuwkomers|statushouders|vluchtelingen|asielzoekers",
    "laaggeletterden|rokers|gebruikers|alleenstaanden|bevallingen|geboorten|geboortes",
    "zwangerschappen",
)
# One of these is about one person or family.
_EACH_ONE = (
    "trajecten|verwijzingen|doorverwijzingen|aanmeldingen|meldingen|huisbezoeken|intakes",
    "plaatsingen|casussen|indicaties|hulpvragen",
)
_ONE = "baby|kind|ouder|moeder|vader|gezin|huishouden|persoon|mens|vrouw|zwangere|cliënt|deelnemer"
# The end of a word is what it is about, as in "eenoudergezinnen".
_ENDS = re.compile(rf"(?:{'|'.join((*_PEOPLE, *_EACH_ONE))})$")
_WHOLE = re.compile(rf"(?:{_ONE}|traject|verwijzing|huisbezoek|melding)")
_WORD = re.compile(r"[^\W\d_]+(?:'s)?")
_SHARE = re.compile(r"^(?:%|per\b|procent|percentage|promille)|%$|\bper \d")

# A unit that leaves it to the name what is counted.
_SAYS_NOTHING = frozenset(("", "aantal", "aantallen", "absoluut", "stuks", "stuk", "n"))


def is_share(unit: str) -> bool:
    """Whether numbers in a unit are parts of something else: those of places do not add up."""
    return bool(_SHARE.search(unit.casefold().strip()))


def counts_people(unit: str | None, name: str) -> bool:
    """Whether a unit names people; of a unit that says nothing, whether the name does."""
    said = (unit or "").casefold().strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if is_share(said):
        return False
    text = name.casefold() if said in _SAYS_NOTHING else said
    return any(_ENDS.search(word) or _WHOLE.fullmatch(word) for word in _WORD.findall(text))
