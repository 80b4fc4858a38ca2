"""What a page says of one value: the number in Dutch, its state, and the words for its codes."""

from dataclasses import dataclass

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.labels import AREAS, FLAGS, NOT_FETCHED, SEXES, TOO_OLD
from scripts.statistics.freshness import build_date, freshness
from scripts.statistics.model import Indicator, Key, Observation, Origin, Series
from scripts.statistics.store import latest

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


@dataclass(frozen=True)
class Figure:
    """The newest value of one key. `state` is missing, fresh, late or hidden; without a value series and observation are None."""

    name: str
    indicator: Indicator
    key: Key
    state: str
    series: Series | None
    observation: Observation | None

    @property
    def value(self) -> str:
        """The number in Dutch with its unit sign; empty when there is none."""
        if self.observation is None or self.observation.value is None:
            return ""
        return with_sign(number(self.observation.value, self.indicator.unit), self.indicator.unit)

    @property
    def shown(self) -> str:
        """The value, or the words that stand in its place."""
        return {"missing": NOT_FETCHED, "hidden": TOO_OLD}.get(self.state, self.value)


def find_indicator(site: Site, name: str) -> Indicator:
    """Raises ContentError that lists what there is."""
    if name not in site.indicators:
        known = ", ".join(sorted(site.indicators))
        raise ContentError("docs/bronnen/indicatoren.yml", 1, f"onbekende indicator '{name}'", f"kies uit: {known}")
    return site.indicators[name]


def find_figure(site: Site, name: str, geo: str = "", sex: str = "", group: str = "") -> Figure:
    """The newest value of `name` for this area, sex and group, and whether it may still be shown today."""
    indicator = find_indicator(site, name)
    key = chosen_key(name, indicator, geo, sex, group)
    found = latest(site.data[name], key.geo, key.sex, key.group) if name in site.data else None
    if found is None:
        return Figure(name, indicator, key, "missing", None, None)
    series, observation = found
    return Figure(name, indicator, key, freshness(series, indicator, build_date()), series, observation)


def chosen_key(name: str, indicator: Indicator, geo: str = "", sex: str = "", group: str = "") -> Key:
    """The series an author asks for; what is not named is the first the editor listed.

    Raises ContentError that lists what there is.
    """
    first = indicator.series[0]
    key = Key(geo=geo or first.geo, sex=sex or first.sex, group=group or first.group)
    if key not in indicator.series:
        known = ", ".join(sorted({one.said for one in indicator.series}))
        what = f"'{name}' heeft geen reeks {key.said}"
        raise ContentError("docs/bronnen/indicatoren.yml", 1, what, f"kies uit: {known}")
    return key


def number(value: float, unit: str) -> str:
    """A value as Dutch writes it: `9,8` (published rates and marks have one decimal, also when it is zero) or `12 345`."""
    if unit != "NR":
        return f"{value:.1f}".replace(".", ",")
    return f"{value:,.0f}".replace(",", "\u00a0")


def with_sign(text: str, unit: str) -> str:
    return f"{text}\u00a0%" if unit == "PC" else text


def day(value: object) -> str:
    """A date in Dutch: `16 april 2026`."""
    year, month, number_ = str(value).split("-")
    return f"{int(number_)} {MONTHS[int(month) - 1]} {year}"


def area(geo: str) -> str:
    return AREAS[geo]


def people(indicator: Indicator, key: Key) -> str:
    """Age, and when it is not everybody, sex and group: `15-29 jaar, vrouwen`."""
    sex = "" if key.sex == "T" else SEXES[key.sex]
    return ", ".join(part for part in (indicator.age, sex, indicator.groups.get(key.group, "")) if part)


def flag_words(flags: str) -> list[str]:
    return [FLAGS[flag] for flag in flags]


def source_page(origin: Origin) -> str:
    """Where a reader can look the value up: for Eurostat the dataset's DOI, because the query itself answers to machines."""
    return f"https://doi.org/10.2908/{origin.dataset.upper()}" if origin.publisher == "Eurostat" else origin.url
