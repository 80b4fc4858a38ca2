"""What a page says of one value: the number in Dutch, its state, and the words for its codes."""

from dataclasses import dataclass

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.labels import AREAS, FLAGS, SEXES
from scripts.statistics.freshness import build_date, freshness
from scripts.statistics.model import Indicator, Observation, Origin, Series
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

    indicator: Indicator
    state: str
    series: Series | None
    observation: Observation | None

    @property
    def value(self) -> str:
        """The number in Dutch with its unit sign; empty when there is none."""
        if self.observation is None or self.observation.value is None:
            return ""
        sign = "\u00a0%" if self.indicator.unit == "PC" else ""
        return number(self.observation.value, self.indicator.unit) + sign


def find_indicator(site: Site, name: str) -> Indicator:
    """Raises ContentError that lists what there is."""
    if name not in site.indicators:
        known = ", ".join(sorted(site.indicators))
        raise ContentError("docs/bronnen/indicatoren.yml", 1, f"onbekende indicator '{name}'", f"kies uit: {known}")
    return site.indicators[name]


def find_figure(site: Site, name: str, geo: str, sex: str) -> Figure:
    """The newest value of `name` for this area and sex, and whether it may still be shown today."""
    indicator = find_indicator(site, name)
    if not any(key.geo == geo and key.sex == sex for key in indicator.series):
        known = ", ".join(sorted({f"{key.geo}/{key.sex}" for key in indicator.series}))
        raise ContentError("docs/bronnen/indicatoren.yml", 1, f"'{name}' heeft geen reeks {geo}/{sex}", f"kies uit: {known}")
    found = latest(site.data[name], geo, sex) if name in site.data else None
    if found is None:
        return Figure(indicator, "missing", None, None)
    series, observation = found
    return Figure(indicator, freshness(series, indicator, build_date()), series, observation)


def number(value: float, unit: str) -> str:
    """A value as Dutch writes it: `9,8` (published rates have one decimal, also when it is zero) or `12 345`."""
    if unit == "PC":
        return f"{value:.1f}".replace(".", ",")
    return f"{value:,.0f}".replace(",", "\u00a0")


def day(value: object) -> str:
    """A date in Dutch: `16 april 2026`."""
    year, month, number_ = str(value).split("-")
    return f"{int(number_)} {MONTHS[int(month) - 1]} {year}"


def area(geo: str) -> str:
    return AREAS[geo]


def people(indicator: Indicator, sex: str) -> str:
    """Age and, when it is not everybody, sex: `15-29 jaar, vrouwen`."""
    return ", ".join(part for part in (indicator.age, "" if sex == "T" else SEXES[sex]) if part)


def flag_words(flags: str) -> list[str]:
    return [FLAGS[flag] for flag in flags]


def source_page(origin: Origin) -> str:
    """Where a reader can look the value up: for Eurostat the dataset's DOI, because the query itself answers to machines."""
    return f"https://doi.org/10.2908/{origin.dataset.upper()}" if origin.publisher == "Eurostat" else origin.url
