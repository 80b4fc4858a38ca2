"""Nothing leaves the site, nothing from elsewhere runs in it, and the browser has nothing to complain about."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Route

from tests.site.addresses import PAGES_AND_404
from tests.site.browsing import FirstView, Visit
from tests.site.reading import attribute, soup
from tests.site.serving import SiteServer

POLICY = 'meta[http-equiv="Content-Security-Policy"]'
# Data the page carries along; a browser does not run it.
DATA = ("application/json", "application/ld+json")


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_page_asks_only_its_own_host(first_view: Callable[[str], FirstView], server: SiteServer, address: str) -> None:
    asked = first_view(address).requests
    assert server.url(address) in asked
    assert [url for url in asked if not url.startswith((server.origin + "/", "data:"))] == []


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_the_browser_has_no_complaint_about_a_page(first_view: Callable[[str], FirstView], address: str) -> None:
    assert first_view(address).violations == []
    assert first_view(address).complaints == []


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_a_page_has_one_policy_before_anything_it_governs(site: Path, address: str) -> None:
    page = soup(site, address)
    head = page.select("head > *")
    assert len(page.select(POLICY)) == 1
    place = head.index(page.select(POLICY)[0])
    assert {element.name for element in head[:place]} <= {"meta"}


@pytest.mark.parametrize("address", PAGES_AND_404)
def test_the_policy_allows_no_inline_script_but_the_counted_ones(site: Path, address: str) -> None:
    policy = directives(soup(site, address))
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"][0] == "'self'"
    assert all(re.fullmatch(r"'sha256-[\w+/]{43}='", source) for source in policy["script-src"][1:])
    assert {source for name, sources in policy.items() for source in sources if name != "script-src"} <= {
        "'none'",
        "'self'",
        "data:",
        "'unsafe-inline'",  # of styles only, as the next line says
    }
    assert [name for name, sources in policy.items() if "'unsafe-inline'" in sources] == ["style-src"]


def test_every_counted_script_stands_on_some_page_and_no_other_does(site: Path) -> None:
    pages = [soup(site, address) for address in PAGES_AND_404]
    allowed = {source for page in pages for source in directives(page)["script-src"][1:]}
    # A selector would pass by what stands in a template.
    scripts = {script for page in pages for script in page.find_all("script") if runs_inline(script)}
    assert allowed == {hash_of(script.string or "") for script in scripts}


@pytest.mark.parametrize(
    "smuggled",
    ["<script>window.smuggled = true</script>", '<img src="x.png" onerror="window.smuggled = true">'],
    ids=["script", "handler"],
)
def test_a_smuggled_script_is_blocked_by_the_browser(visit: Visit, server: SiteServer, site: Path, smuggled: str) -> None:
    html = (site / "doelgroep" / "index.html").read_text(encoding="utf-8").replace("</article>", f"{smuggled}</article>")

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    visit.page.route(server.url("/doelgroep/"), answer)
    visit.page.goto(server.url("/doelgroep/"), wait_until="networkidle")
    assert visit.page.evaluate("window.smuggled") is None
    assert [one for one in visit.policy_violations() if one.startswith("script-src")]


def directives(page: BeautifulSoup) -> dict[str, list[str]]:
    """The sources in the policy by directive."""
    parts = [part.split() for part in attribute(page.select(POLICY)[0], "content").split(";")]
    return {name: sources for name, *sources in parts}


def runs_inline(script: object) -> bool:
    return not script.get("src") and script.get("type") not in DATA  # type: ignore[attr-defined]


def hash_of(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
