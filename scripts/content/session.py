"""A session in a room: what it gives, minute by minute, what it leaves out, and what its trainer must know beforehand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.content.activities import Activity, RoomLesson
from scripts.content.agenda import MOST_WITHOUT_BREAK, Agenda, Part, agenda, budget
from scripts.content.fitting import fitting
from scripts.content.programmes import Crisis, Item, Programme

# What a trainer must know: module 6 left out because nobody gives it alone; only its short version; its rules; nothing to give;
# not enough time; much time left; long without a break.
Remark = Literal["alone", "short", "crisis", "nothing", "impossible", "spare", "long"]


@dataclass(frozen=True)
class Choice:
    """What a trainer asks for. An empty `role` is everyone."""

    minutes: int
    modules: tuple[str, ...]
    role: str = ""
    facilitators: int = 1


@dataclass(frozen=True)
class Session:
    """`left_out`: lessons that were asked for and of which nothing is given."""

    agenda: Agenda
    parts: tuple[Part, ...]
    left_out: tuple[RoomLesson, ...] = ()
    remarks: tuple[Remark, ...] = ()


def session(lessons: Sequence[RoomLesson], choice: Choice, crisis: Crisis) -> Session:
    """The same choice gives the same session; one that cannot be says so in its remarks."""
    asked = [lesson for lesson in lessons if lesson.module in choice.modules and _is_for(lesson, choice.role)]
    alone = choice.facilitators < crisis.facilitators
    short = choice.minutes < crisis.shortest
    wanted = [
        Part(lesson, activity)
        for lesson in asked
        for activity in lesson.activities
        if not lesson.is_crisis or (not alone and (not short or allowed_in_short(lesson, activity, crisis)))
    ]
    parts = fitting(wanted, budget(choice.minutes))
    made = agenda(parts, choice.minutes)
    given = {part.lesson.name for part in parts}
    about_crisis = any(lesson.is_crisis for lesson in asked)
    found: dict[Remark, bool] = {
        "alone": about_crisis and alone,
        "short": about_crisis and not alone and short,
        "crisis": any(part.lesson.is_crisis for part in parts),
        "nothing": not wanted,
        "impossible": bool(wanted) and not parts,
        "spare": bool(parts) and made.slack > 2 * made.needed,
        "long": made.longest > MOST_WITHOUT_BREAK,
    }
    left_out = tuple(lesson for lesson in asked if lesson.name not in given)
    return Session(made, tuple(parts), left_out, tuple(name for name, holds in found.items() if holds))


def _is_for(lesson: RoomLesson, role: str) -> bool:
    return not role or role in lesson.page.meta.audience


def allowed_in_short(lesson: RoomLesson, activity: Activity, crisis: Crisis) -> bool:
    """Whether it is in the short version of the module about a crisis: talk, never an exercise."""
    sections = {section for one in crisis.short if one.lesson == lesson.name for section in one.sections}
    return activity.section in sections and activity.kind in ("explanation", "quiz")


def programme_session(lessons: Sequence[RoomLesson], programme: Programme) -> Session:
    """What a ready-made programme gives; names it gets wrong are passed over (scripts/check/programmes.py says them)."""
    named = {lesson.name: lesson for lesson in lessons}
    parts = [part for item in programme.lessons if item.lesson in named for part in _given(named[item.lesson], item)]
    remarks: tuple[Remark, ...] = ("crisis",) if any(part.lesson.is_crisis for part in parts) else ()
    return Session(agenda(parts, programme.minutes), tuple(parts), remarks=remarks)


def _given(lesson: RoomLesson, item: Item) -> Iterator[Part]:
    for activity in lesson.activities:
        skipped = activity.anchor in item.skip or activity.section in item.skip
        if not skipped and (activity.kind != "solo" or activity.anchor in item.also):
            yield Part(lesson, activity)


def presented(parts: Sequence[Part]) -> list[tuple[RoomLesson, list[str]]]:
    """The lessons of a session in order, each with the ids on its page that presenting skips."""
    lessons: list[RoomLesson] = []
    for part in parts:
        if not any(part.lesson is lesson for lesson in lessons):
            lessons.append(part.lesson)
    return [(lesson, _skipped(lesson, [part.activity for part in parts if part.lesson is lesson])) for lesson in lessons]


def _skipped(lesson: RoomLesson, given: Sequence[Activity]) -> list[str]:
    """A section of which nothing is given by its heading; else what in it is not given by itself."""
    sections = {activity.section for activity in given}
    missing = [activity for activity in lesson.activities if activity not in given]
    return list(dict.fromkeys(one.anchor if one.section in sections else one.section for one in missing))


def materials(parts: Sequence[Part]) -> list[str]:
    """What the exercises need, each thing said once, in the order of the session."""
    return list(dict.fromkeys(part.activity.materials for part in parts if part.activity.materials))
