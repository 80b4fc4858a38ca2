"""An address that was ever published keeps working."""

from http.client import HTTPConnection
from pathlib import Path

import pytest

from scripts.content.urls import read_urls
from tests.history import earlier_versions
from tests.site.addresses import NOT_FOUND, PAGES, URLS, built_addresses
from tests.site.browsing import Visit
from tests.site.serving import SiteServer

LISTED = [url.address for url in read_urls(URLS, "urls.txt")]


def test_the_site_has_the_pages_of_docs_and_no_others(site: Path) -> None:
    moved = {url.address for url in read_urls(URLS, "urls.txt") if url.moved_to}
    assert built_addresses(site) == {*PAGES, NOT_FOUND} | moved


def test_every_page_of_the_site_is_listed(site: Path) -> None:
    assert built_addresses(site) - {NOT_FOUND} - set(LISTED) == set()


@pytest.mark.parametrize("address", LISTED)
def test_a_listed_address_answers(server: SiteServer, address: str) -> None:
    assert status(server, address) == 200


def test_an_address_that_never_was_gets_the_page_that_says_so(server: SiteServer, visit: Visit) -> None:
    assert status(server, "/nooit/bestaan/") == 404
    visit.page.goto(server.url("/nooit/bestaan/"))
    assert visit.page.get_by_role("heading", level=1).inner_text() == "Deze pagina vonden we niet"
    visit.page.get_by_role("link", name="Ga naar de startpagina").click()
    assert visit.page.url == server.url("/")


def test_the_list_of_addresses_only_grows(tmp_path: Path) -> None:
    versions = list(earlier_versions(URLS, tmp_path))
    assert versions
    gone = {url.address for version in versions for url in read_urls(version, version.name)} - set(LISTED)
    assert gone == set(), "zet deze adressen terug in docs/bronnen/urls.txt, met '-> /nieuw-adres/' als de pagina verhuisde"


def status(server: SiteServer, address: str) -> int:
    connection = HTTPConnection(*server.server_address[:2], timeout=10)  # type: ignore[arg-type]
    connection.request("GET", server.path + address.lstrip("/"))
    code = connection.getresponse().status
    connection.close()
    return code
