"""Every link and every file a page names is there."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from scripts.content.site import load_site
from scripts.export.registry import FOLDER, INDEX, exports
from tests.site.addresses import DOCS, PAGES, PAGES_AND_404, file_of
from tests.site.configuration import SITE_URL
from tests.site.reading import ids, tree

# What `pack` adds to a built site; its own tests make them.
PACKED = {f"/{FOLDER}/{INDEX}", *(f"/{FOLDER}/{export.file}" for export in exports(load_site(DOCS)))}
NAMING = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src", "form": "action"}


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_every_link_of_a_page_leads_to_something_that_is_there(site: Path, address: str) -> None:
    assert [url for url in targets(site, address) if url.startswith(SITE_URL) and not is_there(site, url)] == []


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_page_links_to_web_and_telephone_only(site: Path, address: str) -> None:
    assert {urlsplit(url).scheme for url in targets(site, address)} <= {"https", "http", "tel", "mailto", "sms"}
    assert [url for url in targets(site, address) if "127.0.0.1" in url or "localhost" in url] == []


def test_every_page_can_be_reached_from_the_home_page(site: Path) -> None:
    reached, ahead = set[str](), ["/"]
    while ahead:
        address = ahead.pop()
        if address not in reached:
            reached.add(address)
            ahead += [link for link in addresses(site, address) if link in PAGES]
    assert set(PAGES) - reached == set()


def targets(site: Path, address: str) -> Iterator[str]:
    """Every URL the page names, absolute, as if it stood at its published address."""
    for element in tree(site, address).iter(*NAMING):
        if named := element.get(NAMING[element.tag]):
            yield urljoin(SITE_URL + address.lstrip("/"), named)


def addresses(site: Path, address: str) -> list[str]:
    return ["/" + urldefrag(url).url.removeprefix(SITE_URL) for url in targets(site, address) if url.startswith(SITE_URL)]


def is_there(site: Path, url: str) -> bool:
    path, fragment = (unquote(part) for part in urldefrag(url))
    address = "/" + urlsplit(path).path.removeprefix(urlsplit(SITE_URL).path)
    if address in PACKED:
        return True
    if not file_of(site, address).is_file():
        return False
    return not fragment or fragment in ids(site, address)
