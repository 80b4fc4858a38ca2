"""What stands in a package: a module with its lessons, and after them the practice conversations that belong to it."""

from dataclasses import dataclass

from scripts.content.modules import TrainingModule, module_of, modules
from scripts.content.page import Page
from scripts.content.site import Site


@dataclass(frozen=True)
class Part:
    """A module and its pages, in the order they are taken."""

    module: TrainingModule
    pages: tuple[Page, ...]


def parts(content: Site) -> list[Part]:
    """The modules in order. A conversation belongs to the module of the first lesson it asks to read before."""
    every = modules(content)
    conversations = [page for module in every if module.meta.number is None for page in module.lessons]
    return [
        Part(module, (*module.lessons, *(page for page in conversations if _home(content, page) == module.folder)))
        for module in every
        if module.meta.number is not None
    ]


def _home(content: Site, conversation: Page) -> str:
    first = next(iter(conversation.meta.prerequisites), "")
    module = module_of(content, first)
    return module.folder if module else ""
