"""What `make serve` remembers: it makes only the pages again that an edit changes, and the site is the one MkDocs alone would build."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import mkdocs.commands.build as builds
import pytest
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from scripts.build import live
from scripts.environment.folders import ROOT
from tests.docs_folder import make_docs, page

TERMS = page("## GPMI {#gpmi}\n\nEen plan.").replace("title: Start", "title: Begrippen")
OTHER = page('Een [[ term("gpmi") ]].\n\nEen [anker](../index.md#kop-één).').replace("title: Start", "title: Andere")
CONFIG = f"""\
INHERIT: {ROOT / "mkdocs.yml"}
theme: {{custom_dir: {ROOT / "overrides"}}}
watch: []
nav: [index.md, naslag/literatuur.md, naslag/begrippen.md, naslag/andere.md]
"""
# MkDocs and its plugins run in this process; what they call that is deprecated is theirs.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
Edit = Callable[[str, str, str], list[str]]


@pytest.fixture
def edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Changes a file of a site that was built, builds again, and compares with MkDocs alone: the pages that were made again."""
    docs = make_docs(tmp_path, **{"naslag/begrippen.md": TERMS, "naslag/andere.md": OTHER})
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in {"NOTEBOOKS": "false", "SOURCE_DATE_EPOCH": "1795000000", "NO_MKDOCS_2_WARNING": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(live, "_made", {})
    again: list[str] = []
    render, build_page = live._render, live._build_page

    def counted(one: Page, config: Any, files: Any) -> None:
        again.append(one.file.src_uri)
        render(one, config, files)

    def build(name: str) -> Path:
        builds.build(load_config("mkdocs.yml", site_dir=str(tmp_path / name)))
        return tmp_path / name

    def change(file: str, old: str, new: str) -> list[str]:
        monkeypatch.setattr(live, "_render", counted)
        monkeypatch.setattr(Page, "render", live._render_once)
        monkeypatch.setattr(builds, "_build_page", live._build_once)
        build("before")
        again.clear()
        text = (docs / file).read_text(encoding="utf-8")
        assert old in text
        (docs / file).write_text(text.replace(old, new), encoding="utf-8")
        after = build("after")
        monkeypatch.setattr(Page, "render", render)
        monkeypatch.setattr(builds, "_build_page", build_page)
        assert files(after) == files(build("alone"))
        return again

    return change


def files(site: Path) -> dict[str, bytes]:
    return {one.relative_to(site).as_posix(): one.read_bytes() for one in site.rglob("*") if one.is_file()}


def test_an_edit_makes_its_own_page_again_and_no_other(edit: Edit) -> None:
    assert edit("index.md", "Kort punt", "Ander punt") == ["index.md"]


def test_a_page_that_shows_the_words_of_another_follows_them(edit: Edit) -> None:
    assert edit("naslag/begrippen.md", "Een plan.", "Een afspraak.") == ["naslag/andere.md", "naslag/begrippen.md"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("naslag/andere.md", "title: Andere", "title: Een ander"),
        ("bronnen/literatuur.bib", "{Kato, Takahiro A.", "{Kat, Takahiro A."),
    ],
)
def test_a_title_or_a_source_makes_every_page_again(edit: Edit, file: str, old: str, new: str) -> None:
    assert len(edit(file, old, new)) == 4


def test_an_anchor_that_goes_is_missed_by_a_page_from_memory(edit: Edit, caplog: pytest.LogCaptureFixture) -> None:
    edit("index.md", "## Kop één", "## Kop twee")

    # Once by the build with a memory, once by MkDocs alone.
    assert len([one for one in caplog.records if "andere.md" in one.message and "#kop-één" in one.message]) == 2
