"""Which pages there are, known before the site is built: every test takes one page."""

import os
from pathlib import Path
from typing import Any

from scripts.check.navigation import address_of
from scripts.content.blocks import read_blocks
from scripts.content.macros import read_macros
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.environment.testing import EVERYTHING
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


def _features() -> dict[str, set[str]]:
    """What each page is made of: its type, its blocks and its macros."""
    pages = load_site(DOCS).pages.values()
    made = {
        address_of(page.path): {str(getattr(page.meta, "type", ""))}
        | {block.name for block in read_blocks(page)}
        | {call.text for call in read_macros(page)[0]}
        for page in pages
    }
    return made | {address: {"notebook"} for address in NOTEBOOKS}


def _exemplars() -> list[str]:
    """A few pages that together have everything a page can have; the richest first."""
    features = _features()
    missing, chosen = set[str]().union(*features.values()), []
    while missing:
        chosen.append(max(features, key=lambda address: (len(features[address] & missing), address)))
        missing -= features[chosen[-1]]
    return chosen


SOURCES = _sources()
PAGES = list(SOURCES)
NOTEBOOKS = [address for address, path in SOURCES.items() if path.endswith(".ipynb")]
SECTIONS = [address_of(_first(item)) for item in configuration(ROOT)["nav"]]
NOT_FOUND = "/404.html"
PAGES_AND_404 = [*PAGES, NOT_FOUND]
# For what the theme and our own parts decide, and no author: a few pages say as much as all; `make test-all` takes all.
EXEMPLARS = PAGES_AND_404 if os.environ.get(EVERYTHING) else ["/", *_exemplars(), NOT_FOUND]


def file_of(site: Path, address: str) -> Path:
    """The file of a built site that answers `address` (`/cijfers/`, `/404.html`)."""
    return site / address.lstrip("/") / "index.html" if address.endswith("/") else site / address.lstrip("/")


def built_addresses(site: Path) -> set[str]:
    """The address of every HTML file in `site`."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {"/" + path.removesuffix("index.html") for path in paths}
