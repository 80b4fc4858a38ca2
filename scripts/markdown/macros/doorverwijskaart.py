"""`[[ doorverwijskaart() ]]`: who does what between 12 and 35, to filter by age and need; the gaps are cards of their own.

It gives Markdown, so that its headings stand in the table of contents.
"""

from collections.abc import Iterator

from scripts.content.services import Gap, Service
from scripts.content.site import Site
from scripts.markdown.citations import cite
from scripts.markdown.html import safe
from scripts.markdown.place import Place

AGES = range(12, 36)
TEXT = {
    "age": "Leeftijd",
    "every_age": "alle leeftijden",
    "need": "Wat is er nodig?",
    "every_need": "alles",
    "typing": "Typen in plaats van bellen?",
    "home": "Thuis?",
    "how": "Hoe?",
    "open_start": "geen ondergrens gevonden",
    "open_end": "geen bovengrens gevonden",
    "doubt": "na te kijken",
}


def doorverwijskaart(site: Site, place: Place) -> str:
    """Every service and gap stands on the page; a script only hides what does not fit."""
    services = "".join(_service(site, place, one) for one in site.referral.services)
    gaps = "".join(_gap(site, place, one) for one in site.referral.gaps)
    return "\n\n".join(
        [
            f'<div><site-filter class="filter" role="group" aria-label="Filter" data-list="diensten">{_form(site)}</site-filter>'
            "</div>",
            "## Wie helpt",
            f'<ul class="diensten" id="diensten">{services}</ul>',
            "## De gaten",
            f'<ul class="diensten diensten--gaten">{gaps}</ul>',
        ]
    )


def _form(site: Site) -> str:
    ages = "".join(f'<option value="{age}">{age} jaar</option>' for age in AGES)
    needs = "".join(f'<option value="{safe(name)}">{safe(words)}</option>' for name, words in site.referral.needs.items())
    return (
        '<form hidden data-needs-script autocomplete="off">'
        f'<label>{TEXT["age"]} <select name="age"><option value="">{TEXT["every_age"]}</option>{ages}</select></label> '
        f'<label>{TEXT["need"]} <select name="need"><option value="">{TEXT["every_need"]}</option>{needs}</select></label>'
        '<p role="status"></p></form>'
    )


def _service(site: Site, place: Place, service: Service) -> str:
    oldest = f"tot en met {service.oldest} jaar" if service.oldest else TEXT["open_end"]
    youngest = f"vanaf {service.youngest} jaar" if service.youngest else TEXT["open_start"]
    rows = {
        TEXT["age"]: f"{youngest}, {oldest}",
        TEXT["typing"]: service.typing,
        TEXT["home"]: service.home,
        TEXT["how"]: service.how,
    }
    doubt = f' <span class="doubt">{TEXT["doubt"]}: {safe(service.doubt)}</span>' if service.doubt else ""
    facts = "".join(f"<div><dt>{label}</dt><dd>{safe(value)}</dd></div>" for label, value in rows.items())
    return (
        f'<li class="dienst" data-from="{service.youngest}" data-to="{service.oldest or 120}"'
        f' data-need="{safe(" ".join(service.needs))}"><p class="dienst__name">{safe(service.name)}</p>'
        f'<p>{safe(service.what)}{doubt}</p><dl class="hulplijn__fields">{facts}</dl>'
        f"{_sources(site, place, service.sources)}</li>"
    )


def _gap(site: Site, place: Place, gap: Gap) -> str:
    return (
        f'<li class="dienst dienst--gat"><p class="dienst__name">{safe(gap.title)}</p>'
        f"<p>{safe(gap.what)}</p>{_sources(site, place, gap.sources)}</li>"
    )


def _sources(site: Site, place: Place, keys: list[str]) -> str:
    found = list(_known(site, keys))
    return f"<p>{cite([site.bibliography[key][0] for key in found], place)}</p>" if found else ""


def _known(site: Site, keys: list[str]) -> Iterator[str]:
    return (key for key in keys if key in site.bibliography)
