"""A session minute by minute: opening, activities, breaks, slack, closing. `sessie.js` does the same in the browser.

All is counted in whole minutes from the start, so that both give the same rows (tests/content/test_agenda.py compares them).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.content.activities import Activity, RoomLesson

SHORTEST, LONGEST = 25, 480
OPENING = 5
# From here on the closing round takes ten minutes, breaks a quarter of an hour, and a day has a lunch.
HALF_DAY, DAY = 150, 300
CLOSING, LONG_CLOSING = 5, 10
BREAK, LONG_BREAK, LUNCH = 10, 15, 45
MOST_WITHOUT_BREAK = 90
# A break inside a lesson is as bad as so many minutes of unequal stretches.
INSIDE_A_LESSON, INSIDE_A_SECTION = 10, 30
# One minute in five is slack.
SLACK_PART = 5

RowKind = Literal["opening", "explanation", "quiz", "group", "solo", "conversation", "break", "lunch", "slack", "closing"]


@dataclass(frozen=True)
class Part:
    """An activity in the lesson it belongs to."""

    lesson: RoomLesson
    activity: Activity


@dataclass(frozen=True)
class Row:
    """`start`: minutes since the start. An explanation and the questions of its section stand in one row."""

    kind: RowKind
    minutes: int
    parts: tuple[Part, ...] = ()
    start: int = 0


@dataclass(frozen=True)
class Agenda:
    """`needed`: the slack a session of this length asks for; less than zero slack: it does not fit."""

    rows: tuple[Row, ...]
    slack: int
    needed: int

    @property
    def longest(self) -> int:
        """The most minutes between two breaks."""
        stretches = [0]
        for row in self.rows:
            stretches = [*stretches, 0] if row.kind in ("break", "lunch") else [*stretches[:-1], stretches[-1] + row.minutes]
        return max(stretches)


def closing(minutes: int) -> int:
    return LONG_CLOSING if minutes >= HALF_DAY else CLOSING


def breaks(minutes: int) -> list[int]:
    """How long each break of a session lasts; the middle one of a day is the lunch."""
    number = -(-minutes // MOST_WITHOUT_BREAK) - 1
    each = [LONG_BREAK if minutes >= HALF_DAY else BREAK] * number
    if minutes >= DAY:
        each[(number - 1) // 2] = LUNCH
    return each


def needed_slack(minutes: int) -> int:
    return -(-(minutes - sum(breaks(minutes))) // SLACK_PART)


def budget(minutes: int) -> int:
    """What remains for the lessons themselves."""
    return minutes - sum(breaks(minutes)) - OPENING - closing(minutes) - needed_slack(minutes)


def agenda(parts: Sequence[Part], minutes: int) -> Agenda:
    """The rows of a session of `minutes` that gives `parts`; together they last exactly that long, unless there is no slack."""
    rows = [Row("opening", OPENING), *_rows(parts), Row("closing", closing(minutes))]
    cuts, lengths = _cuts(rows, len(breaks(minutes))), breaks(minutes)
    slack = minutes - sum(row.minutes for row in rows) - sum(lengths[: len(cuts)])
    stretches = [rows[start:end] for start, end in zip([0, *cuts], [*cuts, len(rows)], strict=True)]
    spare = _shared([sum(row.minutes for row in stretch) for stretch in stretches], slack)
    made: list[Row] = []
    for number, (stretch, extra) in enumerate(zip(stretches, spare, strict=True)):
        last = number == len(cuts)
        made += stretch[:-1] if last else stretch
        made += [Row("slack", extra)] if extra else []
        made += [stretch[-1]] if last else [Row("lunch" if lengths[number] == LUNCH else "break", lengths[number])]
    return Agenda(tuple(_timed(made)), slack, needed_slack(minutes))


def _rows(parts: Sequence[Part]) -> list[Row]:
    made: list[Row] = []
    for part in parts:
        kind, minutes = part.activity.kind, part.activity.minutes
        before = made[-1] if made else None
        together = kind == "quiz" and before and before.kind in ("explanation", "quiz")
        if before and together and _place(before.parts[-1]) == _place(part):
            made[-1] = Row(before.kind, before.minutes + minutes, (*before.parts, part))
        else:
            made.append(Row(kind, minutes, (part,)))
    return made


def _place(part: Part) -> tuple[str, str]:
    return part.lesson.name, part.activity.section


def _cuts(rows: Sequence[Row], number: int) -> list[int]:
    """Before which rows a break comes: where a lesson begins and the stretches are most alike; not right after the opening or
    before the closing."""
    total = sum(row.minutes for row in rows)
    cuts: list[int] = []

    def badness(cut: int) -> int:
        off = abs((number + 1) * sum(row.minutes for row in rows[:cut]) - (len(cuts) + 1) * total)
        return off + (number + 1) * _harm(rows[cut - 1], rows[cut])

    for _ in range(number):
        if found := range((cuts[-1] if cuts else 1) + 1, len(rows) - 1):
            cuts.append(min(found, key=badness))
    return cuts


def _harm(before: Row, after: Row) -> int:
    """What a break between two rows costs: nothing between lessons, most between an explanation and its exercise."""
    if before.parts[-1].lesson is not after.parts[0].lesson:
        return 0
    return INSIDE_A_SECTION if _place(before.parts[-1]) == _place(after.parts[0]) else INSIDE_A_LESSON


def _shared(lengths: list[int], slack: int) -> list[int]:
    """The slack per stretch: half of it for all alike, then a minute at a time for the shortest, the first of equals."""
    spare = [max(0, slack) // (2 * len(lengths))] * len(lengths)
    for _ in range(slack - sum(spare)):
        shortest = min(range(len(lengths)), key=lambda one: lengths[one] + spare[one])
        spare[shortest] += 1
    return spare


def _timed(rows: Sequence[Row]) -> list[Row]:
    timed, start = [], 0
    for row in rows:
        timed.append(Row(row.kind, row.minutes, row.parts, start))
        start += row.minutes
    return timed
