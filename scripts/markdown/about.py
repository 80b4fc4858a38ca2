"""The lines under the title: reading time, for whom, when a person checked the page."""

from scripts.content.front_matter import Method
from scripts.content.page import Page
from scripts.content.reading import reading_minutes
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place
from scripts.statistics.freshness import build_date

AUDIENCE = {
    "leerkracht": ("leerkrachten", "leerkracht"),
    "clb": ("CLB", "leerkracht"),
    "huisarts": ("huisartsen", "huisarts"),
    "ggz": ("geestelijke gezondheidszorg", "huisarts"),
    "ocmw": ("OCMW en CAW", "ocmw"),
    "vdab": ("VDAB", "vdab"),
    "jeugdwerk": ("jeugdwerk", "jeugdwerker"),
    "ouder": ("ouders", "ouder"),
    "jongere": ("jongeren", "jongere"),
    "trainer": ("trainers", "trainer"),
    "beleid": ("beleid", "beleidsmaker"),
}
EVIDENCE = {"onderzoek": "onderzoek", "praktijk": "praktijk, geen onderzoek", "voorstel": "voorstel van deze site"}
LATE = "Deze pagina had al nagekeken moeten zijn. Lees ze met extra zorg."


def about(page: Page, place: Place) -> str:
    """One element on one line; search and the summary of search engines leave it out."""
    meta = page.meta
    who = ", ".join(link(place.to(f"voor/{file}.md"), safe(words)) for words, file in (AUDIENCE[role] for role in meta.audience))
    lines = [f"{reading_minutes(page)} min lezen · Voor {who}"]
    if isinstance(meta, Method):
        lines.append(f"Vraagt: {safe(meta.effort)} · Steun: {safe(EVIDENCE[meta.evidence])}")
    lines.append(f"Nagekeken op {day(meta.reviewed)}, opnieuw voor {day(meta.review_by)}")
    late = f'<p class="over-pagina__late">{LATE}</p>' if meta.review_by < build_date() else ""
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f'<div class="over-pagina" data-search-exclude data-nosnippet>{text}{late}</div>'
