"""The name of the site stands in mkdocs.yml; what is made of it follows."""

import re
from collections.abc import Iterator

import pytest

from scripts.content import identity
from scripts.environment.folders import ROOT
from scripts.errors import ContentError
from tests.site.configuration import configuration


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    identity.site_name.cache_clear()
    yield
    identity.site_name.cache_clear()


def test_the_name_is_the_one_the_engine_reads() -> None:
    assert identity.site_name() == configuration(ROOT)["site_name"]


def test_no_program_writes_the_name_itself() -> None:
    found = [
        path
        for folder in ("scripts", "overrides")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".html", ".txt")
    ]

    assert len(found) > 100
    assert [path.name for path in found if re.search(re.escape(identity.site_name()), path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("line", ["site_name: Jong & stil", 'site_name: "Jong & stil"', "site_name:   'Jong & stil'  "])
def test_another_name_is_read_however_it_is_written(
    line: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("project")
    (folder / "mkdocs.yml").write_text(f"# Naam\n{line}\nsite_url: x\n", encoding="utf-8")
    monkeypatch.setattr(identity, "ROOT", folder)

    assert identity.site_name() == "Jong & stil"


@pytest.mark.parametrize("text", ["", "site_name:\nsite_url: x\n", "nav: []\n"])
def test_a_site_without_a_name_says_where_to_give_one(
    text: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("project")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(identity, "ROOT", folder)

    with pytest.raises(ContentError, match="site_name"):
        identity.site_name()


def test_the_bar_of_a_browser_has_the_colour_of_our_own() -> None:
    style = (ROOT / "overrides/assets/site.css").read_text(encoding="utf-8")
    [first, *_] = re.findall(r"--md-primary-fg-color: (#[0-9a-f]+);", style)

    assert configuration(ROOT)["extra"]["theme_color"] == first
