"""The entries of the registry that are PDF: which pages each is made of."""

from scripts.content.modules import TrainingModule, modules
from scripts.content.site import Site
from scripts.export.registry import Audience, Export

_KIND = "PDF"
_BIBLIOGRAPHY = "naslag/literatuur.md"
# In the order of the menu. A flyer is a file of its own, and what lists other pages has no use on paper.
_KNOWLEDGE = {
    "doelgroep": (
        *("index", "wat-is-hikikomori", "wie-zijn-het", "begin-en-verloop", "wat-vaak-samengaat", "hoe-vaak", "hikikomori-of-neet"),
        *("signalen-herkennen", "signaalkaart"),
    ),
    "lokaliseren": (
        *("index", "uitgangspunten", "opvoedingsfiguren-en-doorverwijzers", "online", "discord", "webinar", "offline"),
        *("eerste-contact", "doorverwijskaart", "mail-aan-partners", "brief-onder-de-deur", "zinnenbank"),
    ),
    "ontsluiten": (
        *("index", "aanwezig-blijven", "van-online-naar-offline", "activiteiten", "reverse-matching", "werkblad-reverse-matching"),
        *("alternatieve-werkvormen", "ouders-als-bondgenoot", "als-je-ouder-bent", "veilige-speelruimte", "wat-werkt"),
    ),
    "naslag": ("index", "het-project", "hulp", "begrippen", "vragen", "recht", "plan-voor-een-jongere", "literatuur"),
}


def pdf_files(site: Site) -> list[Export]:
    """In the order of the downloads page."""
    return [*_handbooks(site)]


def _handbooks(site: Site) -> list[Export]:
    training = [path for module in _numbered(site) for path in _pages(module)]
    talks = [module.page.path for module in modules(site) if module.meta.number is None]
    knowledge = [f"{folder}/{name}.md" for folder, names in _KNOWLEDGE.items() for name in names]
    return [
        _export("handboek-vorming", "De Discord-vorming", (*training, *talks, _BIBLIOGRAPHY), "pdf_handbook"),
        _export("handboek-kennis", "Hikikomori in beeld", tuple(knowledge), "pdf_handbook"),
    ]


def _numbered(site: Site) -> list[TrainingModule]:
    return [module for module in modules(site) if module.meta.number is not None]


def _pages(module: TrainingModule) -> list[str]:
    return [module.page.path, *(lesson.path for lesson in module.lessons)]


def _export(name: str, title: str, pages: tuple[str, ...], module: str, audience: Audience = "lezer", helplines: bool = True) -> Export:
    return Export(name, f"pdf/{name}.pdf", title, _KIND, audience, f"scripts.export.{module}", pages, helplines=helplines)
