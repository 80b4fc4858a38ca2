"""Which files there are to take along. A new one is an entry here and a module with `make(source) -> bytes`.

The macros read this while the site is built, so nothing heavy is imported here: a module is named, and loaded for its file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from scripts.content.modules import modules
from scripts.content.site import Site

# Where the files stand in the published site.
FOLDER = "downloads"
INDEX = "index.json"
Audience = Literal["lezer", "trainer", "leerplatform"]
AUDIENCES: dict[Audience, str] = {
    "lezer": "Om te lezen en in te vullen",
    "trainer": "Voor wie vorming geeft",
    "leerplatform": "Voor wie een leerplatform beheert",
}


@dataclass(frozen=True)
class Export:
    """One file.

    name      as authors write it in `[[ download("name") ]]`
    file      its path below downloads/, for good: people link to it
    title     Dutch; `kind` is its format in words
    audience  only a file for trainers gets to see their notes
    module    has `make(source: Source) -> bytes`
    pages     the Markdown below docs/ of the pages it is made of, in its own order
    assets    patterns of other files of the built site it is made of (`assets/*.css`); a file that changes makes it anew
    helplines whether it carries the numbers of help services: then the day they were checked stands beside it
    """

    name: str
    file: str
    title: str
    kind: str
    audience: Audience
    module: str
    pages: tuple[str, ...]
    assets: tuple[str, ...] = ()
    helplines: bool = False


def exports(site: Site) -> list[Export]:
    """Every file, in the order of the downloads page."""
    return [export for kind in _KINDS for export in kind(site)]


def _gift(site: Site) -> list[Export]:
    lessons = [lesson.path for module in modules(site) for lesson in module.lessons]
    pages = (*lessons, "vorming/eindtoets.md")
    title = "Alle vragen van de vorming, met uitleg per antwoord"
    return [Export("vragen", "vragen.gift.txt", title, "Moodle GIFT", "leerplatform", "scripts.export.gift", pages)]


def _pdf(site: Site) -> list[Export]:
    from scripts.export.pdf.files import pdf_files

    return pdf_files(site)


_KINDS: tuple[Callable[[Site], list[Export]], ...] = (_gift, _pdf)
