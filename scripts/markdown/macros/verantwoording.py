"""`[[ verantwoording() ]]`: every source and every figure, with all that is known of where they come from.

It gives Markdown, so that its headings stand in the table of contents.
"""

from scripts.content.site import Site
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe
from scripts.markdown.origins import corrections_list, origins_list, superseded_list
from scripts.markdown.place import Place
from scripts.markdown.provenance import page_of
from scripts.statistics.source import HandKept
from scripts.statistics.sources import SOURCES


def verantwoording(site: Site, place: Place) -> str:
    """The sources in the order of the registry; a source without figures is named too."""
    return "\n\n".join(part for name in SOURCES for part in _source(site, place, name))


def _source(site: Site, place: Place, name: str) -> list[str]:
    label = SOURCES[name].label
    heading = f"### {label[:1].upper()}{label[1:]} {{#bron-{name}}}"
    figures = [_figure(site, place, one) for one, indicator in site.indicators.items() if indicator.source == name]
    return [heading, f"<p>{safe(_state(site, name))}</p>", *(figures or ["<p>Van deze bron toont de site nu geen cijfers.</p>"])]


def _state(site: Site, name: str) -> str:
    if isinstance(SOURCES[name], HandKept):
        return "Met de hand bijgehouden: er is geen verbinding die kan wegvallen."
    state = site.status.sources.get(name)
    if state is None:
        return "Nog nooit bevraagd door het programma van deze site."
    if state.state == "answering":
        return "Antwoordde bij de laatste bevraging."
    since = f" sinds {day(state.since)}" if state.since else ""
    return f"Antwoordt niet{since}. Oorzaak: {state.reason or 'niet bekend'}. De laatste goede waarden blijven staan."


def _figure(site: Site, place: Place, name: str) -> str:
    title = link(place.to(*page_of(site, name)), safe(site.indicators[name].short))
    told = origins_list(site, place, name) + superseded_list(site, name) + corrections_list(site, name)
    return f'<div class="herkomst__figure"><p class="herkomst__title">{title}</p>{told}</div>'
