"""The questions as Moodle reads them: written by us, read back by a parser that is not ours, compared with the pages."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scripts.content.site import load_site
from scripts.environment.folders import ROOT, TOOLS
from scripts.environment.tools import node_command
from scripts.export.blocks import Answer, Quiz
from scripts.export.gift import make, question
from scripts.export.registry import exports
from scripts.export.source import load_source
from scripts.markdown.place import Place
from tests.site.reading import one, soup, words

[EXPORT] = [export for export in exports(load_site(ROOT / "docs")) if export.name == "vragen"]


def read_back(folder: Path, text: str) -> list[dict[str, Any]]:
    file = folder / "vragen.txt"
    file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [*node_command(TOOLS / "gift.mjs"), str(file)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-1500:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def found(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return read_back(tmp_path_factory.mktemp("gift"), make(load_source(EXPORT, site, ROOT / "docs")).decode())


def on_the_pages(site: Path) -> dict[str, tuple[str, list[tuple[str, bool]]]]:
    """Per question its text and its answers with whether they are right, read from the HTML without our own reader."""
    questions = {}
    for path in EXPORT.pages:
        address = "/" + Place().address(path)
        for quiz in soup(site, address).select("site-quiz"):
            answers = [
                (words(one(answer, "label span").text), one(answer, "details p").text.startswith("Juist:"))
                for answer in quiz.select(".quiz__answer")
            ]
            name = f"{address.removeprefix('/vorming/').strip('/')} {quiz['id']}"
            questions[name] = (words(one(quiz, "legend").text), answers)
    return questions


def test_every_question_comes_back_with_its_answers_and_its_key(site: Path, found: list[dict[str, Any]]) -> None:
    read = {
        one["title"]: (
            one["stem"]["text"],
            [(choice["text"]["text"], choice["isCorrect"] or (choice["weight"] or 0) > 0) for choice in one["choices"]],
        )
        for one in found
        if one["type"] == "MC"
    }

    assert read == on_the_pages(site)
    assert len(read) > 100


def test_every_answer_brings_its_explanation_as_feedback(found: list[dict[str, Any]]) -> None:
    choices = [choice for one in found if one["type"] == "MC" for choice in one["choices"]]

    for choice in choices:
        right = choice["isCorrect"] or (choice["weight"] or 0) > 0
        assert choice["feedback"]["text"].startswith("Juist: " if right else "Niet juist: ")
        assert len(choice["feedback"]["text"]) > 20


def test_each_module_has_one_category_and_nothing_else_has(found: list[dict[str, Any]]) -> None:
    categories = [one["title"] for one in found if one["type"] == "Category"]

    assert [re.sub(r"^\$course\$/top/Hikikomori in beeld/(Module \d):.*", r"\1", name) for name in categories] == [
        f"Module {number}" for number in range(1, 9)
    ]
    assert Counter(one["type"] for one in found).keys() == {"MC", "Category"}


def test_with_more_right_answers_the_parts_make_a_whole_and_a_wrong_one_takes_all(found: list[dict[str, Any]]) -> None:
    several = [one for one in found if one["type"] == "MC" and one["choices"][0]["weight"] is not None]

    assert len(several) >= 5
    for many in several:
        weights = [choice["weight"] for choice in many["choices"]]
        assert sum(weight for weight in weights if weight > 0) == pytest.approx(100, abs=0.001)
        assert {weight for weight in weights if weight <= 0} <= {-100}


HOSTILE = [
    "~=#{}:\\",
    "a -> b",
    "// geen commentaar",
    "::naam::",
    "%50%",
    "$CATEGORY: x",
    "[html]<b>x</b>",
    "\\n",
    "é ’ “ 日本",
    "{T}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_command(tmp_path: Path, text: str) -> None:
    quiz = Quiz("quiz-x", f"Vraag {text}?", (Answer(f"Dit {text}", True, text), Answer("Dat", False, "b")), False, "", "")
    [read] = read_back(tmp_path, question(f"naam {text}", quiz))

    same = text.replace("->", "→")
    assert (read["type"], read["title"], read["stem"]["text"]) == ("MC", f"naam {same}", f"Vraag {same}?")
    assert [choice["text"]["text"] for choice in read["choices"]] == [f"Dit {same}", "Dat"]
    assert read["choices"][0]["feedback"]["text"] == f"Juist: {same}"


def test_three_right_answers_are_worth_a_third_each(tmp_path: Path) -> None:
    answers = tuple(Answer(name, name != "d", "omdat") for name in "abcd")
    [read] = read_back(tmp_path, question("x", Quiz("quiz-x", "Welke?", answers, True, "", "")))

    assert [choice["weight"] for choice in read["choices"]] == [33.33333, 33.33333, 33.33333, -100]
