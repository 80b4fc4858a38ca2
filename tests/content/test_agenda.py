"""A session for any duration, role and modules: it adds up, keeps its rules, and the browser makes the same one."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.content.activities import RoomLesson
from scripts.content.agenda import LONGEST, SHORTEST, Part, agenda, breaks, budget
from scripts.content.fitting import drop_order, late
from scripts.content.modules import CRISIS, MODULES
from scripts.content.programmes import Crisis
from scripts.content.session import Choice, Session, presented, session
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.environment.tools import node_command
from scripts.markdown.macros.draaiboek import draaiboek
from scripts.markdown.place import Place
from scripts.markdown.run_sheet import items

SCRIPT = ROOT / "overrides/assets/components/sessie/sessie.js"
CHOSEN = [*((name,) for name in MODULES), tuple(MODULES), tuple(MODULES)[:3], tuple(MODULES)[3:6], (), ("weg",)]
ROLES = ("", "leerkracht", "ocmw", "huisarts")


@pytest.fixture(scope="module")
def lessons() -> list[RoomLesson]:
    return load_site(ROOT / "docs").room_lessons


@pytest.fixture(scope="module")
def crisis() -> Crisis:
    return load_site(ROOT / "docs").programmes.crisis


# Where breaks, closing round and lunch change.
EDGES = (60, 90, 91, 149, 150, 180, 299, 300, 360, LONGEST)


def choices(step: int) -> list[Choice]:
    """Odd durations too: `step` is no round number."""
    return [
        Choice(minutes, modules, ROLES[(minutes + number) % 4], 1 + (minutes + number) % 2)
        for minutes in [*range(SHORTEST, LONGEST, step), *EDGES]
        for number, modules in enumerate(CHOSEN)
    ]


def test_every_session_lasts_exactly_as_long_as_asked_and_keeps_its_slack(lessons: list[RoomLesson], crisis: Crisis) -> None:
    for choice in choices(7):
        made = session(lessons, choice, crisis)
        rows = made.agenda.rows

        assert sum(row.minutes for row in rows) == choice.minutes, choice
        assert made.agenda.slack >= made.agenda.needed, choice
        assert (rows[0].kind, rows[-1].kind) == ("opening", "closing")
        assert [row.start for row in rows] == [sum(row.minutes for row in rows[:place]) for place in range(len(rows))]


def test_nobody_sits_longer_than_an_hour_and_a_half_unless_the_sheet_says_so(lessons: list[RoomLesson], crisis: Crisis) -> None:
    sessions = [session(lessons, choice, crisis) for choice in choices(11)]
    full = [made for made in sessions if made.parts and "spare" not in made.remarks]

    assert [made.remarks for made in sessions if ("long" in made.remarks) != (made.agenda.longest > 90)] == []
    assert max(made.agenda.longest for made in full) <= 100
    assert sum(made.agenda.longest > 90 for made in full) < len(full) / 10
    assert {len(breaks(minutes)) for minutes in (60, 90, 91, 180, 360)} == {0, 1, 3}
    assert breaks(360) == [15, 45, 15]


def test_a_break_never_stands_between_lessons_when_it_splits_an_exercise_from_its_explanation(lessons: list[RoomLesson]) -> None:
    parts = [
        Part(one, activity) for one in lessons if one.module == CRISIS for activity in one.activities if activity.kind != "solo"
    ]
    rows = agenda(parts, 240).rows

    for before, pause, after in zip(rows, rows[1:], rows[2:], strict=False):
        if pause.kind in ("break", "lunch"):
            assert before.kind == "slack" or before.parts[-1].activity.section != after.parts[0].activity.section


def test_module_six_is_never_given_alone(lessons: list[RoomLesson], crisis: Crisis) -> None:
    for minutes in (60, 90, 480):
        made = session(lessons, Choice(minutes, (CRISIS,), facilitators=1), crisis)
        assert made.parts == ()
        assert "alone" in made.remarks


def test_an_hour_leaves_of_module_six_only_whom_to_call_and_what_not_to_promise(
    lessons: list[RoomLesson], crisis: Crisis
) -> None:
    made = session(lessons, Choice(60, (CRISIS,), facilitators=2), crisis)

    assert {"short", "crisis"} <= set(made.remarks)
    assert {part.activity.kind for part in made.parts} == {"explanation", "quiz"}
    assert {part.activity.section for part in made.parts if part.lesson.name.endswith("vragen-en-luisteren")} == {
        "wat-je-niet-belooft"
    }
    assert "group" in {part.activity.kind for part in session(lessons, Choice(90, (CRISIS,), facilitators=2), crisis).parts}


def test_no_explanation_about_a_crisis_is_dropped_from_a_lesson_that_is_given(lessons: list[RoomLesson], crisis: Crisis) -> None:
    for minutes in range(90, 481, 13):
        made = session(lessons, Choice(minutes, tuple(MODULES), facilitators=2), crisis)
        for lesson in {part.lesson.name: part.lesson for part in made.parts if part.lesson.module == CRISIS}.values():
            given = [part.activity for part in made.parts if part.lesson is lesson]
            assert [one for one in lesson.activities if one.kind == "explanation" and one not in given] == [], minutes


def test_what_cannot_be_given_is_said(lessons: list[RoomLesson], crisis: Crisis) -> None:
    assert "nothing" in session(lessons, Choice(90, ("een-veilige-server",), role="huisarts"), crisis).remarks
    assert "spare" in session(lessons, Choice(480, ("waarom-discord",)), crisis).remarks
    long = session([_conversation(lessons)], Choice(60, ("modereren-en-grenzen",)), crisis)
    assert long.remarks == ("impossible",)
    assert [lesson.name for lesson in long.left_out] == ["gesprekken/mijn-plek-afgepakt"]


def _conversation(lessons: list[RoomLesson]) -> RoomLesson:
    return next(lesson for lesson in lessons if lesson.name == "gesprekken/mijn-plek-afgepakt")


def test_every_part_has_its_place_in_the_order_of_dropping_once(lessons: list[RoomLesson]) -> None:
    parts = [Part(lesson, activity) for lesson in lessons for activity in lesson.activities]
    places = [place for step in drop_order(parts) for place in step.places]

    assert sorted(places) == list(range(len(parts)))


def test_who_runs_late_keeps_the_last_group_exercise(lessons: list[RoomLesson], crisis: Crisis) -> None:
    made = session(lessons, Choice(90, ("contact-en-vertrouwen",)), crisis)
    dropped = {place for step in late(made.parts) for place in step.places}
    left = [part.activity.kind for place, part in enumerate(made.parts) if place not in dropped]

    assert sorted(left) == ["explanation", "group"]


def test_presenting_skips_exactly_what_is_not_given(lessons: list[RoomLesson], crisis: Crisis) -> None:
    made = session(lessons, Choice(60, ("contact-en-vertrouwen",)), crisis)
    (lesson, skipped), *others = presented(made.parts)

    assert others == []
    assert lesson.name == "contact-en-vertrouwen/het-eerste-bericht"
    assert skipped == ["oefening-drie-berichten-drie-regels"]
    assert items(made.parts) == "contact-en-vertrouwen/het-eerste-bericht~oefening-drie-berichten-drie-regels"


@pytest.mark.parametrize("minutes", [25, 60, 100, 480])
def test_budget_and_fixed_moments_are_the_whole_session(minutes: int) -> None:
    empty = agenda([], minutes)

    assert empty.slack - empty.needed >= budget(minutes)


def test_the_browser_makes_the_same_sessions(lessons: list[RoomLesson], crisis: Crisis, tmp_path: Path) -> None:
    site = load_site(ROOT / "docs")
    data = json.loads(draaiboek(site, Place()).split('<script type="application/json">')[1].split("</script>")[0])
    # Every minute for one module: there some sessions fit exactly.
    asked = choices(23) + [Choice(minutes, ("opstarten",)) for minutes in range(SHORTEST, 200)]
    file = tmp_path / "choices.json"
    given = [
        {"minutes": one.minutes, "modules": one.modules, "role": one.role, "facilitators": one.facilitators} for one in asked
    ]
    file.write_text(json.dumps({"data": data, "choices": given}), encoding="utf-8")

    command = [*node_command(ROOT / "tests/tools/plan.mjs"), str(SCRIPT), str(file)]
    made = json.loads(subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout)

    assert len(made) > 300
    for choice, theirs in zip(asked, made, strict=True):
        assert theirs == _told(session(lessons, choice, crisis)), choice


def _told(made: Session) -> dict[str, Any]:
    """A session in the words of tests/tools/plan.mjs."""
    named = [
        [row.kind, row.start, row.minutes, [f"{one.lesson.name} {one.activity.kind} {one.activity.anchor}" for one in row.parts]]
        for row in made.agenda.rows
    ]
    return {
        "rows": named,
        "slack": made.agenda.slack,
        "longest": made.agenda.longest,
        "remarks": list(made.remarks),
        "left": [lesson.name for lesson in made.left_out],
        "late": [[step.kind, list(step.places)] for step in late(made.parts)],
        "items": items(made.parts),
    }
