"""`[[ cijfer("neet-15-29", geo="BE") ]]`: one value in running text, with its area, age group and year.

It stays short: its source and dates stand on the page of the indicator, where it leads.
"""

from scripts.content.site import Site
from scripts.markdown.figures import Figure, area, find_figure, flag_words, people
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place
from scripts.markdown.provenance import page_of, silence


def cijfer(site: Site, place: Place, indicator: str, *, geo: str = "BE", sex: str = "T", group: str = "") -> str:
    figure = find_figure(site, indicator, geo, sex, group)
    parts = [area(geo), people(figure.indicator, figure.key), *_period(figure), *silence(site, figure.indicator, None)]
    content = f'{safe(figure.shown)} <span class="cijfer__meta">({safe(", ".join(part for part in parts if part))})</span>'
    return link(place.to(*page_of(site, indicator)), content, class_=f"cijfer cijfer--{figure.state}")


def _period(figure: Figure) -> list[str]:
    if figure.observation is None:
        return []
    late = ["nieuwer cijfer nog niet opgehaald"] if figure.state == "late" else []
    return [figure.observation.period, *flag_words(figure.observation.flags), *late]
