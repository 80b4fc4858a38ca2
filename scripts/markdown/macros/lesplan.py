"""`[[ lesplan("map") ]]`: a module in a room: time, activity, form, material and goal, from the blocks of its lessons."""

from collections.abc import Iterable

from scripts.content.activities import Activity, RoomLesson
from scripts.content.modules import MODULES
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.html import link, safe, scrolling_table
from scripts.markdown.macros.modules import duration
from scripts.markdown.place import Place
from scripts.markdown.run_sheet import KINDS, clock

HEADS = ("Uur", "Min", "Wat", "Vorm", "Nodig", "Doel van de les")
EXTRA = "naar keuze"


def lesplan(site: Site, place: Place, module: str) -> str:
    """One table; the clock starts again in every lesson, and does not run for what is given only by choice."""
    lessons = lessons_of(site, module)
    title = f"Lesplan: {MODULES[module]}"
    body = "".join(_lesson(lesson, place) for lesson in lessons)
    total = sum(_counted(lesson.activities) for lesson in lessons if not lesson.is_conversation)
    return (
        f"<p>Alle lessen samen, zonder opening, pauzes, speling en wat naar keuze is: {duration(total)}.</p>"
        f"{scrolling_table(title, HEADS, body, kind='sessie', searched=False)}"
    )


def lessons_of(site: Site, module: str) -> list[RoomLesson]:
    """The lessons of a numbered module, with its conversations. Raises ContentError when it is unknown or empty."""
    where = f"{site.docs.name}/vorming"
    if module not in MODULES:
        raise ContentError(where, 1, f"module '{module}' bestaat niet", f"kies uit: {', '.join(MODULES)}")
    lessons = [lesson for lesson in site.room_lessons if lesson.module == module]
    if not lessons:
        raise ContentError(
            where, 1, f"module '{module}' heeft niets voor in een zaal", "schrijf haar lessen, of haal de macro weg"
        )
    return lessons


def _lesson(lesson: RoomLesson, place: Place) -> str:
    minutes = _counted(lesson.activities)
    time = f"{EXTRA}, " if lesson.is_conversation else ""
    title = f"{link(place.to(lesson.page.path), safe(lesson.page.meta.title))} ({time}{minutes} min)"
    head = f'<tr class="sessie__les"><th scope="rowgroup" colspan="{len(HEADS)}">{title}</th></tr>'
    goals = "".join(f"<li>{safe(goal)}</li>" for goal in lesson.page.meta.objectives)
    rows, start = [], 0
    for number, activity in enumerate(lesson.activities):
        goal = f'<td rowspan="{len(lesson.activities)}"><ul>{goals}</ul></td>' if not number else ""
        rows.append(_row(activity, start, goal))
        start += _counted([activity])
    return head + "".join(rows)


def _counted(activities: Iterable[Activity]) -> int:
    return sum(one.minutes for one in activities if one.kind != "solo")


def _row(activity: Activity, start: int, goal: str) -> str:
    chosen = activity.kind == "solo"
    when = EXTRA if chosen else clock(start)
    cells = (str(activity.minutes), safe(activity.title), KINDS[activity.kind], safe(activity.materials))
    shown = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr class="sessie__{activity.kind}"><th scope="row">{when}</th>{shown}{goal}</tr>'
