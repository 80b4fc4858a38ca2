"""A hundred everyday questions in the site's own search: who asks gets the right page, and in a crisis the help page first."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.site.addresses import PAGES
from tests.site.browsing import DESKTOP, open_tab, search
from tests.site.serving import SiteServer

QUESTIONS = yaml.safe_load((Path(__file__).parent / "search_questions.yml").read_text(encoding="utf-8"))
# Asked once, by one process.
pytestmark = pytest.mark.xdist_group("questions")
HELP = "/naslag/hulp/"
ALLOWED_TO_MISS = 3


@pytest.fixture(scope="module")
def answers(browser: Browser, server: SiteServer) -> Iterator[dict[str, list[str]]]:
    """The pages found for each question, best first; asked one after the other in one tab."""
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce") as context:
        page = open_tab(context).page
        page.goto(server.url("/"))
        yield {question["ask"]: found(page, question["ask"], server) for question in QUESTIONS}


def found(page: Page, question: str, server: SiteServer) -> list[str]:
    """The addresses of the pages in the results, each once."""
    paths = [urlsplit(urljoin(page.url, link)).path.replace(server.path, "/", 1) for link in search(page, question)]
    return list(dict.fromkeys(paths))


def test_there_are_a_hundred_questions_about_pages_that_exist() -> None:
    assert len(QUESTIONS) == len({question["ask"] for question in QUESTIONS}) == 100
    assert sum("crisis" in question for question in QUESTIONS) >= 10
    assert {path for question in QUESTIONS for path in question.get("find", [])} <= set(PAGES)


def test_nearly_every_question_finds_its_page_in_the_first_three(answers: dict[str, list[str]]) -> None:
    missed = {
        question["ask"]: answers[question["ask"]][:3]
        for question in QUESTIONS
        if not set(question.get("find", [HELP])) & set(answers[question["ask"]][:3])
    }
    assert len(missed) <= ALLOWED_TO_MISS, missed


@pytest.mark.parametrize("question", [question["ask"] for question in QUESTIONS if "crisis" in question])
def test_a_question_in_a_crisis_finds_the_help_page_first(answers: dict[str, list[str]], question: str) -> None:
    assert answers[question][:1] == [HELP], answers[question][:3]
