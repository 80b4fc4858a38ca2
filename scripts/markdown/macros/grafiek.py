"""`[[ grafiek("neet-15-29") ]]`: lines over time, drawn while the site is built, with the table of the same numbers under it.

`by` says what the lines are (`geo` areas, `sex` men and women, `group` the parts the indicator is split by), the other options
keep one area, sex or group. `kind` is `lines`, `bars` (one period side by side) or `panels` (a small chart per area).
"""

import re

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.charts.drawing import svg
from scripts.markdown.charts.ink import STYLES
from scripts.markdown.charts.model import Bar, BarChart, Chart, Line, LineChart, PanelChart, Point
from scripts.markdown.charts.words import amount
from scripts.markdown.figures import area, find_figure
from scripts.markdown.html import safe
from scripts.markdown.labels import FLAGS, NOT_FETCHED, TOO_OLD
from scripts.markdown.macros.tabel import table
from scripts.markdown.place import Place
from scripts.markdown.provenance import correction_words, silence, source_line
from scripts.markdown.selection import Selection, select
from scripts.statistics.sources.project import UNDATED

KINDS = ("lines", "bars", "panels")
BROKEN = "Bij “breuk” veranderde de meting: vergelijk niet over die lijn heen."
TABLE = "Dezelfde cijfers als tabel"


def grafiek(
    site: Site, place: Place, indicator: str, *, kind: str = "lines", by: str = "", geo: str = "", sex: str = "", group: str = ""
) -> str:
    if kind not in KINDS:
        raise ContentError("docs/cijfers", 1, f"grafiek: kind='{kind}' bestaat niet", f"kies uit: {', '.join(KINDS)}")
    if kind == "panels":
        return _panels(site, place, indicator, by or "sex", sex=sex, group=group)
    selection = select(site, indicator, by=by, geo=geo, sex=sex, group=group)
    drawn = selection.without("T") if selection.by == "sex" else selection
    chart = None if _too_old(site, selection) else _bars(drawn) if kind == "bars" else _lines(drawn)
    name = _name(indicator, kind, selection.by, geo, sex, group)
    return _figure(site, place, name, [selection], chart, _title(selection, chart))


def _panels(site: Site, place: Place, indicator: str, by: str, *, sex: str, group: str) -> str:
    areas = site.indicators[indicator].geo if indicator in site.indicators else [""]
    selections = [select(site, indicator, by=by, geo=geo, sex=sex, group=group) for geo in areas]
    drawn = [one.without("T") if by == "sex" else one for one in selections]
    charts = [(area(geo), _lines(one)) for geo, one in zip(areas, drawn, strict=True) if not _too_old(site, one)]
    panels = tuple((title, chart.lines) for title, chart in charts if chart)
    chart = PanelChart(panels, selections[0].indicator.unit) if panels else None
    return _figure(site, place, _name(indicator, "panels", by, sex, group), selections, chart, selections[0].indicator.short)


def _figure(site: Site, place: Place, name: str, selections: list[Selection], chart: Chart | None, title: str) -> str:
    first = selections[0]
    drawing = svg(chart, name, title) if chart else f'<p class="grafiek__none">{safe(_no_chart(site, first))}</p>'
    notes = [*(_marks(selections) if chart else []), *_warnings(site, selections)]
    told = "".join(f'<p class="grafiek__note">{safe(note)}</p>' for note in notes)
    origins = list(dict.fromkeys(origin for one in selections for origin in one.origins))
    sources = " ".join(source_line(origin, first.indicator, place) for origin in origins)
    tables = "".join(table(site, one, place) for one in selections)
    unit = ", ".join(part for part in (first.indicator.unit_label, first.indicator.age) if part)
    return (
        f'<figure class="grafiek" id="{name}"><figcaption><strong>{safe(title)}</strong> <span>{safe(unit)}</span></figcaption>'
        f'{drawing}{told}<p class="grafiek__source">{sources}</p>'
        f"<details><summary>{TABLE}</summary>{tables}</details></figure>"
    )


def _name(*parts: str) -> str:
    """The id of a figure: the same arguments give the same id, so one page holds each chart once."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(["grafiek", *filter(None, parts)]).lower())


def _title(selection: Selection, chart: Chart | None) -> str:
    period = f", {_bar_period(selection)}" if isinstance(chart, BarChart) else ""
    who = ", mannen en vrouwen" if selection.by == "sex" else ""
    return selection.title + who + period


def _too_old(site: Site, selection: Selection) -> bool:
    """Whether not one of its series may still be shown."""
    keys = [column.key for column in selection.filled]
    return bool(keys) and all(find_figure(site, selection.name, key.geo, key.sex, key.group).state == "hidden" for key in keys)


def _lines(selection: Selection) -> LineChart | None:
    """None when no line has two values: one value has no course in time."""
    lines = tuple(
        Line(column.short, tuple(Point(seen.period, seen.value, seen.flags) for _, seen in sorted(column.values.items())))
        for column in selection.filled
        if UNDATED not in column.values
    )
    if len(lines) > len(STYLES):
        raise ContentError("docs/cijfers", 1, f"{len(lines)} lijnen in één grafiek is te veel", "kies minder, of kind='panels'")
    shown = tuple(line for line in lines if line.values)
    return LineChart(shown, selection.indicator.unit) if any(len(line.values) > 1 for line in shown) else None


def _bar_period(selection: Selection) -> str:
    """The newest period with the most bars: values of different years do not belong side by side."""
    periods = [period for period in selection.periods if period != UNDATED]
    counts = {period: sum(_has(column.values.get(period)) for column in selection.columns) for period in periods}
    return max(periods, key=lambda period: (counts[period], period), default="")


def _has(seen: object) -> bool:
    return getattr(seen, "value", None) is not None


def _bars(selection: Selection) -> BarChart | None:
    """None when there are no two values of the same period."""
    period = _bar_period(selection)
    found = [(column, column.values.get(period)) for column in selection.columns]
    bars = tuple(Bar(column.label, seen.value if seen else None, _missing(bool(column.values), period)) for column, seen in found)
    return BarChart(bars, selection.indicator.unit) if sum(bar.value is not None for bar in bars) > 1 else None


def _missing(fetched: bool, period: str) -> str:
    return f"geen waarde in {period}" if fetched else NOT_FETCHED


def _no_chart(site: Site, selection: Selection) -> str:
    values = [(column, seen) for column in selection.filled for seen in column.values.values() if seen.value is not None]
    if not values:
        return f"Deze cijfers zijn {NOT_FETCHED}. Er is dus nog geen grafiek."
    if _too_old(site, selection):
        return f"Deze cijfers zijn {TOO_OLD} als grafiek. De tabel hieronder blijft staan."
    listed = ", ".join(
        f"{column.label} {amount(seen.value or 0, selection.indicator.unit)} in {seen.period}" for column, seen in values
    )
    return f"Te weinig waarden voor een grafiek: {listed}."


def _marks(selections: list[Selection]) -> list[str]:
    """What a reader must know of the marks in the chart, and what is not in it."""
    columns = [column for one in selections for column in one.columns]
    seen = [value for column in columns for value in column.values.values()]
    absent = list(dict.fromkeys(column.label for column in columns if not column.values))
    reserved = sorted({flag for value in seen if value.value is not None for flag in value.flags} - {"b"})
    return [
        *([BROKEN] if any("b" in one.flags for one in seen) else []),
        *([f"Open teken: {', '.join(FLAGS[flag] for flag in reserved)}."] if reserved else []),
        *(["× onderaan: er is een waarde, maar de bron toont ze niet."] if any(one.value is None for one in seen) else []),
        *([f"{NOT_FETCHED.capitalize()}: {', '.join(absent)}."] if absent else []),
    ]


def _warnings(site: Site, selections: list[Selection]) -> list[str]:
    """Corrections by hand, and a source that is silent."""
    first = selections[0]
    keys = [column.key for one in selections for column in one.columns]
    origin = next((origin for one in selections for origin in one.origins), None)
    silent = [f"Let op: {words}." for words in silence(site, first.indicator, origin)]
    return [*correction_words(site, first.name, keys), *silent]
