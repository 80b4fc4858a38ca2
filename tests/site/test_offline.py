"""The offline copy, unpacked from its zip in a folder with an awkward name and opened from there: nothing serves it."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import pytest
from lxml import html
from playwright.sync_api import expect

from scripts.export.offline import TOP_FOLDER, make_offline_copy
from scripts.markdown.place import Place
from tests.site.addresses import PAGES, SOURCES
from tests.site.browsing import Visit, search
from tests.site.building import once
from tests.site.configuration import SITE_URL
from tests.site.journeys import Walk, present_ninety_minutes, print_a_worksheet
from tests.site.test_links import NAMING

pytestmark = [pytest.mark.xdist_group("offline"), pytest.mark.first]

# Signs that mean something in a URL, in HTML or on a command line.
AWKWARD = "Vorming Élise & co (1) 100% #2 't Huis"
LESSON = "/vorming/discord-in-de-vingers/plekken-en-woorden/"
TALK = "/vorming/gesprekken/eerste-bericht/"
PROGRESS = "/vorming/voortgang/"
FITS_WINDOWS = re.compile(r"[\w./-]{1,150}")
# Another computer, online: a lesson done there.
ELSEWHERE = {"version": 1, "lessons": {"/vorming/waarom-discord/leefwereld/": "2026-11-02"}, "tests": {}, "resume": None}


@pytest.fixture(scope="session")
def packed(shared: Path, project: Path) -> Path:
    once(shared, "offline", lambda: make_offline_copy(project, shared / "kopie.zip"))
    return shared / "kopie.zip"


@pytest.fixture(scope="session")
def copy(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a trainer has on a stick after unpacking."""
    folder = tmp_path_factory.mktemp("stick") / AWKWARD
    with ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder / TOP_FOLDER


def file_at(copy: Path, address: str) -> Path:
    """The file of the page that the web shows at `address`."""
    return copy / "site" / Place(directory_urls=False).location(SOURCES[address])


@cache
def read(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


@cache
def places(path: Path) -> set[str]:
    return set(read(path).xpath("//@id"))


def html_files(copy: Path) -> list[Path]:
    return sorted(copy.rglob("*.html"))


def named(path: Path) -> Iterator[str]:
    """Every URL the page names, also in the data of a component."""
    page = read(path)
    for element in page.iter(*NAMING):
        yield element.get(NAMING[element.tag]) or ""
    for modules in page.xpath("//@data-modules"):
        yield from (module["url"] for module in json.loads(modules))


def test_the_copy_has_every_page_of_the_site_and_no_other(copy: Path) -> None:
    assert set(html_files(copy)) == {file_at(copy, address) for address in PAGES} | {copy / "start.html"}


def test_every_link_leads_to_a_file_and_a_place_in_it_that_are_there(copy: Path) -> None:
    assert [(path.name, url) for path in html_files(copy) for url in named(path) if url and not is_there(copy, path, url)] == []


def test_a_page_loads_nothing_from_the_web(copy: Path) -> None:
    loaded = [
        url
        for path in html_files(copy)
        for url in read(path).xpath(
            "//script/@src | //img/@src | //source/@src | //iframe/@src | //link[@rel != 'canonical']/@href"
        )
    ]
    assert len(loaded) > len(PAGES)
    assert [url for url in loaded if urlsplit(url).scheme not in ("", "data") or url.startswith("/")] == []


def test_a_page_says_where_the_web_has_it_and_what_it_is_a_copy_of(copy: Path) -> None:
    for address in PAGES:
        page = read(file_at(copy, address))
        assert page.xpath("//link[@rel='canonical']/@href") == [SITE_URL + address.lstrip("/")]
        assert "Offline kopie van" in page.find_class("md-copyright")[0].text_content()
        assert page.xpath("//meta[@http-equiv]") == []


def test_progress_has_the_names_it_has_online(copy: Path) -> None:
    remembered = {path for file in html_files(copy) for path in read(file).xpath("//@data-path")}
    assert len(remembered) >= 30
    assert remembered <= set(PAGES)


def test_every_name_can_be_written_on_windows(packed: Path) -> None:
    with ZipFile(packed) as archive:
        names = archive.namelist()
    assert [name for name in names if not FITS_WINDOWS.fullmatch(name) or name.endswith(".")] == []
    assert len({name.lower() for name in names}) == len(names)


def test_the_copy_opens_and_searches_from_a_disk(first_visit: Callable[..., Visit], copy: Path) -> None:
    visit = first_visit()
    visit.page.goto((copy / "start.html").as_uri())
    visit.page.get_by_role("link", name="Open de site").click()
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("Hikikomori in beeld")
    assert not [url for url in visit.requests if "engine" in url]
    assert search(visit.page, "1813")[0].split("?")[0] == file_at(copy, "/naslag/hulp/").as_uri()
    visit.page.locator(".md-search-result__link").first.click()
    expect(visit.page.locator("article mark").first).to_have_text("1813")
    # Words that stand everywhere are left out, as on the web.
    assert "?h=hikikomori" in search(visit.page, "wat is hikikomori")[0]
    assert visit.complaints == []
    assert outside(visit, copy) == []


def test_a_reader_learns_practises_and_keeps_progress_from_a_disk(first_visit: Callable[..., Visit], copy: Path) -> None:
    visit = first_visit()
    page = visit.page
    page.goto(file_at(copy, LESSON).as_uri())
    quiz = page.locator("site-quiz").first
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Kijk na").click()
    expect(quiz.get_by_role("status")).to_contain_text("Dat klopt")
    page.get_by_role("button", name="Markeer als gedaan").click()
    page.goto(file_at(copy, TALK).as_uri())
    first = page.locator(".scene:visible .scene__title").inner_text()
    page.locator(".scene:visible li a").first.click()
    expect(page.locator(".scene:visible .scene__title")).not_to_have_text(first)
    page.goto(file_at(copy, PROGRESS).as_uri())
    expect(page.locator(".voortgang__total")).to_contain_text("1 van de")
    page.locator("site-voortgang textarea").fill(json.dumps(ELSEWHERE))
    page.get_by_role("button", name="Neem deze code over").click()
    expect(page.locator(".voortgang__total")).to_contain_text("2 van de")
    page.locator(".is-done a").last.click()
    expect(page.get_by_role("button", name="Toch niet gedaan")).to_be_visible()
    assert page.url == file_at(copy, LESSON).as_uri()
    assert visit.complaints == []
    assert outside(visit, copy) == []


def is_there(copy: Path, path: Path, url: str) -> bool:
    """Links to the web are not looked up; one that says the copy lacks a page would be a link to our own site."""
    parts = urlsplit(urljoin(path.as_uri(), url))
    if parts.scheme != "file":
        return parts.scheme in ("https", "http", "tel", "mailto", "sms", "data")
    target = Path(unquote(parts.path))
    if not target.is_relative_to(copy) or not target.is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in places(target)


def outside(visit: Visit, copy: Path) -> list[str]:
    """What the browser asked for that is not a file of the copy."""
    return [url for url in visit.requests if not url.startswith((copy.as_uri(), "data:"))]


def test_a_room_without_internet_has_its_session_its_speaker_and_its_sheets(visit: Visit, copy: Path) -> None:
    page = visit.page
    page.goto(file_at(copy, "/").as_uri())
    walk = Walk(page)
    present_ninety_minutes(walk)
    assert walk.clicks < 5
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    expect(popup.value.locator(".spreker__where")).to_contain_text("Scherm 1 van")
    popup.value.keyboard.press("ArrowRight")
    expect(page.locator(".presenteren__stand")).to_contain_text("2 / ")
    popup.value.close()
    page.goto(file_at(copy, "/").as_uri())
    walk = Walk(page)
    print_a_worksheet(walk)
    assert walk.clicks < 4
    assert visit.complaints == []
    assert all(request.startswith(("file:", "blob:", "data:")) for request in visit.requests)
