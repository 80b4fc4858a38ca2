"""`[[ kaart("neet-15-29", geo="BE") ]]`: one value as a card, with all a reader needs to weigh it."""

from scripts.content.site import Site
from scripts.markdown.figures import Figure, area, day, find_figure, flag_words, people, source_page
from scripts.markdown.html import link, safe
from scripts.markdown.labels import NOT_FETCHED
from scripts.markdown.place import Place
from scripts.statistics.model import Origin
from scripts.statistics.sources import project


def kaart(site: Site, place: Place, indicator: str, *, geo: str = "", sex: str = "T") -> str:
    """Without `geo` the first area of the indicator."""
    geo = geo or (site.indicators[indicator].series[0].geo if indicator in site.indicators else "")
    figure = find_figure(site, indicator, geo, sex)
    of_project = figure.indicator.source == "project"
    parts = [
        _line("title", safe(figure.indicator.short)),
        _line("value", safe(_value(figure))),
        _line("meta", safe(_meta(figure, geo, sex))),
        *(_line("note", safe(note)) for note in _notes(figure)),
        *([_line("source", _source(figure.series.origin, place, of_project=of_project))] if figure.series else []),
    ]
    kind = "project" if of_project else figure.state
    return f'<div class="kaart kaart--{kind}">{"".join(parts)}</div>'


def _line(name: str, content: str) -> str:
    return f'<p class="kaart__{name}">{content}</p>'


def _value(figure: Figure) -> str:
    return {"missing": NOT_FETCHED, "hidden": "te oud om te tonen"}.get(figure.state, figure.value)


def _meta(figure: Figure, geo: str, sex: str) -> str:
    period = figure.observation.period if figure.observation else ""
    period = "" if period == project.UNDATED else period
    return " · ".join(part for part in (area(geo), people(figure.indicator, sex), period) if part)


def _notes(figure: Figure) -> list[str]:
    if figure.indicator.source == "project":
        return [_project_note(figure), *([] if _undefined(figure) else [figure.indicator.definition])]
    old = [figure.indicator.late_reason] if figure.state in ("missing", "late", "hidden") else []
    return [*flag_words(figure.observation.flags if figure.observation else ""), *old]


def _project_note(figure: Figure) -> str:
    """What is not known of a project figure stands inside its card, never only beside it."""
    dated = figure.series and figure.series.origin.updated
    unknown = [word for word, missing in (("datum", not dated), ("definitie", _undefined(figure))) if missing]
    without = f"zonder {' en '.join(unknown)}; " if unknown else ""
    return f"Volgens het project; {without}groepen kunnen overlappen."


def _undefined(figure: Figure) -> bool:
    return figure.indicator.definition.startswith(project.NO_DEFINITION)


def _source(origin: Origin, place: Place, *, of_project: bool) -> str:
    if of_project:
        return f"Bron: {link(place.to(origin.url), safe(f'{origin.publisher}, {origin.dataset}'))}."
    updated = f", bijgewerkt door de bron op {day(origin.updated)}" if origin.updated else ""
    note = f" ({origin.updated_note})" if origin.updated_note else ""
    source = link(source_page(origin), safe(f"{origin.publisher}, {origin.dataset}"))
    return f"Bron: {source}{safe(updated + note)}; opgehaald op {safe(day(origin.retrieved))}."
