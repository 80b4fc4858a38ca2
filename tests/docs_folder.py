"""A small docs/ folder in which everything is right, for tests to break one thing of."""

from pathlib import Path

from scripts.content.site import Site, load_site

FILES = {
    "index.md": """\
---
title: Start
description: Een korte beschrijving van deze pagina.
type: reference
---

# Start

Zin met bron [@kato2020] en [een link](naslag/literatuur.md#kato2020).

## Kop één

/// kort

- Kort punt.

///
""",
    "naslag/literatuur.md": """\
---
title: Literatuur
description: Alle bronnen waar deze site naar verwijst.
type: reference
---

# Literatuur

<div id="kato2020"></div>

[[ literatuur() ]]
""",
    "bronnen/literatuur.bib": """\
@article{kato2020,
  author = {Kato, Takahiro A. and Kanba, Shigenobu and Teo, Alan R.},
  year = {2020}, title = {Defining pathological social withdrawal},
  journal = {World Psychiatry}, volume = {19}, number = {1}, pages = {116--117},
  doi = {10.1002/wps.20705}, kind = {research}, design = {OP} }
""",
    "bronnen/helplijnen.yml": """\
- {id: noodnummer-112, name: "112", group: nood, purpose: Levensgevaar, audience: iedereen, phone: "112", in_box: true}
""",
    "bronnen/indicatoren.yml": """\
neet:
  title: NEET
  short: NEET
  definition: Jongeren zonder werk, opleiding of vorming.
  unit: PC
  unit_label: procent
  age: 15-29 jaar
  source: eurostat
  dataset: edat_lfse_22
  page: index.md
  geo: [BE, BE23]
  sex: [T, M]
  minimum: 0
  maximum: 60
  largest_jump: 5
  late_after_days: 400
  hide_after_days: 1100
  late_reason: De bron gaf nog geen nieuwer cijfer.
""",
    "bronnen/projectcijfers.yml": """\
publisher: Compaan
document: projectfiche
url: index.md
licence: onbekend
page: index.md
figures: {}
""",
    "bronnen/doorverwijzen.yml": """\
needs: {praten: iemand om mee te praten}
services:
  - {name: Huisarts, what: Een eerste stap., youngest: 0, needs: [praten], typing: niet geweten, home: soms, how: Zelf bellen.}
gaps:
  - {title: Op 18 jaar, youngest: 18, oldest: 18, what: Daar stopt het.}
""",
    "bronnen/serverblauwdruk.yml": """\
reviewed: 2026-11-27
roles:
  - {id: lid, name: Lid, who: Wie meedoet., reason: Meer is niet nodig.}
  - {id: team, name: Team, who: Wie begeleidt., reason: Iemand moet kunnen ingrijpen.}
channels:
  - {id: welkom, name: welkom, kind: tekst, purpose: Aankomen., read: [lid, team], write: [team], reason: Niemand moet iets zeggen.}
permissions:
  - {id: ban, name: Verbannen, discord: Ban Members, roles: [team], reason: "Alleen wie ervoor opgeleid is."}
settings:
  - {id: widget, name: Widget, choice: uit, reason: Hij toont namen.}
rules:
  - {id: achttien, text: Je bent 18 of ouder., reason: Eén leeftijdsgroep.}
""",
    "bronnen/programmas.yml": "programmes: []\n",
    "bronnen/aanbevelingen.yml": "[]\n",
    "bronnen/nieuws.yml": "[]\n",
    "bronnen/monitoring.yml": """\
threshold: 5
indicators:
  - id: gesprekken
    name: Gesprekken
    unit: gesprekken
    definition: Gesprekken in twee richtingen.
    rule: Elk gesprek telt één keer.
    peildatum: Geteld op de vijfde werkdag erna.
    who: De werker die het voerde.
    limits: Meer gesprekken is niet beter.
""",
    "bronnen/urls.txt": "/\n/naslag/literatuur/\n",
    "data/neet.json": """\
{
  "indicator": "neet",
  "series": [{
    "key": {"geo": "BE", "sex": "T"},
    "origin": {"publisher": "Eurostat", "dataset": "edat_lfse_22", "url": "https://example.org/q", "licence": "CC BY 4.0",
      "updated": "2026-04-16", "updated_note": null, "retrieved": "2026-11-22", "checksum": null, "next_expected": null},
    "observations": [{"period": "2024", "value": 9.9, "flags": "b"}, {"period": "2025", "value": 10.0, "flags": ""}]
  }],
  "superseded": []
}
""",
}

CONFIG = "nav:\n  - index.md\n  - naslag/literatuur.md\n"


def make_docs(folder: Path, **changed: str) -> Path:
    """Writes the folder; `changed` gives files another text (`**{"index.md": "..."}`)."""
    docs = folder / "docs"
    for name, text in {**FILES, **changed}.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return docs


def site_with(folder: Path, **changed: str) -> Site:
    return load_site(make_docs(folder, **changed))


def page(body: str) -> str:
    """A page with good front matter and this body under its H1."""
    return f"---\ntitle: Start\ndescription: Een korte beschrijving van deze pagina.\ntype: reference\n---\n\n# Start\n\n{body}\n"
