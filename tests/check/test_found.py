"""What makes pages hard to tell apart, and news that is not true: each gives its code, on its line."""

from pathlib import Path

import pytest

from scripts.check.command import find_problems
from scripts.check.problem import Problem
from scripts.content.site import load_site
from tests.docs_folder import FILES, make_docs

NEWS = "- {id: start, date: 2026-11-22, title: Een begin, text: Deze site bestaat nu ook voor jou., page: index.md}\n"


def problems(folder: Path, **changed: str) -> list[Problem]:
    docs = make_docs(folder, **changed)
    return find_problems(load_site(docs), folder / "mkdocs.yml")


def codes(folder: Path, **changed: str) -> list[tuple[str, str, int]]:
    return [(one.code, one.path, one.line) for one in problems(folder, **changed)]


def literature(old: str, new: str) -> dict[str, str]:
    return {"naslag/literatuur.md": FILES["naslag/literatuur.md"].replace(old, new)}


@pytest.mark.parametrize("title", ["Start", "START", "Start "])
def test_two_pages_with_one_title_are_told_apart_by_nobody(tmp_path: Path, title: str) -> None:
    found = codes(tmp_path, **literature("title: Literatuur", f'title: "{title}"'))

    assert found == [("HIB-180", "docs/naslag/literatuur.md", 1)]


def test_two_pages_with_one_description_are_a_problem(tmp_path: Path) -> None:
    same = "Een korte beschrijving van deze pagina."
    found = problems(tmp_path, **literature("Alle bronnen waar deze site naar verwijst.", same))

    assert [one.code for one in found] == ["HIB-181"]
    assert "docs/index.md" in found[0].what


def test_true_news_is_no_problem(tmp_path: Path) -> None:
    assert codes(tmp_path, **{"bronnen/nieuws.yml": NEWS}) == []


CASES = {
    "a day to come": (NEWS + NEWS.replace("start", "later").replace("2026-11-22", "2999-01-01"), "HIB-182", 2),
    "a page that is not there": (NEWS.replace("index.md", "indeks.md"), "HIB-183", 1),
    "a file that is no page": (NEWS.replace("index.md", "../index.md"), "HIB-070", 1),
    "an id given twice": (NEWS * 2, "HIB-184", 2),
    "an id with capitals": (NEWS.replace("id: start", "id: Start"), "HIB-070", 1),
    "four sentences": (NEWS.replace("nu ook voor jou.", "nu. Ook. Voor. Jou."), "HIB-070", 1),
    "no sentence": (NEWS.replace("voor jou.", "voor jou"), "HIB-070", 1),
    "a key nobody knows": (NEWS.replace("{id", "{who: ik, id"), "HIB-070", 1),
    "a day that does not exist": (NEWS.replace("11-22", "11-31"), "HIB-070", 1),
    "no list": ("nieuws: ja\n", "HIB-070", 1),
    "an empty file": ("", "HIB-070", 1),
}


@pytest.mark.parametrize("case", CASES)
def test_news_that_is_not_right_is_a_problem_on_its_line(tmp_path: Path, case: str) -> None:
    text, code, line = CASES[case]

    [(found, path, on)] = codes(tmp_path, **{"bronnen/nieuws.yml": text})
    assert (found, on) == (code, line)
    assert path.endswith("docs/bronnen/nieuws.yml")


def test_a_wrong_page_comes_with_the_page_that_was_meant(tmp_path: Path) -> None:
    [found] = problems(tmp_path, **{"bronnen/nieuws.yml": NEWS.replace("index.md", "indeks.md")})

    assert found.remedy == "bedoelde je 'index.md'?"
