"""Every figure has its page, every page its figure, and a chart stands on a page once."""

from pathlib import Path

from scripts.check.command import find_problems
from scripts.check.problem import Problem
from scripts.content.site import load_site
from tests.docs_folder import make_docs, page

GOOD = "Zin met bron [@kato2020]."


def problems(folder: Path, **changed: str) -> list[Problem]:
    docs = make_docs(folder, **changed)
    return [one for one in find_problems(load_site(docs), folder / "mkdocs.yml") if one.code in ("HIB-033", "HIB-072", "HIB-073")]


def test_a_figure_without_a_page_is_named_with_the_page_to_make(tmp_path: Path) -> None:
    found = problems(tmp_path, **{"cijfers/index.md": page("Tekst.")})

    assert [(one.code, one.path) for one in found] == [("HIB-072", "docs/bronnen/indicatoren.yml")]
    assert "docs/cijfers/neet.md" in found[0].remedy


def test_a_figure_with_its_page_is_fine(tmp_path: Path) -> None:
    assert problems(tmp_path, **{"cijfers/neet.md": page('[[ cijferpagina("neet") ]]')}) == []


def test_a_page_that_shows_the_figure_of_another_page_is_named(tmp_path: Path) -> None:
    pages = {"cijfers/neet.md": page("Tekst."), "cijfers/ander.md": page('[[ cijferpagina("neet") ]]')}

    assert [(one.code, one.path) for one in problems(tmp_path, **pages)] == [("HIB-073", "docs/cijfers/ander.md")]


def test_the_same_chart_twice_on_a_page_is_named_at_the_second(tmp_path: Path) -> None:
    body = f'{GOOD}\n\n[[ grafiek("neet") ]]\n\n[[ grafiek("neet", by="geo") ]]'

    assert [(one.code, one.line) for one in problems(tmp_path, **{"index.md": page(body)})] == [("HIB-033", 13)]


def test_two_charts_of_one_figure_that_differ_are_fine(tmp_path: Path) -> None:
    body = f'{GOOD}\n\n[[ grafiek("neet") ]]\n\n[[ grafiek("neet", by="sex") ]]'

    assert problems(tmp_path, **{"index.md": page(body)}) == []
