"""Puts a new answer and the last-good values together. Pure.

Of two values for one key and period the newer wins; what it replaced goes to `superseded`, so nothing published is lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from scripts.statistics.model import IndicatorData, Key, Observation, Origin, Series

Place = tuple[str, str, str, str]
"""geo, sex, group, period: where one value stands."""


@dataclass(frozen=True)
class Row:
    """One observation with all that belongs to it."""

    key: Key
    origin: Origin
    seen: Observation

    @property
    def place(self) -> Place:
        return self.key.geo, self.key.sex, self.key.group, self.seen.period

    @property
    def claim(self) -> tuple[str, float | None]:
        """What makes two rows worth telling apart later."""
        return self.origin.publisher, self.seen.value


@dataclass(frozen=True)
class Change:
    """A value or flag that is not what it was; None where there was or is no observation."""

    geo: str
    sex: str
    group: str
    period: str
    old: Observation | None
    new: Observation | None


def rows(series: Iterable[Series]) -> list[Row]:
    return [Row(one.key, one.origin, seen) for one in series for seen in one.observations]


def merge(name: str, last_good: IndicatorData | None, incoming: list[Series]) -> IndicatorData:
    """Both together. Merging the same answer again changes nothing."""
    current = {row.place: row for row in rows(last_good.series)} if last_good else {}
    superseded = rows(last_good.superseded) if last_good else []
    for row in rows(incoming):
        old = current.get(row.place)
        winner, loser = (row, old) if old is None or _wins(row, old) else (old, row)
        current[row.place] = winner
        if loser is not None and loser.claim != winner.claim:
            superseded.append(loser)
    return IndicatorData(indicator=name, series=_series(current.values()), superseded=_series(_distinct(superseded)))


def changes(old: IndicatorData | None, new: IndicatorData) -> list[Change]:
    """Which values or flags differ, by area, sex, group and period."""
    before = {row.place: row.seen for row in rows(old.series)} if old else {}
    after = {row.place: row.seen for row in rows(new.series)}
    places = sorted(before.keys() | after.keys())
    return [Change(*place, before.get(place), after.get(place)) for place in places if before.get(place) != after.get(place)]


def _wins(new: Row, old: Row) -> bool:
    """A publisher may withhold its own value; it cannot take away what another published."""
    if new.origin.publisher != old.origin.publisher and (new.seen.value is None) != (old.seen.value is None):
        return new.seen.value is not None
    return (new.origin.updated or date.min) >= (old.origin.updated or date.min)


def _distinct(found: list[Row]) -> list[Row]:
    """The same claim about the same place once, with its newest date."""
    by_age = sorted(found, key=lambda row: row.origin.updated or date.min)
    return list({(row.place, row.claim): row for row in by_age}.values())


def _series(found: Iterable[Row]) -> list[Series]:
    """Rows of one key from one origin as one series, in an order that depends on nothing but the rows."""
    ordered = sorted(found, key=lambda row: (row.place[:3], row.origin.model_dump_json(), row.seen.period))
    groups = groupby(ordered, key=lambda row: (row.key, row.origin))
    return [Series(key=key, origin=origin, observations=[row.seen for row in group]) for (key, origin), group in groups]
