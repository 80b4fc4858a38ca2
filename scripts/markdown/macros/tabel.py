"""`[[ tabel("neet-15-29") ]]`: all values, years down, areas across; with `geo` sexes across; `by` says it in so many words."""

from scripts.content.site import Site
from scripts.markdown.figures import number
from scripts.markdown.html import safe, scrolling_table
from scripts.markdown.labels import FLAGS, NOT_FETCHED
from scripts.markdown.place import Place
from scripts.markdown.provenance import correction_words, source_line
from scripts.markdown.selection import Selection, select
from scripts.statistics.model import Indicator, Observation


def tabel(site: Site, place: Place, indicator: str, *, geo: str = "", sex: str = "", group: str = "", by: str = "") -> str:
    return table(site, select(site, indicator, by=by or ("sex" if geo else "geo"), geo=geo, sex=sex, group=group), place)


def table(site: Site, selection: Selection, place: Place) -> str:
    """The table of a selection, with what its marks mean and where its values come from."""
    periods, found = selection.periods, selection.indicator
    rows = "".join(_row(period, selection, first=period == periods[0]) for period in periods) or _empty_row(selection)
    title, heads = f"{selection.title} ({found.unit_label})", ["Jaar", *(column.label for column in selection.columns)]
    notes = [safe(words) for words in correction_words(site, selection.name, [column.key for column in selection.columns])]
    notes += [" ".join(source_line(origin, found, place) for origin in selection.origins)]
    told = "".join(f'<p class="tabel__legend">{note}</p>' for note in notes if note)
    return f"{scrolling_table(title, heads, rows, 'tabel')}{_legend(selection)}{told}"


def _row(period: str, selection: Selection, *, first: bool) -> str:
    cells = [f'<th scope="row">{safe(period)}</th>']
    for column in selection.columns:
        if column.values:
            cells.append(_cell(column.values.get(period), selection.indicator))
        elif first:
            cells.append(f'<td class="is-missing" rowspan="{len(selection.periods)}">{NOT_FETCHED}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _empty_row(selection: Selection) -> str:
    """A table without any value still says so under each of its heads."""
    cells = f'<td class="is-missing">{NOT_FETCHED}</td>' * len(selection.columns)
    return f'<tr><th scope="row">–</th>{cells}</tr>'


def _cell(seen: Observation | None, indicator: Indicator) -> str:
    if seen is None:
        return '<td class="is-empty">–</td>'
    marks = "".join(f"<sup>{safe(flag)}</sup>" for flag in seen.flags)
    if seen.value is None:
        return f'<td class="is-confidential">×{marks}</td>'
    return f"<td>{number(seen.value, indicator.unit)}{marks}</td>"


def _legend(selection: Selection) -> str:
    seen = [value for column in selection.columns for value in column.values.values()]
    notes = [f"<sup>{flag}</sup> {safe(FLAGS[flag])}" for flag in sorted({flag for value in seen for flag in value.flags})]
    notes += ["– geen waarde gegeven"] if any(len(column.values) < len(selection.periods) for column in selection.filled) else []
    notes += ["× waarde bestaat, maar de bron toont ze niet"] if any(value.value is None for value in seen) else []
    return f'<p class="tabel__legend">{"; ".join(notes)}.</p>' if notes else ""
