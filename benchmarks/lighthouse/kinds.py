"""Which pages speak for all: of every kind of page the heaviest."""

from pathlib import Path, PurePosixPath

from scripts.check.navigation import address_of
from scripts.content.blocks import read_blocks
from scripts.content.macros import read_macros
from scripts.content.page import Page
from scripts.content.site import load_site
from scripts.environment.folders import ROOT

# What makes a page a kind of its own, the most telling first: its path, a macro or a block on it, its type or its folder.
# Any other page is of the kind its front matter names.
KINDS = {
    "index.md": "home",
    "naslag/begrippen.md": "glossary",
    "naslag/vragen.md": "questions",
    "beleid/werkkoffer/monitoring.md": "monitoring",
    "gesprek": "conversation",
    "toets": "test",
    "draaiboek": "run-sheet",
    "downloads": "downloads",
    "literatuur": "bibliography",
    "hulplijnen": "help",
    "beleidsfiche": "policy sheet",
    "werkbladen": "worksheets",
    "lesplan": "lesson plan",
    "aanbevelingen": "list of recommendations",
    "schatting": "estimate",
    "voortgang": "progress",
    "lesson": "lesson",
    "invulblad": "worksheet",
    "trainers": "for trainers",
    "voor": "for one reader",
    "section": "section",
}
NOTEBOOK = "notebook"


def heaviest_pages(site: Path) -> dict[str, str]:
    """By kind the address of its heaviest page in `site`, a published site."""
    kinds = {page.path: _kind(page) for page in load_site(ROOT / "docs").pages.values()}
    kinds |= {path.relative_to(ROOT / "docs").as_posix(): NOTEBOOK for path in sorted((ROOT / "docs").glob("*/*.ipynb"))}
    found: dict[str, str] = {}
    for address, kind in sorted((address_of(path), kind) for path, kind in kinds.items()):
        if _weight(site, address) > _weight(site, found.get(kind)):
            found[kind] = address
    return found


def file_of(site: Path, address: str) -> Path:
    """The file that answers an address such as `/cijfers/`."""
    return site / address.lstrip("/") / "index.html"


def _kind(page: Page) -> str:
    made_of = {page.path, PurePosixPath(page.path).parts[0], page.meta.type}
    made_of |= {block.name for block in read_blocks(page)} | {call.text for call in read_macros(page)[0]}
    if page.path.count("/") == 1 and page.path.endswith("/index.md"):
        made_of.add("section")
    return next((kind for mark, kind in KINDS.items() if mark in made_of), page.meta.type)


def _weight(site: Path, address: str | None) -> int:
    """Zero for a page that `site` has not, as when it was built without notebooks."""
    path = file_of(site, address) if address else site / "none"
    return path.stat().st_size if path.is_file() else 0
