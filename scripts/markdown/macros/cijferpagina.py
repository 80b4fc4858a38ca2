"""`[[ cijferpagina("neet-15-29") ]]`: the fixed part of the page of one indicator, the same for all of them.

Unlike most macros it gives Markdown (headings, with lines of HTML under them): so its headings stand in the table of contents.
Not `indicator`: a macro cannot have the name of a key of the front matter.
"""

from scripts.content.identity import site_name
from scripts.content.site import Site
from scripts.markdown.charts.model import Point, segments
from scripts.markdown.dataset import dataset_script
from scripts.markdown.figures import area, find_figure, find_indicator
from scripts.markdown.html import safe
from scripts.markdown.labels import FLAGS, NOT_FETCHED
from scripts.markdown.macros.grafiek import grafiek
from scripts.markdown.macros.kaart import kaart
from scripts.markdown.origins import corrections_list, download_links, origins_list, superseded_list
from scripts.markdown.place import Place
from scripts.markdown.provenance import correction_words, updated
from scripts.statistics.model import Indicator
from scripts.statistics.sources.project import UNDATED

# On this site, in the words of who would cite it.
CSV_NOTE = (
    "Het csv-bestand opent rechtstreeks in Excel met Belgische instellingen: puntkomma tussen de kolommen, komma in de getallen. "
    "Het json-bestand heeft gewone getallen met een punt."
)


def cijferpagina(site: Site, place: Place, name: str) -> str:
    found = find_indicator(site, name)
    parts = [_cards(site, place, name, found)]
    if name in site.data:
        parts += ["## Verloop {#verloop}", *_charts(site, place, name, found)]
    parts += ["## Wat dit cijfer meet {#definitie}", f"<p>{safe(found.definition)}</p>"]
    parts += ["## Breuken en beperkingen {#beperkingen}", _limits(site, name, found)]
    parts += ["## Herkomst {#herkomst}", origins_list(site, place, name), superseded_list(site, name)]
    parts += [corrections_list(site, name)]
    if name in site.data:
        parts += ["## Downloaden en citeren {#downloaden}", download_links(place, name), f"<p>{CSV_NOTE}</p>"]
        parts += [_cite(site, place, name), dataset_script(site, place, name)]
    return "\n\n".join(part for part in parts if part)


def _cards(site: Site, place: Place, name: str, found: Indicator) -> str:
    if name not in site.data:
        return kaart(site, place, name) + f"\n\n<p>{safe(_coming(found))}</p>"
    return f'<div class="cards">{"".join(kaart(site, place, name, geo=geo) for geo in found.geo)}</div>'


def _coming(found: Indicator) -> str:
    areas = ", ".join(area(geo) for geo in found.geo)
    parts = f", apart voor {', '.join(found.groups.values())}" if found.groups else ""
    return f"Deze cijfers zijn {NOT_FETCHED}. Hier komt, zodra de bron ze gaf: {areas}{parts}. Wij vullen zelf niets in."


def _charts(site: Site, place: Place, name: str, found: Indicator) -> list[str]:
    kind = _kind(site, name, found)
    charts = [grafiek(site, place, name, kind=kind)]
    if found.groups:
        charts.append(grafiek(site, place, name, kind=kind, by="group"))
    if {"M", "F"} <= {series.key.sex for series in site.data[name].series}:
        charts.append(grafiek(site, place, name, kind=kind, by="sex", geo=_first_with_sexes(site, name, found)))
    return charts


def _kind(site: Site, name: str, found: Indicator) -> str:
    """Years that follow each other make a line; loose years of more than one area or part are better compared within a year."""
    periods = {seen.period for series in site.data[name].series for seen in series.observations} - {UNDATED}
    joined = any(len(part) > 1 for part in segments(tuple(Point(period, 0.0) for period in sorted(periods))))
    return "lines" if joined or len(found.series) == 1 else "bars"


def _first_with_sexes(site: Site, name: str, found: Indicator) -> str:
    keys = {(series.key.geo, series.key.sex) for series in site.data[name].series}
    return next((geo for geo in found.geo if {(geo, "M"), (geo, "F")} <= keys), found.geo[0])


def _limits(site: Site, name: str, found: Indicator) -> str:
    """What the data themselves say: flags by area and period, and what was never fetched."""
    series = site.data[name].series if name in site.data else []
    marked: dict[tuple[str, str], list[str]] = {}
    for one in series:
        for seen in one.observations:
            for flag in seen.flags:
                periods = marked.setdefault((flag, one.key.geo), [])
                periods += [seen.period] if seen.period not in periods else []
    items = [f"{area(geo)}, {', '.join(sorted(periods))}: {FLAGS[flag]}." for (flag, geo), periods in sorted(marked.items())]
    absent = [area(geo) for geo in found.geo if geo not in {one.key.geo for one in series}]
    items += [f"{', '.join(absent)}: {NOT_FETCHED}. De bron heeft misschien een waarde, wij niet."] if absent else []
    late = [area(geo) for geo in found.geo if find_figure(site, name, geo).state in ("late", "hidden")]
    items += [f"{', '.join(late)}: {found.late_reason}"] if late else []
    items += correction_words(site, name, found.series)
    items = items or ["Bij deze waarden geeft de bron geen enkel voorbehoud."]
    return "<ul>" + "".join(f"<li>{safe(item)}</li>" for item in items) + "</ul>"


def _cite(site: Site, place: Place, name: str) -> str:
    origins = list(dict.fromkeys(series.origin for series in site.data[name].series))
    sources = "; ".join(f"{one.publisher}, {one.dataset} ({updated(one) or 'zonder datum'})" for one in origins)
    text = f"{sources}. Selectie door {site_name()}, {place.canonical}."
    return f'<p>Zo verwijs je ernaar:</p><blockquote class="herkomst__cite"><p>{safe(text)}</p></blockquote>'
