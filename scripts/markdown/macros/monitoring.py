"""`[[ monitoring() ]]`: counts per quarter, typed or from a file, drawn in the browser only; and what each count means.

`[[ monitoring("woordenboek") ]]` gives only the meanings, `[[ monitoring("formulier") ]]` only the rest.
"""

from scripts.content.monitoring import PERIOD, REMARK, Count
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.html import link, safe, scrolling_table
from scripts.markdown.place import Place

TEMPLATE, DICTIONARY = "beleid/data/monitoring.csv", "beleid/data/monitoring-woordenboek.csv"
TEXT = {
    "title": "Cijfers per kwartaal",
    "privacy": "Alleen aantallen: schrijf nergens een naam, en leg geen lijst van personen aan. Wat je invult of opent, blijft "
    "in dit venster. Niets wordt bewaard of verstuurd; sluit je de pagina, dan is het weg.",
    "hidden": "Aantallen onder {0} toont deze pagina als 'minder dan {0}', ook nul. Scheelt een aantal minder dan {0} met het "
    "geheel waar het bij hoort, dan toont ze het niet: het verschil zou even klein zijn. Ze telt niets op.",
    "needs_script": "Het formulier werkt met JavaScript. Zonder kan je het sjabloon in een rekenblad gebruiken.",
    "one": "Eén kwartaal invullen",
    "year": "Jaar",
    "quarter": "Kwartaal",
    "empty": "Laat leeg wat je niet telde.",
    "add": "Voeg dit kwartaal toe",
    "several": "Of een csv-bestand gebruiken",
    "open": "Open een bestand in de vorm van het sjabloon",
    "paste": "Of plak hier de inhoud",
    "draw": "Toon de cijfers",
    "save": "Bewaar als csv",
    "clear": "Wis alles",
    "result": "Je cijfers",
    "template": "Sjabloon (csv)",
    "dictionary": "Woordenboek (csv)",
    "caption": "Wat elk getal betekent",
}
HEADS = ("Wat je telt", "Wat het betekent")


def monitoring(site: Site, place: Place, part: str = "") -> str:
    """Raises ContentError when there is no such part, or nothing to count."""
    parts = {"formulier": _form, "woordenboek": _dictionary}
    if part and part not in parts:
        raise ContentError("docs/bronnen/monitoring.yml", 1, f"deel '{part}' bestaat niet", f"kies uit: {', '.join(parts)}")
    if not site.monitoring.indicators:
        raise ContentError("docs/bronnen/monitoring.yml", 1, "er is niets om te tellen", "voeg 'indicators' toe")
    return "".join(make(site, place) for name, make in parts.items() if part in ("", name))


def _form(site: Site, place: Place) -> str:
    threshold = site.monitoring.threshold
    files = f"{link(place.to_file(TEMPLATE), TEXT['template'])} · {link(place.to_file(DICTIONARY), TEXT['dictionary'])}"
    return (
        f'<div><p class="monitoring__files">{files}</p><noscript><p>{TEXT["needs_script"]}</p></noscript>'
        f'<site-monitoring class="monitoring" role="group" aria-label="{TEXT["title"]}" data-threshold="{threshold}"'
        f' data-period="{PERIOD}" data-remark="{REMARK}">'
        f'<p class="monitoring__privacy">{TEXT["privacy"]}</p><p>{safe(TEXT["hidden"].format(threshold))}</p>'
        f'<form hidden data-needs-script data-search-exclude novalidate autocomplete="off">{_quarter(site)}{_file()}</form>'
        '<div role="status"></div>'
        f'<div class="monitoring__result" role="group" aria-label="{TEXT["result"]}" hidden></div></site-monitoring></div>'
    )


def _quarter(site: Site) -> str:
    fields = "".join(_field(one) for one in site.monitoring.indicators)
    quarters = "".join(f'<option value="Q{number}">{number}</option>' for number in range(1, 5))
    return (
        f"<fieldset><legend>{TEXT['one']}</legend><p>{TEXT['empty']}</p>"
        f'<div class="monitoring__fields"><label>{TEXT["year"]} <input name="year" inputmode="numeric" maxlength="4"></label>'
        f'<label>{TEXT["quarter"]} <select name="quarter">{quarters}</select></label>{fields}</div>'
        f'<button type="submit" class="md-button">{TEXT["add"]}</button></fieldset>'
    )


def _field(one: Count) -> str:
    return (
        f'<label>{safe(one.name)} <span class="monitoring__unit">{one.unit}</span>'
        f'<input name="{one.id}" inputmode="numeric" maxlength="9" data-label="{safe(one.name)}" data-unit="{one.unit}"'
        f' data-part-of="{one.part_of or ""}"></label>'
    )


def _file() -> str:
    buttons = "".join(
        f'<button type="button" class="md-button" data-action="{name}">{TEXT[name]}</button>'
        for name in ("draw", "save", "clear")
    )
    return (
        f"<fieldset><legend>{TEXT['several']}</legend>"
        f'<label>{TEXT["open"]} <input type="file" accept=".csv,text/csv"></label>'
        f'<label>{TEXT["paste"]} <textarea name="csv" rows="6" spellcheck="false"></textarea></label>{buttons}</fieldset>'
    )


def _dictionary(site: Site, place: Place) -> str:
    return scrolling_table(TEXT["caption"], HEADS, "".join(_row(one) for one in site.monitoring.indicators))


def _row(one: Count) -> str:
    lines = {"Zo tel je": one.rule, "Peildatum": one.peildatum, "Wie telt": one.who, "Wat het niet zegt": one.limits}
    said = "".join(f"<p><strong>{label}.</strong> {safe(text)}</p>" for label, text in lines.items())
    return f'<tr><th scope="row">{safe(one.name)} ({one.unit})</th><td><p>{safe(one.definition)}</p>{said}</td></tr>'
