"""Questions in a file, and what they are about."""

from kansrijk_cli.renewal.questions import questions

TEXT = """\
# VRAAG: het bestand
source: plan
document:
  # VRAAG: de titel
  title: Plan
lijst:
  # VRAAG: gaat dit door?
  - id: a
    title: Een
    # VRAAG: het bedrag (was 5) # oud
    tekst: |-
      # VRAAG: geen vraag
  # VRAAG: en dit?
  - {id: twee, bedrag: ntb}
  - id: drie
    # VRAAG: de cel
    cellen: {a: 1}
# VRAAG: de cijfers
cijfers: []
# Een gewone opmerking over een VRAAG: niet tellen
"""


def test_each_has_its_line_and_the_title_of_its_item() -> None:
    assert [(q.line, q.title, q.text) for q in questions(TEXT, "VRAAG")] == [
        (1, None, "het bestand"),
        (4, "Plan", "de titel"),
        (7, "Een", "gaat dit door?"),
        (10, "Een", "het bedrag (was 5) # oud"),
        (13, "twee", "en dit?"),
        (16, "drie", "de cel"),
        (18, None, "de cijfers"),
    ]


def test_a_file_without_questions_has_none() -> None:
    assert not list(questions("a: 1 # niets\n", "VRAAG"))
