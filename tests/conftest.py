"""What tests in more than one folder find: the clock of a build as `make build` sets it, so that plain `pytest` sees what
`make test` sees; the site as a visitor gets it, built once per run; and the Chromium of this machine.

The tests run in several processes; the first that needs a build makes it, the others wait for it.
"""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from scripts.build.surroundings import commit_time
from scripts.environment.chromium import find
from scripts.environment.folders import ROOT
from tests.site.browsing import ARGUMENTS, DESKTOP, Visit, open_tab
from tests.site.building import build, copy_project, once

# The pages that were read stay in memory: to look through them for what can go takes Python as long as to read them.
gc.set_threshold(200_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What one process makes for long comes first: the others then have all the rest to do."""
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


@pytest.fixture(autouse=True, scope="session")
def clock_of_the_build() -> Iterator[None]:
    """A test that needs another date sets it with monkeypatch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(commit_time(ROOT)))
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run see."""
    folder = tmp_path_factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


@pytest.fixture(scope="session")
def project(shared: Path) -> Path:
    """A copy of the project; nobody changes it."""
    folder = shared / "project"
    once(shared, "copy", lambda: copy_project(folder))
    return folder


@pytest.fixture(scope="session")
def site(shared: Path, project: Path) -> Path:
    """The published site."""
    once(shared, "build", lambda: build(project))
    return project / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.fail("geen browser: start de tests met 'make test', of installeer Chromium")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as running:
        yield running


@pytest.fixture
def first_visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a tab in a browser that was never here, with options of a Playwright context."""
    contexts: list[BrowserContext] = []

    def start(**options: object) -> Visit:
        contexts.append(browser.new_context(**{"viewport": DESKTOP, "reduced_motion": "reduce", **options}))  # type: ignore[arg-type]
        return open_tab(contexts[-1])

    yield start
    for context in contexts:
        context.close()
