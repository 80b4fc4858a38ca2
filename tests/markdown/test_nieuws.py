"""`[[ nieuws() ]]`: by day, the newest first, with text that stays text."""

from pathlib import Path

import pytest

from scripts.errors import ContentError
from scripts.markdown.macros.nieuws import nieuws
from scripts.markdown.place import Place
from tests.docs_folder import site_with

PLACE = Place("naslag/nieuw/", site_url="https://example.org/")
NEWS = """\
- {id: oud, date: 2026-11-22, title: Het begin, text: Deze site bestaat nu ook., page: index.md}
- {id: b, date: 2026-11-24, title: "<b>[[ hulp() ]]", text: "Zie [@kato2020] of </li><script>x</script>.", page: naslag/literatuur.md}
- {id: c, date: 2026-11-24, title: Nog iets, text: Ook dit kwam er die dag bij., page: index.md}
"""


def test_the_newest_day_comes_first_and_a_day_keeps_its_order(tmp_path: Path) -> None:
    made = nieuws(site_with(tmp_path, **{"bronnen/nieuws.yml": NEWS}), PLACE)

    places = [made.index(part) for part in ("## 24 november 2026", 'id="b"', 'id="c"', "## 22 november 2026", 'id="oud"')]
    assert places == sorted(places)
    assert 'href="../literatuur/"' in made
    assert 'href="https://example.org/nieuw.xml"' in made


def test_text_stays_text(tmp_path: Path) -> None:
    made = nieuws(site_with(tmp_path, **{"bronnen/nieuws.yml": NEWS}), PLACE)

    assert not any(part in made for part in ("<script", "[[", "[@", "<b>"))
    assert made.count("</li>") == 3


def test_without_news_it_says_where_to_write_some(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="nieuws"):
        nieuws(site_with(tmp_path), PLACE)
