"""The training: modules with their lessons in order, read from the pages of `docs/vorming/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scripts.content.front_matter import Lesson, Module
from scripts.content.page import Page

if TYPE_CHECKING:
    from scripts.content.site import Site

FOLDER = "vorming/"
# The folder of each module, whether it is written yet or not: questions name their module by it.
MODULES = {
    "waarom-discord": "Waarom Discord",
    "discord-in-de-vingers": "Discord in de vingers",
    "een-veilige-server": "Een veilige server bouwen",
    "contact-en-vertrouwen": "Contact en vertrouwen",
    "modereren-en-grenzen": "Modereren en grenzen",
    "veiligheid-en-crisis": "Veiligheid en crisis",
    "van-online-naar-offline": "Van online naar offline",
    "opstarten": "Opstarten in je organisatie",
}
# The module that is never given alone, nor in a short session, and of which no explanation is dropped.
CRISIS = "veiligheid-en-crisis"
# What the start test never advises to leave out.
NEVER_SKIPPED = ("modereren-en-grenzen", CRISIS)


@dataclass(frozen=True)
class TrainingModule:
    """One module: its folder below `vorming/`, first page, and lessons in the order they are taken."""

    folder: str
    page: Page
    lessons: tuple[Page, ...]

    @property
    def meta(self) -> Module:
        """What the first page says about itself."""
        meta: Module = self.page.meta
        return meta

    @property
    def minutes(self) -> int:
        """All lessons together."""
        return sum(lesson.meta.minutes for lesson in self.lessons)


@lru_cache(maxsize=4)
def modules(site: "Site") -> list[TrainingModule]:
    """The modules with a readable first page: those with a number first, in order, then the others by path.

    Read once for a site, because every lesson asks for its own.
    """
    found = [_module(site, page) for page in site.pages.values() if isinstance(page.meta, Module)]
    return sorted(found, key=lambda module: (module.meta.number or 99, module.folder))


def _module(site: "Site", page: Page) -> TrainingModule:
    folder = page.path.removeprefix(FOLDER).removesuffix("/index.md")
    return TrainingModule(folder, page, tuple(_lessons(site, page)))


def _lessons(site: "Site", page: Page) -> Iterator[Page]:
    for name in page.meta.lessons:
        lesson = site.pages.get(page.path.replace("index.md", f"{name}.md"))
        if lesson and isinstance(lesson.meta, Lesson):
            yield lesson


def module_of(site: "Site", path: str) -> TrainingModule | None:
    """The module a lesson belongs to."""
    return next((module for module in modules(site) if path in [lesson.path for lesson in module.lessons]), None)
