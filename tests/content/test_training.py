"""The training as it is written: it answers its exam, asks enough of every module, and tells whole stories."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.check.conversations import MOST_CRISIS_SCENES, scenes_of
from scripts.content.blocks import Block, read_blocks
from scripts.content.modules import MODULES, NEVER_SKIPPED, modules
from scripts.content.site import Site, load_site
from scripts.environment.folders import ROOT

EXAM = yaml.safe_load((Path(__file__).parent / "exam.yml").read_text(encoding="utf-8"))
FEWEST_SCENES = 15
POOL, START = "vorming/eindtoets.md", "vorming/starttoets.md"


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(ROOT / "docs")


def questions(site: Site, path: str) -> list[Block]:
    return [block for block in read_blocks(site.pages[path]) if block.name == "quiz"]


def test_the_exam_asks_five_things_of_every_module() -> None:
    assert Counter(question["module"] for question in EXAM) == Counter(dict.fromkeys(MODULES, 5))


@pytest.mark.parametrize("question", EXAM, ids=[question["ask"][:50] for question in EXAM])
def test_a_lesson_of_its_module_answers_a_question_of_the_exam(site: Site, question: dict[str, Any]) -> None:
    page = site.pages[question["page"]]
    notes = {number for block in read_blocks(page) if block.name == "trainer" for number in block.span}

    assert page.path.startswith(f"vorming/{question['module']}/")
    told = any(question["words"] in line.text for line in page.lines if line.line not in notes)
    assert told, f"{page.file} zegt niet meer: {question['words']} → zet het er weer, of pas tests/content/exam.yml aan"


def test_every_module_is_written(site: Site) -> None:
    assert [module.folder for module in modules(site) if module.meta.number] == list(MODULES)


def test_the_final_test_asks_enough_of_every_module_at_every_difficulty(site: Site) -> None:
    pool = [block.given for block in questions(site, POOL)]
    asked = Counter((question["module"], int(question["difficulty"])) for question in pool)

    assert len(pool) >= 80
    assert {pair for pair in ((name, level) for name in MODULES for level in (1, 2, 3)) if asked[pair] < 2} == set()


def test_the_start_test_asks_nothing_of_what_nobody_skips(site: Site) -> None:
    assert {question.given["module"] for question in questions(site, START)} == set(MODULES) - set(NEVER_SKIPPED)


def conversations() -> list[str]:
    return sorted(
        f"vorming/gesprekken/{path.name}" for path in (ROOT / "docs/vorming/gesprekken").glob("*.md") if path.stem != "index"
    )


@pytest.mark.parametrize("path", conversations())
def test_a_conversation_is_long_enough_to_choose_in_and_short_in_a_crisis(site: Site, path: str) -> None:
    page = site.pages[path]
    scenes = scenes_of(page, next(block for block in read_blocks(page) if block.name == "gesprek"))
    crisis = any(scene.block.given.get("crisis") for scene in scenes.values())

    assert len(scenes) <= MOST_CRISIS_SCENES if crisis else len(scenes) >= FEWEST_SCENES
    assert len([scene for scene in scenes.values() if scene.is_ending]) >= 3


def test_there_are_eight_conversations_and_one_is_about_a_crisis() -> None:
    texts = [(ROOT / "docs" / path).read_text(encoding="utf-8") for path in conversations()]
    assert len(texts) == 8
    assert sum("crisis: true" in text for text in texts) == 1
