"""The ready-made programmes: they name what exists, last as long as they promise, and keep to the rules of a room."""

from collections import Counter
from collections.abc import Iterator

from scripts.check.problem import Problem, nearest
from scripts.content.activities import RoomLesson
from scripts.content.agenda import MOST_WITHOUT_BREAK, budget
from scripts.content.programmes import Excerpt, Item, Programme
from scripts.content.session import allowed_in_short, programme_session
from scripts.content.site import Site
from scripts.content.yaml_file import Location, line_of, read_text

FILE = "bronnen/programmas.yml"
# More slack than this many times what is needed is a session that could give more.
MOST_SLACK = 2


def check_programmes(site: Site) -> Iterator[Problem]:
    """Nothing when the file could not be read: that is a problem of its own (HIB-070)."""
    lessons = {lesson.name: lesson for lesson in site.room_lessons}
    programmes = site.programmes.programmes
    for number, excerpt in enumerate(site.programmes.crisis.short):
        yield from _excerpt(site, lessons, excerpt, ("crisis", "short", number))
    taken = Counter(programme.id for programme in programmes)
    for number, programme in enumerate(programmes):
        place: Location = ("programmes", number)
        if taken[programme.id] > 1:
            yield _at(site, place, "HIB-155", f"'{programme.id}' bestaat twee keer", "geef een eigen 'id'")
        unknown = [
            problem
            for position, item in enumerate(programme.items)
            for problem in _item(site, lessons, item, (*place, "items", position))
        ]
        yield from unknown
        yield from _moments(site, programme, place)
        yield from _crisis(site, lessons, programme, place)
        if not unknown:
            yield from _minutes(site, lessons, programme, place)


def _item(site: Site, lessons: dict[str, RoomLesson], item: Item, place: Location) -> Iterator[Problem]:
    if item.lesson is None:
        return
    if item.lesson not in lessons:
        yield _at(site, place, "HIB-150", f"les '{item.lesson}' bestaat niet", nearest(item.lesson, list(lessons)))
        return
    parts = lessons[item.lesson].activities
    known = {"skip": {one for part in parts for one in (part.anchor, part.section)} - {""}}
    known["also"] = {part.anchor for part in parts if part.kind == "solo"}
    for key, names in (("skip", item.skip), ("also", item.also)):
        for name in names:
            if name not in known[key]:
                what = f"'{name}' bij '{key}' staat niet in {item.lesson}"
                yield _at(site, place, "HIB-150", what, nearest(name, list(known[key])) if known[key] else "haal het weg")


def _excerpt(site: Site, lessons: dict[str, RoomLesson], excerpt: Excerpt, place: Location) -> Iterator[Problem]:
    if excerpt.lesson not in lessons:
        yield _at(site, place, "HIB-150", f"les '{excerpt.lesson}' bestaat niet", nearest(excerpt.lesson, list(lessons)))
        return
    sections = sorted({part.section for part in lessons[excerpt.lesson].activities})
    for name in excerpt.sections:
        if name not in sections:
            yield _at(site, place, "HIB-150", f"'{name}' staat niet in {excerpt.lesson}", nearest(name, sections))


def _moments(site: Site, programme: Programme, place: Location) -> Iterator[Problem]:
    moments = [item.moment for item in programme.items]
    if moments.count("opening") != 1 or moments[0] != "opening":
        yield _at(site, place, "HIB-154", "het openingskader staat niet vooraan", "begin 'items' met - {moment: opening}")
    if moments.count("slot") != 1 or moments[-1] != "slot":
        yield _at(site, place, "HIB-154", "de slotronde staat niet achteraan", "sluit 'items' af met - {moment: slot}")


def _crisis(site: Site, lessons: dict[str, RoomLesson], programme: Programme, place: Location) -> Iterator[Problem]:
    rules = site.programmes.crisis
    parts = [part for part in programme_session(list(lessons.values()), programme).parts if part.lesson.is_crisis]
    if parts and programme.facilitators < rules.facilitators:
        remedy = f"zet 'facilitators: {rules.facilitators}', van wie één met een opleiding suïcidepreventie"
        yield _at(site, place, "HIB-153", "module 6 zonder tweede begeleider", remedy)
    for part in parts:
        if programme.minutes < rules.shortest and not allowed_in_short(part.lesson, part.activity, rules):
            what = f"'{part.activity.title}' uit module 6 in {programme.minutes} minuten"
            yield _at(site, place, "HIB-152", what, f"neem minstens {rules.shortest} minuten, of zet het bij 'skip'")


def _minutes(site: Site, lessons: dict[str, RoomLesson], programme: Programme, place: Location) -> Iterator[Problem]:
    made = programme_session(list(lessons.values()), programme)
    given, agenda = sum(part.activity.minutes for part in made.parts), made.agenda
    what = f"de lessen duren samen {given} minuten; in {programme.minutes} minuten is er plaats voor {budget(programme.minutes)}"
    if agenda.slack < agenda.needed:
        yield _at(site, place, "HIB-151", what, f"zet {given - budget(programme.minutes)} minuten bij 'skip', of neem meer tijd")
    if agenda.slack > MOST_SLACK * agenda.needed:
        yield _at(site, place, "HIB-151", what, "geef meer, of beloof minder minuten")
    if agenda.slack >= agenda.needed and agenda.longest > MOST_WITHOUT_BREAK:
        what = f"{agenda.longest} minuten zonder pauze"
        yield _at(site, place, "HIB-151", what, f"verdeel de lessen anders: hoogstens {MOST_WITHOUT_BREAK} minuten na elkaar")


def _at(site: Site, place: Location, code: str, what: str, remedy: str) -> Problem:
    return Problem(f"{site.docs.name}/{FILE}", line_of(read_text(site.docs / FILE), place), code, what, remedy)
