"""Which pages there are, known before the site is built: every test takes one page."""

from pathlib import Path
from typing import Any

from scripts.check.navigation import address_of
from scripts.environment.folders import ROOT
from tests.site.configuration import configuration

DOCS = ROOT / "docs"
URLS = DOCS / "bronnen" / "urls.txt"


def _sources() -> dict[str, str]:
    """Path in `docs/` by address; hidden files (checkpoints of notebooks) are no pages."""
    found = (path.relative_to(DOCS) for path in sorted(DOCS.rglob("*")) if path.suffix in (".md", ".ipynb"))
    return {address_of(path.as_posix()): path.as_posix() for path in found if not any(part[0] == "." for part in path.parts)}


def _first(item: Any) -> str:
    """The first page below an entry of the menu."""
    return item if isinstance(item, str) else _first(next(iter(item.values() if isinstance(item, dict) else item)))


SOURCES = _sources()
PAGES = list(SOURCES)
NOTEBOOKS = [address for address, path in SOURCES.items() if path.endswith(".ipynb")]
SECTIONS = [address_of(_first(item)) for item in configuration(ROOT)["nav"]]
NOT_FOUND = "/404.html"
PAGES_AND_404 = [*PAGES, NOT_FOUND]


def file_of(site: Path, address: str) -> Path:
    """The file of a built site that answers `address` (`/cijfers/`, `/404.html`)."""
    return site / address.lstrip("/") / "index.html" if address.endswith("/") else site / address.lstrip("/")


def built_addresses(site: Path) -> set[str]:
    """The address of every HTML file in `site`."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {"/" + path.removesuffix("index.html") for path in paths}
