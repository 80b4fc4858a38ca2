"""What a session drops when time is short, before it starts and while it runs: one order for both. `sessie.js` does the same.

First what a reader does as well alone (exercises for one), then practice conversations, then questions; then whole lessons, the
last of the module that has most left (of the one about a crisis only when no other can); then explanations that no exercise
rests on; then modules. Opening and closing are not among the parts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.content.activities import RoomLesson
from scripts.content.agenda import Part

StepKind = Literal["solo", "conversation", "quiz", "lesson", "explanation", "module", "group", "core"]
# What a session that runs late never drops: it would have nothing left.
_LAST: tuple[StepKind, ...] = ("group", "core")


@dataclass(frozen=True)
class Step:
    """Parts that go together, by their place in the list of parts."""

    kind: StepKind
    places: tuple[int, ...]


def drop_order(parts: Sequence[Part]) -> list[Step]:
    """What to drop first comes first; together the steps hold every part once."""
    steps = [Step(kind, (place,)) for kind in ("solo", "conversation", "quiz") for place in _backwards(parts, kind)]
    lessons = _lessons(parts)
    left = Counter(lesson.module for lesson in lessons)
    while several := [lesson for lesson in lessons if left[lesson.module] > 1]:
        several = [lesson for lesson in several if not lesson.is_crisis] or several
        module = max(reversed(several), key=lambda lesson: left[lesson.module]).module
        lesson = [one for one in lessons if one.module == module][left[module] - 1]
        left[module] -= 1
        steps.append(Step("lesson", tuple(_of(parts, lesson))))
    first = [next(lesson for lesson in lessons if lesson.module == module) for module in left]
    kept = [place for lesson in first for place in _of(parts, lesson)]
    loose = [place for place in kept if not parts[place].lesson.is_core(parts[place].activity)]
    steps += [Step("explanation", (place,)) for place in reversed(loose)]
    core = [place for place in kept if place not in loose]
    steps += [Step("module", tuple(place for place in core if parts[place].lesson is lesson)) for lesson in reversed(first[1:])]
    own = [place for place in core if parts[place].lesson is first[0]]
    steps += [Step("group", (place,)) for place in reversed(own) if parts[place].activity.kind == "group"]
    steps += [Step("core", (place,)) for place in reversed(own) if parts[place].activity.kind != "group"]
    return [step for step in steps if step.places]


def late(parts: Sequence[Part]) -> list[Step]:
    """What a session that gives `parts` drops when it runs late; the questions go together."""
    steps = [step for step in drop_order(parts) if step.kind not in _LAST]
    questions = tuple(sorted(place for step in steps if step.kind == "quiz" for place in step.places))
    before = [step for step in steps if step.kind in ("solo", "conversation")]
    after = [step for step in steps if step.kind not in ("solo", "conversation", "quiz")]
    return [*before, *([Step("quiz", questions)] if questions else []), *after]


def fitting(parts: Sequence[Part], minutes: int) -> list[Part]:
    """The parts that fit in `minutes`, in the same order: dropped until they fit, and taken back, the most valued first."""
    kept, dropped = set(range(len(parts))), []
    for step in drop_order(parts):
        if _minutes(parts, kept) <= minutes:
            break
        kept -= set(step.places)
        dropped.append(step)
    for step in reversed(dropped):
        again = kept | set(step.places)
        if _minutes(parts, again) <= minutes and _may_return(parts, kept, step):
            kept = again
    return [parts[place] for place in sorted(kept)]


def _may_return(parts: Sequence[Part], kept: set[int], step: Step) -> bool:
    """A question or an exercise for one needs its section, a conversation its module."""
    part = parts[step.places[0]]
    here = [parts[place] for place in kept]
    if step.kind == "conversation":
        return any(one.lesson.module == part.lesson.module for one in here)
    if step.kind in ("quiz", "solo"):
        return any(one.lesson is part.lesson and one.activity.section == part.activity.section for one in here)
    return True


def _minutes(parts: Sequence[Part], kept: set[int]) -> int:
    return sum(parts[place].activity.minutes for place in kept)


def _backwards(parts: Sequence[Part], kind: str) -> Iterator[int]:
    return (place for place in reversed(range(len(parts))) if parts[place].activity.kind == kind)


def _lessons(parts: Sequence[Part]) -> list[RoomLesson]:
    """The lessons with an explanation or a group exercise in these parts, in order."""
    found: list[RoomLesson] = []
    for part in parts:
        if part.activity.kind in ("explanation", "group") and not any(part.lesson is one for one in found):
            found.append(part.lesson)
    return found


def _of(parts: Sequence[Part], lesson: RoomLesson) -> Iterator[int]:
    return (place for place, part in enumerate(parts) if part.lesson is lesson and part.activity.kind in ("explanation", "group"))
