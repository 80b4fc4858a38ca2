"""A session as a sheet: its rows with the clock, what it needs, what to drop when it runs late. `draaiboek.js` makes the same
sheet from the same words, which it finds in the page."""

from collections.abc import Sequence
from urllib.parse import quote

from scripts.content.activities import RoomLesson
from scripts.content.agenda import Part, Row
from scripts.content.fitting import Step, late
from scripts.content.session import Session, materials, presented
from scripts.markdown.html import link, safe, scrolling_table
from scripts.markdown.place import Place

KINDS = {
    "opening": "openingskader",
    "explanation": "uitleg",
    "quiz": "vraag",
    "group": "oefening in groep",
    "solo": "oefening alleen",
    "conversation": "oefengesprek, samen",
    "break": "pauze",
    "lunch": "middagpauze",
    "slack": "speling",
    "closing": "slotronde",
}
FIXED = {
    "opening": "Openingskader: lees het voor, ook als je laat bent",
    "break": "Pauze",
    "lunch": "Middagpauze",
    "slack": "Speling: voor wat uitloopt",
    "quiz": "Een vraag over dit stuk",
    "closing": "Slotronde: wat doe je maandag, en wat vraag je je leidinggevende?",
}
HEADS = ("Uur", "Min", "Wat", "Vorm", "Nodig")
TEXT = {
    "with_quiz": "uitleg en vraag",
    "debrief": "een derde spelen, twee derde nabespreken",
    "present": "Presenteer",
    "needed": "Leg klaar:",
    "always": "het hulpkader in beeld of op papier",
    "late": "Te laat? Laat vallen, in deze volgorde:",
    "never": "Dit valt nooit weg: het openingskader, het hulpkader, het praten na een oefening, de slotronde.",
    "questions": "De vragen",
}
# What a trainer says when something is dropped; # is the time it takes to read at home.
SAID = {
    "solo": "Deze oefening doe je straks alleen.",
    "conversation": "Dit gesprek speel je zelf, op de site.",
    "quiz": "De vragen staan op de site, met bij elk antwoord uitleg.",
    "lesson": "Deze les lees je op de site, in # minuten.",
    "explanation": "De kern hiervan staat op de site, in het kader bij deze kop.",
    "module": "Deze les lees je op de site, in # minuten.",
}


def sheet(session: Session, place: Place, title: str) -> str:
    """The table and what belongs under it, on one line."""
    return f"{_table(session, place, title)}{_needed(session.parts)}{_late(session.parts)}"


def clock(minutes: int) -> str:
    """`1.05`: an hour and five minutes since the start."""
    return f"{minutes // 60}.{minutes % 60:02d}"


def items(parts: Sequence[Part]) -> str:
    """A session as presenting reads it from an address: `map/les~overgeslagen.deel,map/les`."""
    lessons = [
        lesson.name + (f"~{'.'.join(quote(one, safe='-') for one in skipped)}" if skipped else "")
        for lesson, skipped in presented(parts)
    ]
    return ",".join(lessons)


def presenting(lesson: RoomLesson, parts: Sequence[Part], place: Place) -> str:
    """The address that shows a lesson to a room, as a part of the session."""
    return f"{place.to(lesson.page.path)}?presenteren&sessie={items(parts)}"


def _table(session: Session, place: Place, title: str) -> str:
    body, lesson = "", None
    for row in session.agenda.rows:
        if row.parts and row.parts[0].lesson is not lesson:
            lesson = row.parts[0].lesson
            body += _lesson(lesson, session.parts, place)
        body += _row(row)
    return scrolling_table(title, HEADS, body, kind="sessie", searched=False)


def _lesson(lesson: RoomLesson, parts: Sequence[Part], place: Place) -> str:
    title = link(place.to(lesson.page.path), safe(lesson.page.meta.title))
    named = f"{TEXT['present']}: {lesson.page.meta.title}"
    shown = link(presenting(lesson, parts, place), TEXT["present"], class_="sessie__toon", aria_label=named)
    return f'<tr class="sessie__les"><th scope="rowgroup" colspan="{len(HEADS)}">{title} {shown}</th></tr>'


def _row(row: Row) -> str:
    needed = row.parts[0].activity.materials if row.parts else ""
    title = FIXED[row.kind] if row.kind in FIXED else row.parts[0].activity.title
    cells = (str(row.minutes), safe(title), form(row), safe(needed))
    shown = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr class="sessie__{row.kind}"><th scope="row">{clock(row.start)}</th>{shown}</tr>'


def form(row: Row) -> str:
    """In which form a row is given, in words."""
    if row.kind == "explanation" and len(row.parts) > 1:
        return TEXT["with_quiz"]
    return f"{KINDS[row.kind]}: {TEXT['debrief']}" if row.kind == "conversation" else KINDS[row.kind]


def _needed(parts: Sequence[Part]) -> str:
    return f"<p><strong>{TEXT['needed']}</strong> {safe('; '.join([*materials(parts), TEXT['always']]))}.</p>"


def _late(parts: Sequence[Part]) -> str:
    steps = "".join(f"<li>{_step(step, parts)}</li>" for step in late(parts))
    never = f"<p>{TEXT['never']}</p>"
    return f"<p><strong>{TEXT['late']}</strong></p><ol>{steps}</ol>{never}" if steps else never


def _step(step: Step, parts: Sequence[Part]) -> str:
    """What is dropped, what that saves, and what to say."""
    first = parts[step.places[0]]
    minutes = sum(parts[place].activity.minutes for place in step.places)
    whole = step.kind in ("lesson", "module")
    title = TEXT["questions"] if step.kind == "quiz" else first.lesson.page.meta.title if whole else first.activity.title
    said = SAID[step.kind].replace("#", str(first.lesson.page.meta.minutes))
    return f"{safe(title)} ({minutes} min): “{said}”"
