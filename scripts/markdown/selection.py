"""Which series of an indicator a table or chart puts side by side: areas, sexes or groups, with the rest kept the same."""

from dataclasses import dataclass, replace
from typing import Literal

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.figures import area, chosen_key, find_indicator
from scripts.markdown.labels import SEXES, SHORT_AREAS
from scripts.statistics.model import Indicator, Key, Observation, Origin

By = Literal["geo", "sex", "group"]
WAYS: tuple[By, ...] = ("geo", "sex", "group")


@dataclass(frozen=True)
class Column:
    """One series: its place among the others (`label`; `short` where there is little room), its values by period, their origins.

    A key can have more origins: a few years from one publisher, the rest from another. Without values it was never fetched.
    """

    key: Key
    label: str
    short: str
    values: dict[str, Observation]
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class Selection:
    """The columns, and in words what they have in common: `België, vrouwen`."""

    name: str
    indicator: Indicator
    by: By
    columns: tuple[Column, ...]
    common: str

    @property
    def title(self) -> str:
        return ", ".join(part for part in (self.indicator.short, self.common) if part)

    @property
    def filled(self) -> list[Column]:
        return [column for column in self.columns if column.values]

    @property
    def periods(self) -> list[str]:
        """Every period with a value or a flag, newest first."""
        return sorted({period for column in self.columns for period in column.values}, reverse=True)

    @property
    def origins(self) -> list[Origin]:
        """Each once, in the order of the columns."""
        return list(dict.fromkeys(origin for column in self.columns for origin in column.origins))

    def without(self, *sexes: str) -> "Selection":
        """A chart of men and women does not need their total."""
        return replace(self, columns=tuple(column for column in self.columns if column.key.sex not in sexes))


def select(site: Site, name: str, *, by: str = "", geo: str = "", sex: str = "", group: str = "") -> Selection:
    """`by` is what differs; of the rest the code given, else the editor's first. Raises ContentError that lists what there is."""
    indicator = find_indicator(site, name)
    way = _way(name, by)
    fixed = {"geo": geo, "sex": sex, "group": group} | {way: ""}
    key = chosen_key(name, indicator, **fixed)
    wanted = [one for one in indicator.series if _rest(one, way) == _rest(key, way)]
    columns = tuple(_column(site, name, indicator, one, way) for one in wanted)
    return Selection(name, indicator, way, columns, _common(indicator, key, way))


def _way(name: str, by: str) -> By:
    for way in WAYS:
        if way == (by or "geo"):
            return way
    raise ContentError("docs/bronnen/indicatoren.yml", 1, f"'{name}' heeft geen '{by}'", f"kies by uit: {', '.join(WAYS)}")


def _rest(key: Key, way: By) -> dict[str, str]:
    return {name: code for name, code in key.model_dump().items() if name != way}


def _column(site: Site, name: str, indicator: Indicator, key: Key, way: By) -> Column:
    series = [one for one in site.data[name].series if one.key == key] if name in site.data else []
    values = {seen.period: seen for one in series for seen in one.observations}
    label = {"geo": area(key.geo), "sex": SEXES[key.sex], "group": indicator.groups.get(key.group, "")}[way]
    short = SHORT_AREAS.get(key.geo, label) if way == "geo" else label
    return Column(key, label[:1].upper() + label[1:], short, values, tuple(one.origin for one in series))


def _common(indicator: Indicator, key: Key, way: By) -> str:
    parts = {
        "geo": area(key.geo),
        "sex": "" if key.sex == "T" else SEXES[key.sex],
        "group": indicator.groups.get(key.group, ""),
    }
    return ", ".join(words for name, words in parts.items() if name != way and words)
