"""The site as a visitor gets it: built once per run, served on loopback, seen in the Chromium of this machine.

The tests run in several processes; the first that needs a build makes it, the others wait for it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.browsing import DESKTOP, FirstView, Reader, Visit, open_tab
from tests.site.building import once, run_verb
from tests.site.serving import SiteServer, serve


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is asked of one page is asked in one process: there it is read once, and looked at for the first time once."""
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        if "address" in parameters:
            item.add_marker(pytest.mark.xdist_group(parameters["address"]))


@pytest.fixture(scope="session")
def zensical_site(shared: Path, project: Path) -> Path:
    """The same pages by the other engine, which builds only inside its own project folder."""
    once(shared, "zensical", lambda: run_verb(project, "build-zensical"))
    return project / "site-zensical"


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    with serve(site) as running:
        yield running


@pytest.fixture(scope="session")
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce") as context:
        yield context


@pytest.fixture
def visit(desktop: BrowserContext) -> Iterator[Visit]:
    """A new tab at desktop width, in a browser that was here before."""
    opened = open_tab(desktop)
    yield opened
    opened.page.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, server: SiteServer) -> Iterator[Reader]:
    reader = Reader(browser, server)
    yield reader
    reader.context.close()


@pytest.fixture(scope="session")
def first_view(reader: Reader) -> Callable[[str], FirstView]:
    """What a page does on a phone that was never here."""
    return reader.first_view


@pytest.fixture(scope="session")
def shown(reader: Reader) -> Callable[[str], Page]:
    """The page, open since its first view."""
    return reader.tab
