"""`[[ hulp() ]]`: the help box; `[[ hulplijnen("nood") ]]`: all services of one group."""

from scripts.content.helplines import Helpline
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place

PAGE = "naslag/hulp.md"
TITLE = "Gaat het nu niet?"
MORE = "Alle hulplijnen, ook om te typen"
# What a reader can choose: the groups, and typing instead of talking.
SITUATIONS = {
    "": "toon alles",
    "nood": "het is dringend",
    "luisteren": "iemand om mee te praten",
    "typen": "liever typen dan praten",
    "familie": "hulp voor ouders en familie",
    "zorg": "zorg",
    "school": "school",
    "werk": "werk of geld",
}
DOUBT = ' <span class="doubt">na te kijken</span>'


def hulp(site: Site, place: Place, label: str = "Hulp") -> str:
    """The numbers a person can dial now, on every page that touches suicide or abuse; search finds them on their own page.

    A second box on a page needs a `label` of its own, for who hears the parts of a page as a list.
    """
    items = "".join(
        f"<li>{_phone(line)}{_mark(line, 'phone')} {_called(line)}{safe(line.purpose)}</li>"
        for line in site.helplines
        if line.in_box
    )
    here = place.is_at(PAGE)
    more = "" if here else f'<p class="hulp__more">{link(place.to(PAGE), safe(MORE))}</p>'
    return (
        f'<section class="hulp" aria-label="{safe(label)}"{"" if here else " data-search-exclude"}>'
        f'<p class="hulp__title">{safe(TITLE)}</p>'
        f'<ul class="hulp__list">{items}</ul>{more}</section>'
    )


def hulplijnen(site: Site, place: Place, group: str) -> str:
    """Every service of `group`, each with what is known of it; a doubtful field is marked, not left out."""
    lines = [line for line in site.helplines if line.group == group]
    if not lines:
        known = ", ".join(sorted({line.group for line in site.helplines}))
        raise ContentError("docs/bronnen/helplijnen.yml", 1, f"geen diensten in groep '{group}'", f"kies uit: {known}")
    return f'<ul class="hulplijnen" id="lijst-{group}">' + "".join(_entry(line) for line in lines) + "</ul>"


def hulpwijzer(site: Site, place: Place) -> str:
    """A choice of situation that hides the services that do not fit; every service stands on the page, emergencies first."""
    options = "".join(f'<option value="{name}">{words}</option>' for name, words in SITUATIONS.items())
    lists = " ".join(f"lijst-{group}" for group in dict.fromkeys(line.group for line in site.helplines))
    return (
        f'<div><site-filter class="filter" role="group" aria-label="Hulpwijzer" data-list="{lists}">'
        f'<form hidden data-needs-script autocomplete="off"><label>Wat zoek je? <select name="need">{options}</select></label>'
        '<p role="status"></p></form></site-filter></div>'
    )


def _entry(line: Helpline) -> str:
    fields = {
        "Voor": ("audience", safe(line.audience)),
        "Bellen": ("phone", _phone(line) if line.phone else ""),
        "Typen": ("chat", link(line.chat, safe(_host(line.chat))) if line.chat else ""),
        "Website": ("url", link(line.url, safe(_host(line.url))) if line.url else ""),
        "Wanneer": ("hours", safe(line.hours or "")),
        "Kost": ("cost", safe(line.cost or "")),
    }
    rows = "".join(
        f"<div><dt>{label}</dt><dd>{value}{_mark(line, name)}</dd></div>" for label, (name, value) in fields.items() if value
    )
    needs = f"{line.group} typen" if line.chat else line.group
    return (
        f'<li class="hulplijn" id="{line.id}" data-need="{needs}"><p class="hulplijn__name">{safe(line.name)}</p>'
        f'<p>{safe(line.purpose)}{_mark(line, "purpose")}</p><dl class="hulplijn__fields">{rows}</dl>'
        f'<p class="hulplijn__source">{_checked(line)}</p></li>'
    )


def _mark(line: Helpline, field: str) -> str:
    """What a reader must know before trusting this field: how old its source is, and whether it is in doubt."""
    dates = {str(name): said for name, said in line.dates.items()}
    said = f' <span class="hulplijn__date">volgens een bron van {safe(dates[field])}</span>' if field in dates else ""
    return said + (DOUBT if field in line.doubtful else "")


def _checked(line: Helpline) -> str:
    """When a person last compared the fields with their source."""
    when = f"Laatst gecontroleerd op {day(line.checked)}" if line.checked else "Nog niet gecontroleerd"
    source = (
        f", met een bewaarde kopie van {link(line.source, safe(_host(line.source)))} ({safe(line.source_date or 'z.d.')})"
        if line.source
        else ""
    )
    return f"{when}{source}."


def _phone(line: Helpline) -> str:
    number = line.phone or ""
    return link(f"tel:{number.replace(' ', '')}", f"<strong>{safe(number)}</strong>")


def _called(line: Helpline) -> str:
    """The name, unless the number says it already."""
    return "" if line.name == line.phone else f"{safe(line.name)}: "


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
