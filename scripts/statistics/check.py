"""May this answer replace the last-good values? Pure; every doubt raises SourceChanged with the reason."""

from collections import Counter
from datetime import date
from itertools import pairwise

from scripts.errors import SourceChanged
from scripts.statistics.merge import Place, Row, rows
from scripts.statistics.model import Indicator, IndicatorData, Key, Series


def check(indicator: Indicator, incoming: list[Series], last_good: IndicatorData | None, today: date) -> None:
    """Raises SourceChanged at the first fault: the whole answer is refused, never a part of it."""
    found = rows(incoming)
    _check_whole(indicator, found)
    _check_dates(found, last_good, today)
    _check_range(indicator, found)
    for series in incoming:
        _check_steps(indicator, series)
    if last_good is not None:
        _check_against(indicator, found, rows(last_good.series))
        _check_breaks(found, rows(last_good.series))


def _check_whole(indicator: Indicator, found: list[Row]) -> None:
    if all(row.seen.value is None for row in found):
        raise SourceChanged("het antwoord bevat geen enkele waarde")
    if strange := {row.key for row in found} - set(indicator.series):
        raise SourceChanged(f"een reeks die niet gevraagd is: {min(key.said for key in strange)}")
    place, times = Counter(row.place for row in found).most_common(1)[0]
    if times > 1:
        raise SourceChanged(f"twee waarden voor {_say(place)}")


def _check_dates(found: list[Row], last_good: IndicatorData | None, today: date) -> None:
    if late := [row.place for row in found if row.seen.period[:4] > str(today.year)]:
        raise SourceChanged(f"een periode in de toekomst: {_say(late[0])}")
    updated = {row.origin.dataset: row.origin.updated for row in found if row.origin.updated}
    if any(day > today for day in updated.values()):
        raise SourceChanged("de bron dateert zichzelf in de toekomst")
    for row in rows(last_good.series) if last_good else []:
        now = updated.get(row.origin.dataset)
        if now and row.origin.updated and now < row.origin.updated:
            raise SourceChanged(f"het antwoord is ouder ({now}) dan wat we al hebben ({row.origin.updated})")


def _check_range(indicator: Indicator, found: list[Row]) -> None:
    for row in found:
        if row.seen.value is not None and not indicator.minimum <= row.seen.value <= indicator.maximum:
            raise SourceChanged(
                f"onmogelijke waarde {row.seen.value:g} voor {_say(row.place)}"
                f" (verwacht {indicator.minimum:g} tot {indicator.maximum:g})"
            )


def _check_steps(indicator: Indicator, series: Series) -> None:
    """From one period to the next; across a break or another definition a step says nothing."""
    for before, after in pairwise(one for one in series.observations if one.value is not None):
        if set(after.flags) & set("bd"):
            continue
        _check_jump(indicator, (series.key.geo, series.key.sex, series.key.group, after.period), before.value, after.value)


def _check_against(indicator: Indicator, found: list[Row], last_good: list[Row]) -> None:
    new = {row.place: row for row in found}
    datasets = {row.origin.dataset for row in found}
    for old in last_good:
        same_place = new.get(old.place)
        if same_place is not None:
            _check_jump(indicator, old.place, old.seen.value, same_place.seen.value)
        elif old.origin.dataset in datasets and old.seen.period >= (indicator.since or ""):
            raise SourceChanged(f"minder rijen dan vroeger: {_say(old.place)} ontbreekt")


def _check_breaks(found: list[Row], last_good: list[Row]) -> None:
    """One break mark may be taken back; when all are gone, the marks did not arrive, and a line would run across the breaks."""
    new = {row.place: row.seen.flags for row in found}
    broken = [row.place for row in last_good if "b" in row.seen.flags and row.place in new]
    if len(broken) > 1 and all("b" not in new[place] for place in broken):
        raise SourceChanged("alle reeksbreuken zijn uit het antwoord verdwenen")


def _check_jump(indicator: Indicator, place: Place, before: float | None, after: float | None) -> None:
    if before is not None and after is not None and abs(after - before) > indicator.largest_jump:
        allowed = f"hoogstens {indicator.largest_jump:g} verschil verwacht"
        raise SourceChanged(f"onwaarschijnlijke sprong voor {_say(place)}: {before:g} → {after:g} ({allowed})")


def _say(place: Place) -> str:
    geo, sex, group, period = place
    return f"{Key(geo=geo, sex=sex, group=group).said} {period}"
