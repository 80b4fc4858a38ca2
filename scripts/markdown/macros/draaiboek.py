"""`[[ draaiboek() ]]`: a form that makes a run-sheet for the time, role and modules of the trainer; its script does the making.

The rules and words are those of the ready-made programmes (scripts/content/agenda.py, scripts/markdown/run_sheet.py), given along
as data. Without a script the form stays hidden: the programmes on the same page need none.
"""

from typing import Any

from scripts.content import agenda
from scripts.content.activities import RoomLesson
from scripts.content.modules import MODULES
from scripts.content.site import Site
from scripts.markdown.html import safe
from scripts.markdown.json_ld import json_text
from scripts.markdown.macros.programmas import crisis_rules
from scripts.markdown.place import Place
from scripts.markdown.run_sheet import FIXED, HEADS, KINDS, SAID, TEXT

DURATIONS = (60, 90, 180, 360)
FIRST_DURATION, FIRST_MODULE = 90, "contact-en-vertrouwen"
EVERYONE = "gemengde groep"
OWN = "eigen"
FORM = {
    "duration": "Hoelang?",
    "own": "een andere duur, in minuten",
    "role": "Voor wie?",
    "modules": "Welke modules?",
    "two": "We zijn met twee begeleiders, van wie één met een opleiding suïcidepreventie (nodig voor module 6)",
    "start": "Start om",
    "day": "Op (voor je agenda)",
    "copy": "Kopieer de link",
    "calendar": "Zet in mijn agenda",
    "print": "Druk dit draaiboek af",
    "present": "Begin te presenteren",
}


def draaiboek(site: Site, place: Place) -> str:
    """On one line."""
    data = json_text(_data(site, place))
    return (
        '<div><site-draaiboek class="draaiboek" role="group" aria-label="Maak je draaiboek" data-search-exclude>'
        f'<script type="application/json">{data}</script>{_form(site)}<p role="status"></p>'
        f'<section class="blad" id="draaiboek-blad" aria-label="Je draaiboek"></section>{_tools()}</site-draaiboek></div>'
    )


def _form(site: Site) -> str:
    """Field names are those of the link to share."""
    times = "".join(
        f'<label><input type="radio" name="duur" value="{time}"{_checked(time == FIRST_DURATION)}> {time} minuten</label>'
        for time in DURATIONS
    )
    own = (
        f'<label><input type="radio" name="duur" value="{OWN}"> {FORM["own"]}</label> <input type="number" name="minuten" '
        f'aria-label="Aantal minuten" min="{agenda.SHORTEST}" max="{agenda.LONGEST}" step="1" value="120">'
    )
    roles = "".join(f'<option value="{role.id}">{safe(role.name)}</option>' for role in site.programmes.roles)
    modules = "".join(
        f'<label><input type="checkbox" name="modules" value="{name}"{_checked(name == FIRST_MODULE)}> '
        f"{number}. {safe(title)}</label>"
        for number, (name, title) in enumerate(MODULES.items(), 1)
    )
    return (
        '<form class="draaiboek__form" hidden data-needs-script novalidate autocomplete="off">'
        f"<fieldset><legend>{FORM['duration']}</legend>{times}{own}</fieldset>"
        f"<fieldset><legend>{FORM['modules']}</legend>{modules}</fieldset>"
        f'<p><label>{FORM["role"]} <select name="rol"><option value="">{EVERYONE}</option>{roles}</select></label> '
        f'<label>{FORM["start"]} <input type="time" name="start"></label> '
        f'<label>{FORM["day"]} <input type="date" name="dag"></label></p>'
        f'<p><label><input type="checkbox" name="met" value="2"> {FORM["two"]}</label></p></form>'
    )


def _checked(on: bool) -> str:
    return " checked" if on else ""


def _tools() -> str:
    buttons = "".join(
        f'<button type="button" class="md-button" data-action="{name}">{FORM[name]}</button> ' for name in ("copy", "calendar")
    )
    return (
        f'<div class="draaiboek__tools" hidden data-needs-script><a class="md-button md-button--primary" href="#draaiboek-blad">'
        f"{FORM['present']}</a> {buttons}"
        f'<site-druk data-target="draaiboek-blad" data-label="{FORM["print"]}"></site-druk></div>'
    )


def _data(site: Site, place: Place) -> dict[str, Any]:
    """All the script needs; nothing in it is for readers to see as it stands."""
    file = site.programmes
    return {
        "rules": rules(),
        "crisis": {
            "facilitators": file.crisis.facilitators,
            "shortest": file.crisis.shortest,
            "short": {one.lesson: one.sections for one in file.crisis.short},
            "said": crisis_rules(file),
        },
        "notes": {role.id: role.note for role in file.roles},
        "text": {"kinds": KINDS, "fixed": FIXED, "said": SAID, "heads": HEADS, **TEXT},
        "lessons": [_lesson(lesson, place) for lesson in site.room_lessons],
    }


def rules() -> dict[str, Any]:
    """The numbers of scripts/content/agenda.py, under the names the script gives them."""
    return {
        "shortest": agenda.SHORTEST,
        "longest": agenda.LONGEST,
        "opening": agenda.OPENING,
        "halfDay": agenda.HALF_DAY,
        "day": agenda.DAY,
        "closing": [agenda.CLOSING, agenda.LONG_CLOSING],
        "breaks": [agenda.BREAK, agenda.LONG_BREAK, agenda.LUNCH],
        "mostWithoutBreak": agenda.MOST_WITHOUT_BREAK,
        "insideLesson": agenda.INSIDE_A_LESSON,
        "insideSection": agenda.INSIDE_A_SECTION,
        "slackPart": agenda.SLACK_PART,
    }


def _lesson(lesson: RoomLesson, place: Place) -> dict[str, Any]:
    return {
        "name": lesson.name,
        "module": lesson.module,
        "title": lesson.page.meta.title,
        "href": place.published.to(lesson.page.path),
        "minutes": lesson.page.meta.minutes,
        "crisis": lesson.is_crisis,
        "roles": lesson.page.meta.audience,
        "parts": [
            {
                "kind": part.kind,
                # Questions are long, and a sheet never shows their words.
                "title": "" if part.kind == "quiz" else part.title,
                "minutes": part.minutes,
                "anchor": part.anchor,
                "section": part.section,
                "materials": part.materials,
                "core": lesson.is_core(part),
            }
            for part in lesson.activities
        ],
    }
