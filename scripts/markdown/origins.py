"""The whole story of the values of one indicator: every source of them, what newer values replaced, what can be downloaded."""

from scripts.content.site import Site
from scripts.markdown.figures import area, day, number, people, with_sign
from scripts.markdown.html import link, safe
from scripts.markdown.labels import NOT_FETCHED
from scripts.markdown.place import DOWNLOADS, Place
from scripts.markdown.provenance import came, correction_sentence, dataset_link, updated
from scripts.statistics.model import Indicator, Key, Origin, Series

FILES = (("csv", "voor Excel en andere rekenbladen"), ("json", "voor programma's"))
PACKAGE = ("datapackage.json", "wat elke kolom betekent (Frictionless Data Package)")
NO_CHECKSUM = "geen, want niet door ons programma opgehaald"


def origins_list(site: Site, place: Place, name: str) -> str:
    """Per source a list of what is known of it; for an indicator without values the source that will be asked."""
    indicator = site.indicators[name]
    if name not in site.data:
        return f'<dl class="herkomst">{_rows(_asked(indicator))}</dl>'
    by_origin: dict[Origin, list[Key]] = {}
    for series in site.data[name].series:
        by_origin.setdefault(series.origin, []).append(series.key)
    known = (_known(origin, keys, indicator, place) for origin, keys in by_origin.items())
    return "".join(f'<dl class="herkomst">{_rows(rows)}</dl>' for rows in known)


def _rows(rows: dict[str, str]) -> str:
    return "".join(f"<div><dt>{label}</dt> <dd>{content}</dd></div> " for label, content in rows.items())


def _asked(indicator: Indicator) -> dict[str, str]:
    areas = ", ".join(area(geo) for geo in indicator.geo)
    return {"Dataset": safe(indicator.dataset), "Waarden": safe(NOT_FETCHED), "Wat er komt": safe(f"{areas}{_since(indicator)}")}


def _since(indicator: Indicator) -> str:
    return f", vanaf {indicator.since}" if indicator.since else ""


def _known(origin: Origin, keys: list[Key], indicator: Indicator, place: Place) -> dict[str, str]:
    areas = ", ".join(dict.fromkeys(area(key.geo) for key in keys))
    return {
        "Dataset": dataset_link(origin, place),
        "Gebieden": safe(areas),
        "Bijgewerkt door de bron": safe(updated(origin) or "niet bekend"),
        "Hoe hier gekomen": safe(came(origin, indicator)),
        "Volgende verwacht": safe(origin.next_expected or "de bron noemt hier geen dag"),
        "Licentie": safe(origin.licence),
        "Controlegetal": f"<code>{safe(origin.checksum)}</code>" if origin.checksum else safe(NO_CHECKSUM),
    }


def corrections_list(site: Site, name: str) -> str:
    """Every correction by hand, also one that no longer works because the source says something else by now."""
    items = [
        correction_sentence(one, site.indicators[name]) + (" Vervallen: de bron zegt intussen iets anders." if one.lapsed else "")
        for one in site.corrected.get(name, [])
    ]
    return (
        f'<p class="herkomst__title">Correcties</p><ul>{"".join(f"<li>{safe(item)}</li>" for item in items)}</ul>'
        if items
        else ""
    )


def superseded_list(site: Site, name: str) -> str:
    """Older values that a newer one replaced: published once, so never forgotten. Empty when there are none."""
    data = site.data.get(name)
    items = "".join(_replaced(series, site.indicators[name]) for series in data.superseded) if data else ""
    return f'<p class="herkomst__title">Vervangen waarden</p><ul>{items}</ul>' if items else ""


def _replaced(series: Series, indicator: Indicator) -> str:
    who = ", ".join(part for part in (area(series.key.geo), people(indicator, series.key)) if part)
    values = ", ".join(
        f"{seen.period}: {'geen waarde' if seen.value is None else with_sign(number(seen.value, indicator.unit), indicator.unit)}"
        for seen in series.observations
    )
    when = updated(series.origin) or day(series.origin.retrieved)
    return f"<li>{safe(f'{who}: {values} ({series.origin.publisher}, {when})')}</li>"


def download_links(place: Place, name: str) -> str:
    files = [*((f"{name}.{kind}", use) for kind, use in FILES), PACKAGE]
    items = (f"<li>{link(place.to_file(f'{DOWNLOADS}/{file}'), safe(file))}: {safe(use)}</li>" for file, use in files)
    return f"<ul>{''.join(items)}</ul>"
