"""`[[ programmas() ]]`: every ready-made programme as a sheet to print, with its minutes counted from the lessons.

It gives Markdown, so that its headings stand in the table of contents.
"""

from scripts.content.programmes import Programme, Programmes
from scripts.content.session import Session, programme_session
from scripts.content.site import Site
from scripts.markdown.about import AUDIENCE
from scripts.markdown.html import safe
from scripts.markdown.place import Place
from scripts.markdown.run_sheet import sheet

PRINT = "Druk dit programma af"


def programmas(site: Site, place: Place) -> str:
    """In the order of the file."""
    lessons = site.room_lessons
    parts = []
    for programme in site.programmes.programmes:
        parts.append(f"### {safe(_title(programme))} {{#programma-{programme.name}}}")
        parts.append(_programme(site.programmes, programme, programme_session(lessons, programme), place))
    return "\n\n".join(parts)


def _programme(file: Programmes, programme: Programme, session: Session, place: Place) -> str:
    who = ", ".join(AUDIENCE[role][0] for role in programme.audience)
    name, title = f"blad-{programme.name}", _title(programme)
    rules = f"<p><strong>{safe(crisis_rules(file))}</strong></p>" if "crisis" in session.remarks else ""
    return (
        f'<div class="blad" id="{name}"><p>{safe(programme.goal)}</p>'
        f"<p>Voor {safe(who)}.</p>{rules}{sheet(session, place, title)}</div>"
        f'<p><site-druk data-target="{name}" data-label="{PRINT}"></site-druk></p>'
    )


def _title(programme: Programme) -> str:
    return f"{programme.minutes} minuten: {programme.title}"


def crisis_rules(file: Programmes) -> str:
    """What module 6 asks of a room, in one sentence or two."""
    return (
        f"Module 6 geef je met {file.crisis.facilitators} begeleiders, van wie één met een opleiding suïcidepreventie, "
        f"aan hoogstens {file.crisis.people} mensen. Eén van jullie is vrij om met iemand mee naar buiten te gaan."
    )
