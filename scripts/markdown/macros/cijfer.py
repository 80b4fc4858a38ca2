"""`[[ cijfer("neet-15-29", geo="BE") ]]`: one value in running text, with its area, age group and year."""

from scripts.content.site import Site
from scripts.markdown.figures import Figure, area, find_figure, flag_words, people
from scripts.markdown.html import link, safe
from scripts.markdown.labels import NOT_FETCHED
from scripts.markdown.place import Place


def cijfer(site: Site, place: Place, indicator: str, *, geo: str = "BE", sex: str = "T") -> str:
    figure = find_figure(site, indicator, geo, sex)
    value = {"missing": NOT_FETCHED, "hidden": "te oud om te tonen"}.get(figure.state, figure.value)
    meta = ", ".join([area(geo), people(figure.indicator, sex), *_period(figure)])
    content = f'{safe(value)} <span class="cijfer__meta">({safe(meta)})</span>'
    return link(place.to(figure.indicator.page, indicator), content, class_=f"cijfer cijfer--{figure.state}")


def _period(figure: Figure) -> list[str]:
    if figure.observation is None:
        return []
    late = ["nieuwer cijfer nog niet opgehaald"] if figure.state == "late" else []
    return [figure.observation.period, *flag_words(figure.observation.flags), *late]
