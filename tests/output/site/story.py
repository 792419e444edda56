"""Data for the site: two regions that share a municipality, with things that nobody may read."""

from tests.workspaces import Files

# Stands in all that must not be published.
SECRET = "geheim"  # noqa: S105 - a word that tests look for

FILES: Files = {
    "regions/voorbeeld/region.yaml": """\
# geheim: nog bellen
name: Voorbeeld
kinds: [IZA]
municipalities: [Ede, Rhenen, Veenendaal]
assumed: {municipalities: De bron noemt alleen het aantal.}
places:
  - {name: Praktijk Noord, kind: practice, municipalities: [Ede]}
sources:
  - {id: werkagenda, title: Werkagenda 2025, address: "https://example.org/werkagenda"}
source: werkagenda
""",
    "regions/voorbeeld/parties.yaml": """\
source: werkagenda/partners
parties:
  - {id: geheime-partij, name: Geheime partij (geheim), kind: organisation, draft: true}
  - {id: ggd, name: GGD, kind: organisation}
  - {id: stuurgroep, name: Stuurgroep, kind: body}
""",
    "regions/voorbeeld/coalitions.yaml": """\
source: werkagenda/coalities
coalitions:
  - {id: regionaal, name: Regionale coalitie, level: regional, status: active, lead: stuurgroep}
  - id: ede
    name: Coalitie Ede
    level: local
    municipalities: [Ede]
    status: active
    lead: Ede
    text: |-
      De coalitie werkt aan:
      - goed signaleren
""",
    "regions/voorbeeld/interventions.yaml": """\
source: werkagenda/aanbod
interventions:
  - {id: babycafe, name: Babycafé, kind: intervention}
deployments:
  Ede:
    giz: {status: active, owners: [ggd], note: Sinds dit jaar.}   # geheim
    voorzorg: {status: planned, period: from 2026}
    babycafe: active
  Rhenen:
    giz: {status: active, assumed: {status: Niet zeker.}}
    prenataal-huisbezoek: {status: active, draft: true, note: geheim}
    voorzorg: none
  Praktijk Noord:
    voorzorg: starting
""",
    "regions/voorbeeld/2025/results.yaml": """\
source: werkagenda/doelen
targets:
  - {id: stiekem, title: Doel dat geheim is, kind: count, minimum: 1, unit: dingen, draft: true}
  - id: trajecten
    title: Trajecten VoorZorg
    kind: per-municipality
    intervention: voorzorg
    unit: gezinnen
    minimum: 2
    total: 60
figures:
  - {target: trajecten, place: Ede, period: 2025, value: 47, persons: true}
  - target: trajecten
    place: Rhenen
    period: 2025
    # geheim: het zijn er 7
    value: 7
    persons: true
  - {target: trajecten, place: Veenendaal, period: 2025, value: 31, persons: true}
""",
    "regions/voorbeeld/2025/budgets.yaml": """\
source: werkagenda/begroting
funding:
  - {id: iza, title: Regionaal IZA-budget, amount: 12000}
budgets:
  - id: begroting
    title: Begroting 2025
    key: equal
    funding: [iza]
    lines:
      - {id: uren, title: Uren, under: totaal, amount: 9000}
      - {id: zaal, title: Zaalhuur Ede, place: Ede, under: totaal, amount: 3000}
      - {id: totaal, title: Totaal, total: true, amount: 12000}
""",
    "regions/voorbeeld/2026/plan.yaml": """\
source: werkagenda
document: {kind: werkagenda, title: Werkagenda 2026}
components:
  - {id: vroeg-erbij, kind: action-line, title: Vroeg erbij}
activities:
  - {id: stil, title: Geheim overleg, when: Q1, draft: true}
  - id: scholing
    title: Scholing van verwijzers
    component: vroeg-erbij
    when: Q2 - Q3
    owners: [ggd]
    places: [Ede]
  - {id: start, title: Start in Ede, when: Q1, owners: [Ede], places: [Ede]}
open_points:
  - id: akkoord
    kind: decision
    title: Akkoord met de begroting
    by: 2026-06-01
    places: {Ede: pending, Rhenen: adopted}
""",
    "regions/voorbeeld/2026/results.yaml": """\
source: werkagenda
targets:
  - id: giz-overal
    title: GIZ in elke gemeente
    kind: every-municipality
    intervention: giz
    measured_by: coverage
""",
    "regions/voorbeeld/2027/plan.yaml": """\
source: werkagenda
document: {kind: werkagenda, title: Het geheime plan (geheim), public: false}
""",
    "regions/voorbeeld/2027/budgets.yaml": """\
source: werkagenda
budgets:
  - {id: b, title: De geheime begroting (geheim), lines: [{id: a, title: Geheim, amount: 1}]}
""",
    "regions/buren/region.yaml": """\
name: De Buren
kinds: [GGD]
municipalities: [Ede, Vught, "'s-Hertogenbosch"]
sources: [{id: folder, title: Folder}]
source: folder
""",
    "regions/buren/interventions.yaml": """\
source: folder/aanbod
deployments:
  Ede:
    giz: none
    voorzorg: active
  Vught:
    voorzorg: active
    prenataal-huisbezoek: active
""",
}
