"""`[[ kaart("neet-15-29", geo="BE") ]]`: one value as a card, with all a reader needs to weigh it."""

from scripts.content.site import Site
from scripts.markdown.figures import Figure, area, find_figure, flag_words, people
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place
from scripts.markdown.provenance import correction_sentence, corrections_at_work, own_page, silence, source_line
from scripts.statistics.sources import project


def kaart(site: Site, place: Place, indicator: str, *, geo: str = "", sex: str = "", group: str = "") -> str:
    """Without `geo`, `sex` or `group` the first of the indicator."""
    figure = find_figure(site, indicator, geo, sex, group)
    origin = figure.series.origin if figure.series else None
    told = [
        *_notes(figure),
        *_corrections(site, figure),
        *(f"Let op: {words}." for words in silence(site, figure.indicator, origin)),
    ]
    parts = [
        _line("title", _title(site, place, figure)),
        _line("value", safe(figure.shown)),
        _line("meta", safe(_meta(figure))),
        *(_line("note", safe(note)) for note in told),
        *([_line("source", source_line(origin, figure.indicator, place))] if origin else []),
    ]
    kind = "project" if figure.indicator.source == "project" else figure.state
    return f'<div class="kaart kaart--{kind}">{"".join(parts)}</div>'


def _title(site: Site, place: Place, figure: Figure) -> str:
    """The name, as a link to the indicator's own page unless it stands there."""
    page = own_page(site, figure.name)
    title = safe(figure.indicator.short)
    return link(place.to(page), title) if page and not place.is_at(page) else title


def _corrections(site: Site, figure: Figure) -> list[str]:
    """Only of this period: the page of the indicator tells the others."""
    period = figure.observation.period if figure.observation else ""
    found = corrections_at_work(site, figure.name, [figure.key])
    return [correction_sentence(one, figure.indicator) for one in found if one.correction.period >= period]


def _line(name: str, content: str) -> str:
    return f'<p class="kaart__{name}">{content}</p>'


def _meta(figure: Figure) -> str:
    period = figure.observation.period if figure.observation else ""
    period = "" if period == project.UNDATED else period
    return " · ".join(part for part in (area(figure.key.geo), people(figure.indicator, figure.key), period) if part)


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
