"""`[[ nazicht() ]]`: every page with a date of review, the overdue ones first, and the doubtful fields of the helplines."""

from scripts.content.helplines import Helpline
from scripts.content.site import Site
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe, scrolling_table
from scripts.markdown.place import Place
from scripts.statistics.freshness import build_date

FIELDS = {
    "phone": "nummer",
    "url": "website",
    "chat": "chat",
    "hours": "uren",
    "cost": "kost",
    "audience": "voor wie",
    "purpose": "waarvoor",
}


def nazicht(site: Site, place: Place) -> str:
    """Two tables of HTML on one line; the date of the build says what is overdue."""
    dated = sorted((page.meta.review_by, path) for path, page in site.pages.items() if page.meta and page.meta.review_by)
    rows = "".join(_page(site, place, path) for _, path in dated)
    doubts = "".join(
        f'<tr><th scope="row">{safe(line.name)}</th><td>{_doubts(line)}</td></tr>' for line in site.helplines if line.doubtful
    )
    pages = scrolling_table("Pagina's, de dringendste eerst", ("Pagina", "Nagekeken", "Opnieuw voor", "Stand"), rows, "tabel")
    return pages + scrolling_table("Hulpdiensten met iets na te kijken", ("Dienst", "Wat"), doubts, "tabel")


def _doubts(line: Helpline) -> str:
    return safe(", ".join(FIELDS[name] for name in line.doubtful))


def _page(site: Site, place: Place, path: str) -> str:
    meta = site.pages[path].meta
    state = "te laat" if meta.review_by < build_date() else "op tijd"
    title = link(place.to(path), safe(meta.title))
    return f'<tr><th scope="row">{title}</th><td>{day(meta.reviewed)}</td><td>{day(meta.review_by)}</td><td>{state}</td></tr>'
