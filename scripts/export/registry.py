"""Which files there are to take along. A new one is an entry here and a module with `make(source) -> bytes`.

The macros read this while the site is built, so nothing heavy is imported here: a module is named, and loaded for its file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scripts.content.modules import TrainingModule, modules
from scripts.content.site import Site
from scripts.export.scorm.contents import parts

# What lessons and conversations are made with, in the folders of the same name.
_COMPONENTS = ("druk", "gesprek", "invulblad", "kopieer", "les", "quiz")
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
    controls  whether its articles keep the buttons and status lines of our components, for a file that brings their scripts
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
    controls: bool = False


@lru_cache(maxsize=4)
def exports(site: Site) -> tuple[Export, ...]:
    """Every file, in the order of the downloads page; found once, because every link to a file asks."""
    return tuple(export for kind in _KINDS for export in kind(site))


def _gift(site: Site) -> list[Export]:
    lessons = [lesson.path for module in modules(site) for lesson in module.lessons]
    pages = (*lessons, "vorming/eindtoets.md")
    title = "Alle vragen van de vorming, met uitleg per antwoord"
    return [Export("vragen", "vragen.gift.txt", title, "Moodle GIFT", "leerplatform", "scripts.export.gift", pages)]


def _offline(site: Site) -> list[Export]:
    title = "De hele site om zonder internet te openen, ook om te presenteren"
    module, assets = "scripts.export.offline", ("assets/**/*",)
    return [
        Export("offline", "hikikomori-in-beeld.zip", title, "zip", "lezer", module, tuple(site.pages), assets, helplines=True)
    ]


def _scorm(site: Site) -> list[Export]:
    every = parts(site)
    whole = "De hele vorming voor een leerplatform"
    packages = [(f"module-{part.module.meta.number}-{part.module.folder}", part.module.meta.title, [part]) for part in every]
    return [
        Export(
            f"scorm-{name}",
            f"scorm/{name}.zip",
            title,
            "SCORM 1.2",
            "leerplatform",
            "scripts.export.scorm.package",
            tuple(page.path for part in inside for page in part.pages),
            assets=("assets/*.css", *(f"assets/components/{name}/{name}.*" for name in _COMPONENTS)),
            helplines=True,
            controls=True,
        )
        for name, title, inside in [*packages, ("vorming", whole, every)]
        if inside
    ]


def _slides(site: Site) -> list[Export]:
    return [_deck(module) for module in modules(site) if module.meta.number]


def _deck(module: TrainingModule) -> Export:
    pages = (module.page.path, *(lesson.path for lesson in module.lessons))
    name = f"module-{module.meta.number}-{module.folder}"
    title = f"{module.meta.title}, dia's met notities voor de trainer"
    made_by = "scripts.export.slides.deck"
    return Export(f"pptx-{module.folder}", f"pptx/{name}.pptx", title, "PowerPoint", "trainer", made_by, pages, helplines=True)


def _pdf(site: Site) -> list[Export]:
    from scripts.export.pdf.files import pdf_files

    return pdf_files(site)


_KINDS: tuple[Callable[[Site], list[Export]], ...] = (_pdf, _slides, _gift, _scorm, _offline)
