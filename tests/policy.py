"""A page with one good recommendation, for tests to break one thing of."""

from scripts.content.recommendations import LABELS

OPTIONS = {
    "id": "AANB-01",
    "level": "lokaal, vlaams",
    "strength": "overweeg",
    "domain": "welzijn, werk",
    "role": "schepen",
    "need": "N1",
    "status": "voorstel",
    "date": "2026-11-22",
}
TITLE = "Overweeg een vaste contactpersoon"
REGISTER = "- {id: AANB-01, page: beleid/lokaal.md, first: 2026-11-22}\n"
PATH = "beleid/lokaal.md"
PAGE = """\
---
title: Lokaal
description: Een korte beschrijving van de pagina over de stad.
type: recommendations
level: lokaal
reviewed: 2026-11-22
review_by: 2027-11-22
audience: [beleid]
length_reason: Voor de test.
---

# Lokaal

/// kort | In één minuut

- Punt.

///

{0}

{1}

## Verder

- [Start](../index.md)
"""
FILLER = "\n\n".join(["Dit is een zin met een paar woorden erin."] * 30)


def recommendation(
    title: str = TITLE, parts: dict[str, str] | None = None, intro: str = "De stad doet dit.", **options: str
) -> str:
    """A block; `parts` gives labels another text, `options` gives options another value, an empty one leaves it out."""
    lines = "".join(f"    {name}: {value}\n" for name, value in {**OPTIONS, **options}.items() if value)
    texts = {**{label: f"Tekst bij {label.lower()} [@kato2020]." for label in LABELS}, **(parts or {})}
    written = "\n\n".join(f"**{label}.** {text}" for label, text in texts.items())
    return f"/// aanbeveling | {title}\n{lines}\n{intro}\n\n{written}\n\n///"


def policy(*blocks: str, register: str = REGISTER, **files: str) -> dict[str, str]:
    """Files for `make_docs`: the page of the local level with these blocks, the list, and any others."""
    page = PAGE.format("\n\n".join(blocks or (recommendation(),)), FILLER)
    return {PATH: page, "bronnen/aanbevelingen.yml": register, **files}
