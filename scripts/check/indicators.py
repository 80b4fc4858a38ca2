"""Every figure has a page of its own, and no page shows the same chart twice."""

import re
from collections.abc import Iterator

from scripts.check.problem import Problem, at
from scripts.content.macros import MacroCall, read_macros
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place
from scripts.markdown.provenance import own_path
from scripts.statistics.source import HandKept
from scripts.statistics.sources import SOURCES

FOLDER = "cijfers/"
_CHART = re.compile(r'<figure class="grafiek" id="([^"]+)"')


def check_indicators(site: Site) -> Iterator[Problem]:
    """A site without the folder of figure pages has none to miss."""
    if any(path.startswith(FOLDER) for path in site.pages):
        yield from _without_page(site)
    for page in site.pages.values():
        calls = [call for call in read_macros(page)[0] if call.text in ("cijferpagina", "grafiek")]
        yield from _elsewhere(page, calls)
        yield from _twice(site, page, calls)


def _without_page(site: Site) -> Iterator[Problem]:
    for name, indicator in site.indicators.items():
        path = own_path(name)
        if not isinstance(SOURCES[indicator.source], HandKept) and path not in site.pages:
            remedy = f"kopieer docs/cijfers/neet-15-29.md naar docs/{path} en pas de kop en de inleiding aan"
            yield Problem(f"{site.docs.name}/bronnen/indicatoren.yml", 1, "HIB-072", f"'{name}' heeft geen pagina", remedy)


def _elsewhere(page: Page, calls: list[MacroCall]) -> Iterator[Problem]:
    """The page of an indicator has its name, because every figure on the site leads there."""
    for call in calls:
        name = call.arguments[0] if call.arguments else None
        if call.text == "cijferpagina" and page.path != own_path(str(name)):
            yield at(page, call, "HIB-073", f"dit is niet de pagina van '{name}'", f"die heet docs/{own_path(str(name))}")


def _twice(site: Site, page: Page, calls: list[MacroCall]) -> Iterator[Problem]:
    seen: set[str] = set()
    for call in calls:
        found = _charts(site, call)
        if seen & set(found):
            yield at(page, call, "HIB-033", "deze grafiek staat al op de pagina", "haal er één weg, of kies een ander gebied")
        seen.update(found)


def _charts(site: Site, call: MacroCall) -> list[str]:
    try:
        return _CHART.findall(MACROS[call.text](site, Place(), *call.arguments, **call.options))
    except (ContentError, TypeError):
        return []  # the check of macros names this fault
