"""What a lesson takes in a room, read from its blocks."""

from pathlib import Path

import pytest

from scripts.content.activities import activities
from scripts.content.modules import MODULES, modules
from scripts.content.page import Page
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from tests.docs_folder import site_with

FRONT = """\
---
title: Les
description: Een korte beschrijving van deze les.
type: lesson
reviewed: 2026-11-27
review_by: 2027-11-27
audience: [clb]
minutes: 14
level: basis
objectives: [iets kunnen]
competences: [contact leggen]
---

# Les

/// kort
Een twee drie.
///
"""
NOTES = "/// trainer\n    minutes: {}\n\nLet op.\n///\n\n"
GROUP = "/// oefening | Samen doen\n    minutes: 20\n    form: groep\n    materials: kaartjes\n\nDoe.\n///\n\n"
SOLO = "/// oefening | Zelf doen\n    minutes: 5\n    form: solo\n\nDoe.\n///\n\n"
QUIZ = "/// quiz | Wat nu?\n    id: nu\n\n- [ ] Dit.\n- [x] Dat.\n///\n\n"
KORT = "/// kort | Kern\n\n- {}\n\n///\n\n"


def lesson(folder: Path, body: str) -> Page:
    return site_with(folder, **{"les.md": FRONT + body}).pages["les.md"]


def read(folder: Path, body: str) -> list[tuple[str, str, int]]:
    return [(one.kind, one.anchor, one.minutes) for one in activities(lesson(folder, body))]


def test_an_explanation_lasts_as_long_as_the_notes_of_its_section_say(tmp_path: Path) -> None:
    body = "\n## Eerst\n\n" + NOTES.format(6) + QUIZ + NOTES.format(3) + "## Dan\n\n" + NOTES.format(4)

    assert read(tmp_path, body) == [("explanation", "eerst", 9), ("quiz", "quiz-nu", 2), ("explanation", "dan", 4)]


@pytest.mark.parametrize(("words", "minutes"), [(3, 2), (200, 3), (400, 7)])
def test_without_notes_an_explanation_takes_the_time_to_say_its_summary(tmp_path: Path, words: int, minutes: int) -> None:
    assert read(tmp_path, "\n## Eerst\n\n" + KORT.format("woord " * words))[0][2] == minutes


@pytest.mark.parametrize(("notes", "minutes"), [(8, 20), (30, 30)])
def test_notes_under_a_group_exercise_share_its_time(tmp_path: Path, notes: int, minutes: int) -> None:
    body = "\n## Eerst\n\n" + KORT.format("kort") + GROUP + NOTES.format(notes)

    assert read(tmp_path, body) == [("explanation", "eerst", 2), ("group", "oefening-samen-doen", minutes)]


def test_notes_under_an_exercise_for_one_are_explanation(tmp_path: Path) -> None:
    assert read(tmp_path, "\n## Eerst\n\n" + SOLO + NOTES.format(5)) == [
        ("explanation", "eerst", 5),
        ("solo", "oefening-zelf-doen", 5),
    ]


def test_what_comes_after_the_lesson_is_no_part_of_a_session(tmp_path: Path) -> None:
    body = "\n## Eerst\n\n" + QUIZ + "## Onthoud\n\n- Dit.\n\n/// teamkaart | Wij\n\n1. Dat.\n\n///\n\n## Verder\n\n- Hier.\n"

    assert [kind for kind, _, _ in read(tmp_path, body)] == ["explanation", "quiz"]


@pytest.mark.parametrize("body", ["", QUIZ, "<!-- \n\n## Eerst\n\n" + QUIZ + "-->", "### Diep\n\n" + QUIZ])
def test_a_lesson_without_sections_gives_nothing(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, body) == []


@pytest.mark.parametrize("minutes", ["-5", "veel", "9999", "[1]", "''"])
def test_minutes_that_cannot_be_are_none(tmp_path: Path, minutes: str) -> None:
    body = "\n## Eerst\n\n" + GROUP.replace("minutes: 20", f"minutes: {minutes}") + NOTES.format(minutes)

    assert read(tmp_path, body) == [("explanation", "eerst", 2), ("group", "oefening-samen-doen", 0)]


@pytest.mark.parametrize(("notes", "minutes"), [(NOTES.format(40), 40), ("", 42)])
def test_a_conversation_takes_what_its_notes_say_or_three_times_its_reading(tmp_path: Path, notes: str, minutes: int) -> None:
    talk = "/// gesprek | Praten\n    id: praten\n\n/// scene | begin\n    ending: Klaar\n\nKlaar.\n\n///\n\n///\n\n"

    assert read(tmp_path, "\n" + talk + notes) == [("conversation", "", minutes)]


def test_every_lesson_of_the_training_has_its_place_in_a_room_once() -> None:
    site = load_site(ROOT / "docs")
    names = [lesson.page.path for lesson in site.room_lessons]

    assert sorted(names) == sorted(lesson.path for module in modules(site) for lesson in module.lessons)
    assert list(dict.fromkeys(lesson.module for lesson in site.room_lessons)) == list(MODULES)


def test_every_lesson_of_the_training_can_be_given_in_three_quarters_of_an_hour_with_its_exercise() -> None:
    for lesson in load_site(ROOT / "docs").room_lessons:
        if not lesson.is_conversation:
            core = [one for one in lesson.activities if lesson.is_core(one)]
            assert "group" in {one.kind for one in core}, lesson.name
            assert sum(one.minutes for one in core) <= 45, lesson.name
            assert min(one.minutes for one in lesson.activities) > 0, lesson.name
