"""`[[ tabel("neet-15-29") ]]`: all values, years down, areas across; with `geo` sexes across."""

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.figures import find_indicator, number
from scripts.markdown.html import safe
from scripts.markdown.labels import AREAS, FLAGS, NOT_FETCHED, SEXES
from scripts.markdown.place import Place
from scripts.statistics.model import Indicator, Key, Observation

Column = tuple[str, dict[str, Observation]]


def tabel(site: Site, place: Place, indicator: str, *, geo: str = "") -> str:
    found = find_indicator(site, indicator)
    columns = _columns(
        site, indicator, [key for key in found.series if (key.geo == geo if geo else key.sex == "T")], by_sex=bool(geo)
    )
    if not columns:
        raise ContentError(
            "docs/bronnen/indicatoren.yml", 1, f"'{indicator}' heeft geen reeks voor '{geo}'", "kies een gebied uit de lijst"
        )
    periods = sorted({period for _, values in columns for period in values}, reverse=True)
    head = "".join(f'<th scope="col">{safe(label)}</th>' for label, _ in columns)
    rows = "".join(_row(period, columns, found, first=period == periods[0], length=len(periods)) for period in periods)
    title = f"{found.title}{f', {AREAS[geo]}' if geo else ''} ({found.unit_label})"
    return (
        f'<div class="tabel" role="region" tabindex="0" aria-label="{safe(title)}"><table><caption>{safe(title)}</caption>'
        f'<thead><tr><th scope="col">Jaar</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>{_legend(columns)}'
    )


def _columns(site: Site, indicator: str, keys: list[Key], *, by_sex: bool) -> list[Column]:
    series = site.data[indicator].series if indicator in site.data else []
    return [
        (
            SEXES[key.sex].capitalize() if by_sex else AREAS[key.geo],
            {seen.period: seen for one in series if one.key == key for seen in one.observations},
        )
        for key in keys
    ]


def _row(period: str, columns: list[Column], indicator: Indicator, *, first: bool, length: int) -> str:
    cells = [f'<th scope="row">{safe(period)}</th>']
    for _, values in columns:
        if values:
            cells.append(_cell(values.get(period), indicator))
        elif first:
            cells.append(f'<td class="is-missing" rowspan="{length}">{NOT_FETCHED}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _cell(seen: Observation | None, indicator: Indicator) -> str:
    if seen is None:
        return '<td class="is-empty">–</td>'
    marks = "".join(f"<sup>{safe(flag)}</sup>" for flag in seen.flags)
    if seen.value is None:
        return f'<td class="is-confidential">×{marks}</td>'
    return f"<td>{number(seen.value, indicator.unit)}{marks}</td>"


def _legend(columns: list[Column]) -> str:
    seen = [value for _, values in columns for value in values.values()]
    flags = sorted({flag for value in seen for flag in value.flags})
    notes = [f"<sup>{safe(flag)}</sup> {safe(FLAGS[flag])}" for flag in flags]
    notes += (
        ["– geen waarde gegeven"] if any(values and len(values) < len({v.period for v in seen}) for _, values in columns) else []
    )
    notes += ["× waarde bestaat, maar de bron toont ze niet"] if any(value.value is None for value in seen) else []
    return f'<p class="tabel__legend">{"; ".join(notes)}.</p>' if notes else ""
