"""The words that go with every figure: where it comes from, how and when it came here, and whether its source still answers."""

from collections.abc import Iterable

from scripts.content.site import Site
from scripts.markdown.figures import area, day, number, people, source_page, with_sign
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place
from scripts.statistics.corrections import Applied
from scripts.statistics.model import Indicator, Key, Origin
from scripts.statistics.source import HandKept
from scripts.statistics.sources import SOURCES

NOT_KNOWN = "niet bekend"


def own_path(name: str) -> str:
    """Where the page that is about this indicator alone stands below docs/."""
    return f"cijfers/{name}.md"


def own_page(site: Site, name: str) -> str | None:
    """That page, when it exists."""
    path = own_path(name)
    return path if path in site.pages else None


def page_of(site: Site, name: str) -> tuple[str, str]:
    """Where a reader finds all about an indicator: its own page, else the page its source names, at its place there."""
    shared = site.indicators[name].page
    anchor = name if shared in site.pages and name in site.pages[shared].anchors else ""
    own = own_page(site, name)
    return (own, "") if own else (shared, anchor)


def came(origin: Origin, indicator: Indicator) -> str:
    """How and when values came here. Only what our own program fetched has a checksum of the answer; the values the site started
    with were taken over from a kept copy of what the publisher had answered earlier."""
    source = SOURCES[indicator.source]
    if isinstance(source, HandKept):
        return f"met de hand overgenomen op {day(origin.retrieved)}"
    if origin.checksum is None and not source.live:
        return f"overgenomen uit een bewaarde kopie op {day(origin.retrieved)}"
    return f"opgehaald op {day(origin.retrieved)}"


def source_line(origin: Origin, indicator: Indicator, place: Place) -> str:
    """One sentence of HTML: publisher and dataset as a link, its own date, and how it came here."""
    parts = [f"Bron: {dataset_link(origin, place)}{_updated(origin)}", safe(came(origin, indicator))]
    return "; ".join(parts) + "."


def dataset_link(origin: Origin, place: Place) -> str:
    """A source of the project itself is described on a page of this site."""
    address = source_page(origin) if "://" in origin.url else place.to(origin.url)
    return link(address, safe(f"{origin.publisher}, {origin.dataset}"))


def updated(origin: Origin) -> str:
    """The source's own date with the note about it; the note alone where it says that the day is not known."""
    date = day(origin.updated) if day_is_known(origin) else ""
    return f"{date} ({origin.updated_note})" if date and origin.updated_note else date or origin.updated_note or ""


def day_is_known(origin: Origin) -> bool:
    """Values that were taken over by hand can have a day that only serves to put them in order; then the note says so."""
    return origin.updated is not None and NOT_KNOWN not in (origin.updated_note or "")


def _updated(origin: Origin) -> str:
    words = safe(updated(origin))
    if not words:
        return ""
    return f", bijgewerkt door de bron op {words}" if day_is_known(origin) else f" ({words})"


def correction_words(site: Site, name: str, keys: Iterable[Key]) -> list[str]:
    """Each correction by hand of these series that is at work, with its reason; a reader sees what was changed, and why."""
    return [correction_sentence(one, site.indicators[name]) for one in corrections_at_work(site, name, keys)]


def corrections_at_work(site: Site, name: str, keys: Iterable[Key]) -> list[Applied]:
    """Those of these series that still change what is shown."""
    wanted = set(keys)
    return [one for one in site.corrected.get(name, []) if one.correction.key in wanted and not one.lapsed]


def correction_sentence(one: Applied, indicator: Indicator) -> str:
    correction = one.correction
    where = ", ".join(part for part in (area(correction.geo), people(indicator, correction.key), correction.period) if part)
    signed = f"Reden: {correction.reason.rstrip('.')} ({correction.who}, {day(correction.date)})."
    if correction.value is None or correction.source_value is None:
        return f"{where}: door ons niet getoond. {signed}"
    old, new = (with_sign(number(value, indicator.unit), indicator.unit) for value in (correction.source_value, correction.value))
    return f"{where}: door ons verbeterd van {old} naar {new}. {signed}"


def silence(site: Site, indicator: Indicator, origin: Origin | None) -> list[str]:
    """The age badge: empty while the source answers or was never asked."""
    state = site.status.sources.get(indicator.source)
    if state is None or state.state != "failing" or state.since is None:
        return []
    value = f", waarde van {day(origin.updated or origin.retrieved)}" if origin else ""
    return [f"bron antwoordt niet sinds {day(state.since)}{value}"]
