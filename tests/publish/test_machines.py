"""What publish writes at the root of a site for machines: robots.txt, the feed of news and llms.txt."""

import re
from datetime import datetime
from pathlib import Path

from lxml import etree

from scripts.content.site import Site
from scripts.publish.feed import write_feed
from scripts.publish.llms import write_llms
from scripts.publish.robots import write_robots
from tests.docs_folder import site_with

ROOT = "https://example.org/in beeld/?a=1&b=2/"
ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = """\
- {id: oud, date: 2026-11-22, title: Een <begin> & meer, text: "Deze site bestaat: ]]> <b>nu</b>.", page: index.md}
- {id: nieuw, date: 2026-11-24, title: Bronnen, text: De bronnen staan op één rij., page: naslag/literatuur.md}
"""


def feed_of(folder: Path, content: Site, root: str = ROOT) -> bytes:
    write_feed(folder, content, root)
    return (folder / "nieuw.xml").read_bytes()


def test_robots_may_read_all_and_get_the_address_of_the_sitemap(tmp_path: Path) -> None:
    write_robots(tmp_path, "https://example.org/x/")

    lines = (tmp_path / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", "Sitemap: https://example.org/x/sitemap.xml"]


def test_the_feed_is_read_back_as_it_was_written_whatever_the_text(tmp_path: Path) -> None:
    feed = etree.fromstring(feed_of(tmp_path, site_with(tmp_path, **{"bronnen/nieuws.yml": NEWS})))

    assert feed.tag == f"{ATOM}feed"
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["Bronnen", "Een <begin> & meer"]
    assert [entry.findtext(f"{ATOM}summary") for entry in feed.iter(f"{ATOM}entry")][1] == "Deze site bestaat: ]]> <b>nu</b>."
    assert feed.find(f"{ATOM}entry/{ATOM}link").get("href") == f"{ROOT}naslag/literatuur/"


def test_the_feed_is_as_old_as_its_newest_entry(tmp_path: Path) -> None:
    feed = etree.fromstring(feed_of(tmp_path, site_with(tmp_path, **{"bronnen/nieuws.yml": NEWS})))

    updated = [datetime.fromisoformat(element.text) for element in feed.iter(f"{ATOM}updated")]
    assert updated[0] == max(updated[1:]) == datetime.fromisoformat("2026-11-24T00:00:00+00:00")


def test_a_feed_and_its_entries_keep_their_names_when_the_site_moves_or_a_title_changes(tmp_path: Path) -> None:
    changed = NEWS.replace("Bronnen,", "Alle bronnen,").replace("2026-11-24", "2026-11-23")
    before = feed_of(tmp_path, site_with(tmp_path / "a", **{"bronnen/nieuws.yml": NEWS}))
    after = feed_of(tmp_path, site_with(tmp_path / "b", **{"bronnen/nieuws.yml": changed}), "https://elders.example/")

    names = [re.findall(rb"<id>(.*?)</id>", feed) for feed in (before, after)]
    assert names[0] == names[1]
    assert len(set(names[0])) == 3


def test_there_is_no_feed_without_news(tmp_path: Path) -> None:
    write_feed(tmp_path, site_with(tmp_path), ROOT)

    assert not (tmp_path / "nieuw.xml").exists()


def test_llms_txt_opens_as_its_convention_asks_and_gives_help_with_the_day_it_was_checked(tmp_path: Path) -> None:
    helplines = '- {id: a, name: "112", group: nood, purpose: Levensgevaar, audience: iedereen, phone: "112", in_box: true'
    content = site_with(tmp_path, **{"bronnen/helplijnen.yml": f"{helplines}, checked: 2026-11-20}}\n"})
    write_llms(tmp_path, content, tmp_path / "mkdocs.yml", "https://example.org/")

    text = (tmp_path / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Start\n\n> Een korte beschrijving van deze pagina.\n\n")
    assert "112: bel 112 (nagekeken op 2026-11-20)" in text
    assert "volgens het project" in text


def test_llms_txt_names_the_pages_of_a_section_and_of_a_group_the_first(tmp_path: Path) -> None:
    content = site_with(tmp_path)
    menu = "nav:\n  - Eerst:\n      - index.md\n      - Groep:\n          - naslag/literatuur.md\n          - index.md\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_url: !ENV [X, y]\n{menu}", encoding="utf-8")
    write_llms(tmp_path, content, tmp_path / "mkdocs.yml", "https://example.org/")

    sections = (tmp_path / "llms.txt").read_text(encoding="utf-8").split("\n## ")[1:]
    assert sections[0] == "Eerst\n\n- [Start](https://example.org/): Een korte beschrijving van deze pagina.\n"
    assert "- [Literatuur](https://example.org/naslag/literatuur/): Alle bronnen waar deze site naar verwijst." in sections[1]
