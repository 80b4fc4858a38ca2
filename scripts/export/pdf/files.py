"""The entries of the registry that are PDF: which pages each is made of."""

from collections.abc import Iterable

from scripts.content.blocks import read_blocks
from scripts.content.modules import TrainingModule, modules
from scripts.content.site import Site
from scripts.export.registry import Audience, Export

_BIBLIOGRAPHY = "naslag/literatuur.md"
# In the order of the menu. A flyer is a file of its own, and what lists other pages has no use on paper.
_KNOWLEDGE = {
    "doelgroep": (
        *(
            "index",
            "wat-is-hikikomori",
            "wie-zijn-het",
            "begin-en-verloop",
            "wat-vaak-samengaat",
            "hoe-vaak",
            "hikikomori-of-neet",
        ),
        *("signalen-herkennen", "signaalkaart"),
    ),
    "lokaliseren": (
        *("index", "uitgangspunten", "opvoedingsfiguren-en-doorverwijzers", "online", "discord", "webinar", "offline"),
        *("eerste-contact", "doorverwijskaart", "mail-aan-partners", "brief-onder-de-deur", "zinnenbank"),
    ),
    "ontsluiten": (
        *(
            "index",
            "aanwezig-blijven",
            "van-online-naar-offline",
            "activiteiten",
            "reverse-matching",
            "werkblad-reverse-matching",
        ),
        *("alternatieve-werkvormen", "ouders-als-bondgenoot", "als-je-ouder-bent", "veilige-speelruimte", "wat-werkt"),
    ),
    "naslag": ("index", "het-project", "hulp", "begrippen", "vragen", "recht", "plan-voor-een-jongere", "literatuur"),
}


# About giving the training: what comes before it, and what after.
_BEFORE = ("index", "veiligheid", "checklist", "gemengde-groep", "werkvormen", "papieren-discord", "lastige-vragen")
_AFTER = ("uitnodigen-en-opvolgen", "brief-leidinggevende", "terugkomuur", "evaluatie")
# Not for a room: docs/trainers/veiligheid.md says why.
_NEVER_PLAYED = "vorming/gesprekken/bericht-van-0312.md"


def pdf_files(site: Site) -> list[Export]:
    """In the order of the downloads page."""
    return [*_handbooks(site), *_worksheets(site), *_cards(site), *_sheets(site), _guide(site)]


def _handbooks(site: Site) -> list[Export]:
    talks = [talks.page.path for talks in _talks(site)]
    knowledge = [f"{folder}/{name}.md" for folder, names in _KNOWLEDGE.items() for name in names]
    return [
        _export("handboek-vorming", "De Discord-vorming", [*_training(site), *talks, _BIBLIOGRAPHY], "handbook"),
        _export("handboek-kennis", "Jongeren die zich terugtrekken", knowledge, "handbook"),
    ]


def _worksheets(site: Site) -> list[Export]:
    own = ["naslag/plan-voor-een-jongere.md", "ontsluiten/werkblad-reverse-matching.md"]
    return [
        _export("werkbladen", "Werkbladen", [*_training(site), *own], "worksheets", helplines=False),
        _export("werkbladen-met-oplossing", "Werkbladen met oplossing", _training(site), "worksheets", helplines=False),
    ]


def _cards(site: Site) -> list[Export]:
    talks = [talk.path for talks in _talks(site) for talk in talks.lessons if talk.path != _NEVER_PLAYED]
    return [
        _export("casuskaarten", "Casuskaarten", _with(site, "casus"), "cards"),
        _export("teamkaarten", "Kaarten voor het teamoverleg", _with(site, "teamkaart"), "cards"),
        _export("rollenspelkaarten", "Rollenspelkaarten", talks, "roleplay", "trainer"),
        _export(
            "kaartjes-papieren-discord",
            "Kaartjes voor de papieren Discord",
            ["trainers/papieren-discord.md"],
            "small_cards",
            "trainer",
        ),
    ]


def _sheets(site: Site) -> list[Export]:
    levels = [page for path, page in site.pages.items() if path.startswith("beleid/fiches/") and page.meta]
    policy = [
        _export(f"beleidsfiche-{page.path.rpartition('/')[2].removesuffix('.md')}", page.meta.title, [page.path], "sheet")
        for page in levels
    ]
    return [_export("signaalkaart", "Signaalkaart", ["doelgroep/signaalkaart.md"], "sheet"), *policy]


def _guide(site: Site) -> Export:
    pages = [f"trainers/{name}.md" for name in _BEFORE], [f"trainers/{name}.md" for name in _AFTER]
    return _export("trainersgids", "Trainersgids", [*pages[0], *_training(site), *pages[1]], "trainer", "trainer")


def _training(site: Site) -> list[str]:
    """Every module with its lessons, without the practice conversations."""
    numbered = [module for module in modules(site) if module.meta.number is not None]
    return [path for module in numbered for path in (module.page.path, *(lesson.path for lesson in module.lessons))]


def _talks(site: Site) -> list[TrainingModule]:
    """The practice conversations."""
    return [module for module in modules(site) if module.meta.number is None]


def _with(site: Site, block: str) -> list[str]:
    """The pages with such a block: those of the training in its order, after the others."""
    training = _training(site)
    found = [path for path, page in site.pages.items() if any(one.name == block for one in read_blocks(page).outer)]
    return [path for path in found if path not in training] + [path for path in training if path in found]


def _export(
    name: str, title: str, pages: Iterable[str], module: str, audience: Audience = "lezer", helplines: bool = True
) -> Export:
    file = f"pdf/{name}.pdf"
    return Export(name, file, title, "PDF", audience, f"scripts.export.pdf.{module}", tuple(pages), helplines=helplines)
