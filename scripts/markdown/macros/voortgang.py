"""`[[ voortgang() ]]`: all lessons, to tick on paper or by the script; `[[ bewijs() ]]`: the proof of attendance."""

from scripts.content.identity import site_name
from scripts.content.modules import TrainingModule
from scripts.content.modules import modules as all_modules
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place
from scripts.statistics.freshness import build_date

TEXT = {
    "code": "Maak een code",
    "file": "Bewaar als bestand",
    "import": "Neem deze code over",
    "clear": "Wis mijn voortgang",
    "field": "Code",
    "open": "Of kies een bestand dat je bewaarde",
    "print": "Druk je bewijs af",
}
OFFLINE = (
    "Dit is een offline kopie. Chrome en Edge onthouden hier je voortgang; Firefox en Safari niet altijd. "
    "Met een code of een bestand neem je ze mee naar de site, en terug."
)
FIELDS = {"time": "Duur", "score": "Eindtoets", "date": "Datum"}
SELF_DECLARED = "Zelf verklaard. Dit zegt niets over bekwaamheid om een server te leiden of crisisgesprekken te voeren."


def voortgang(site: Site, place: Place) -> str:
    """Without a script it is a list with boxes to tick on paper."""
    modules = "".join(_module(module, place) for module in all_modules(site))
    offline = "" if place.directory_urls else f"<p>{OFFLINE}</p>"
    return (
        '<div><site-voortgang class="voortgang" role="group" aria-label="Mijn voortgang"><p class="voortgang__resume"></p>'
        '<p class="voortgang__total"></p><p class="voortgang__tests"></p>'
        f'<ul class="modules">{modules}</ul>{offline}{_tools()}'
        '<p class="voortgang__status" role="status"></p></site-voortgang></div>'
    )


def _module(module: TrainingModule, place: Place) -> str:
    lessons = "".join(_lesson(lesson, place) for lesson in module.lessons)
    title = link(place.to(module.page.path), safe(module.meta.title))
    count = '<span class="voortgang__count"></span>'
    return f'<li data-module="{safe(module.folder)}"><p><strong>{title}</strong> {count}</p><ol>{lessons}</ol></li>'


def _lesson(lesson: Page, place: Place) -> str:
    address = link(place.to(lesson.path), safe(lesson.meta.title))
    state = '<span class="voortgang__state"></span>'
    return f'<li data-path="/{place.address(lesson.path)}">{address} ({lesson.meta.minutes} min) {state}</li>'


def _tools() -> str:
    buttons = {name: f'<button type="button" class="md-button" data-action="{name}">{TEXT[name]}</button>' for name in TEXT}
    return (
        f"<div hidden data-needs-script><p>{buttons['code']}{buttons['file']}</p>"
        f'<p><label>{TEXT["field"]}<textarea rows="3" autocomplete="off" spellcheck="false"></textarea></label>'
        f"{buttons['import']}</p>"
        f'<p><label>{TEXT["open"]} <input type="file" accept=".json,application/json"></label></p><p>{buttons["clear"]}</p></div>'
    )


def bewijs(site: Site, place: Place) -> str:
    """One sheet of A4. Without a script: lines to write on."""
    lessons = [lesson for module in all_modules(site) for lesson in module.lessons]
    items = "".join(_proved(lesson, place) for lesson in lessons)
    rows = "".join(f'<p>{label}: <span class="bewijs__{name}">…………</span></p>' for name, label in FIELDS.items())
    return (
        '<div><site-bewijs class="bewijs" role="group" aria-label="Bewijs van deelname">'
        '<div class="bewijs__form" hidden data-needs-script>'
        '<p><label>Je naam, zoals ze op het blad komt <input type="text" maxlength="80" autocomplete="off"></label></p>'
        f'<p><site-druk data-target="bewijs-blad" data-label="{TEXT["print"]}"></site-druk></p></div>'
        '<section class="bewijs__blad" id="bewijs-blad" aria-label="Het blad"><p><strong>Bewijs van deelname</strong><br>'
        f"Vorming contact leggen via Discord, {safe(site_name())}</p>"
        f'<p class="bewijs__name">&nbsp;</p>{rows}<p>Gevolgde lessen, met hun doelen:</p><ul class="bewijs__small">{items}</ul>'
        f'<p class="bewijs__small">{SELF_DECLARED} Stand van de inhoud: {day(build_date())}.</p></section></site-bewijs></div>'
    )


def _proved(lesson: Page, place: Place) -> str:
    """A lesson on the sheet, with what its reader set out to be able to do."""
    goals = safe("; ".join(lesson.meta.objectives))
    return (
        f'<li data-path="/{place.address(lesson.path)}" data-minutes="{lesson.meta.minutes}">'
        f"<strong>{safe(lesson.meta.title)}</strong>: {goals}</li>"
    )
