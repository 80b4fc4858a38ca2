"""The macros authors call (`[[ cijfer(...) ]]`): one small module each; each puts data from the Site in a page.

A macro is a function (site, place, arguments...) → HTML on one line, so that it can stand anywhere in Markdown; those that make
most of a page (`cijferpagina`, `verantwoording`) give Markdown: headings with such lines under them.
It raises ContentError when it is asked for something that does not exist.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from scripts.markdown.macros.aanbevelingen import aanbevelingen, wijzigingen
from scripts.markdown.macros.beleidsfiche import beleidsfiche
from scripts.markdown.macros.blauwdruk import blauwdruk
from scripts.markdown.macros.cijfer import cijfer
from scripts.markdown.macros.cijferpagina import cijferpagina
from scripts.markdown.macros.doorverwijskaart import doorverwijskaart
from scripts.markdown.macros.download import download, downloads
from scripts.markdown.macros.draaiboek import draaiboek
from scripts.markdown.macros.grafiek import grafiek
from scripts.markdown.macros.hulp import hulp, hulplijnen, hulpwijzer
from scripts.markdown.macros.kaart import kaart
from scripts.markdown.macros.lesplan import lesplan
from scripts.markdown.macros.literatuur import literatuur
from scripts.markdown.macros.module import module
from scripts.markdown.macros.modules import leerpaden, modules
from scripts.markdown.macros.monitoring import monitoring
from scripts.markdown.macros.nazicht import nazicht
from scripts.markdown.macros.nieuws import nieuws
from scripts.markdown.macros.programmas import programmas
from scripts.markdown.macros.schatting import schatting
from scripts.markdown.macros.tabel import tabel
from scripts.markdown.macros.term import term
from scripts.markdown.macros.trainersgids import trainersgids
from scripts.markdown.macros.verantwoording import verantwoording
from scripts.markdown.macros.voortgang import bewijs, voortgang
from scripts.markdown.macros.werkbladen import werkblad, werkbladen
from scripts.markdown.macros.zinnenbank import zinnenbank
from scripts.markdown.place import place_in_macros
from scripts.markdown.site_of_build import site_in_macros

Macro = Callable[..., str]

MACROS: dict[str, Macro] = {
    macro.__name__: macro
    for macro in (
        *(cijfer, kaart, tabel, grafiek, cijferpagina, verantwoording, schatting),
        *(hulp, hulplijnen, hulpwijzer, doorverwijskaart, literatuur, term, zinnenbank, nazicht, nieuws),
        *(modules, module, leerpaden, voortgang, bewijs, blauwdruk, download, downloads),
        *(draaiboek, programmas, lesplan, trainersgids, werkbladen, werkblad),
        *(aanbevelingen, wijzigingen, beleidsfiche, monitoring),
    )
}


def define_env(env: Any) -> None:
    """Called by mkdocs-macros and by Zensical: makes the macros known to Jinja."""
    for name, macro in MACROS.items():
        env.macro(partial(_run, env, macro), name)


def _run(env: Any, macro: Macro, *arguments: Any, **options: Any) -> str:
    return macro(site_in_macros(env), place_in_macros(env), *arguments, **options)
