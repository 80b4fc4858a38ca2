"""The Site a page is made from: looked at once in a build of MkDocs, again in the next and outside one."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markdown import Markdown

from scripts.markdown.site_of_build import site_in_macros, site_in_markdown
from tests.docs_folder import FILES, make_docs

NAME = "bronnen/helplijnen.yml"


def macros(docs: Path, settings: dict[str, Any] | None = None) -> Any:
    """What MkDocs gives a macro; each build has settings of its own."""
    return SimpleNamespace(conf={"docs_dir": str(docs)} if settings is None else settings, page=SimpleNamespace(file=None))


def change(docs: Path) -> None:
    path = docs / NAME
    path.write_text(FILES[NAME].replace("Levensgevaar", "Nood"), encoding="utf-8")
    os.utime(path, ns=(1, 1))


def test_a_build_sees_the_files_as_they_were_when_it_began(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    build = macros(docs)
    before = site_in_macros(build)
    change(docs)

    assert site_in_macros(macros(docs, build.conf)) is before


def test_the_next_build_sees_what_changed(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    site_in_macros(macros(docs))
    change(docs)

    assert site_in_macros(macros(docs)).helplines[0].purpose == "Nood"


def test_macros_and_extensions_of_one_build_share_the_site(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    build = macros(docs)
    markdown = Markdown()
    markdown.treeprocessors.register(SimpleNamespace(config=build.conf), "relpath", 0)  # type: ignore[arg-type]

    assert site_in_markdown(markdown, docs) is site_in_macros(build)


def test_another_folder_in_the_same_build_is_another_site(tmp_path: Path) -> None:
    docs, other = make_docs(tmp_path / "one"), make_docs(tmp_path / "two")
    build = macros(docs)
    markdown = Markdown()
    markdown.treeprocessors.register(SimpleNamespace(config=build.conf), "relpath", 0)  # type: ignore[arg-type]
    site_in_macros(build)

    assert site_in_markdown(markdown, other) is not site_in_macros(build)


def test_outside_a_build_a_change_is_seen_at_once(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    site_in_markdown(Markdown(), docs)
    change(docs)

    assert site_in_markdown(Markdown(), docs).helplines[0].purpose == "Nood"
