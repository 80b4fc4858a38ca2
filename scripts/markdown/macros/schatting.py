"""`[[ schatting() ]]`: what studies elsewhere found, and the margin they give for a group of young people, with its limits.

Here the estimates live, once. The macro makes a worked table; `schatting.js` adds a field for a number of the reader's own.
Always a margin, never one number, and nothing for groups so small that a list of people would come near.
"""

from dataclasses import dataclass

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.charts.drawing import svg
from scripts.markdown.charts.model import Range, RangeChart
from scripts.markdown.citations import cite
from scripts.markdown.figures import number
from scripts.markdown.html import safe, scrolling_table
from scripts.markdown.place import Place


@dataclass(frozen=True)
class Estimate:
    """One published share of a population. `low` and `high` are per thousand people, equal when a study gives one figure."""

    name: str
    low: int
    high: int
    counted: str
    ages: str
    study: str
    citation: str

    @property
    def percent(self) -> str:
        values = dict.fromkeys((self.low, self.high))
        return " tot ".join(f"{value / 10:.1f}".replace(".", ",") for value in values) + "\u00a0%"


@dataclass(frozen=True)
class Margin:
    """From `low` to `high` people, rounded outwards to two digits: more would look exact."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{number(self.low, 'NR')} tot {number(self.high, 'NR')}"


PROXY = Estimate(
    "Europese benadering",
    17,
    20,
    "ernstig sociaal isolement, als benadering: niet hikikomori zelf",
    "15-64 jaar",
    "bevraging bij toevalssteekproeven in 29 Europese landen, 2002-2022; of België erbij is, gingen we niet na",
    "amendola2023ess",
)
ESTIMATES = (
    Estimate(
        "overzicht van 9 studies",
        15,
        15,
        "hikikomori, in elke studie anders omschreven",
        "niet vermeld in wat wij lazen",
        "overzicht van 9 studies in de algemene bevolking, 7 uit Azië",
        "pozza2019meta",
    ),
    PROXY,
    Estimate(
        "alleen toevalssteekproeven",
        31,
        31,
        "hikikomori, in elke studie anders omschreven",
        "niet vermeld in wat wij lazen",
        "overzicht van 19 studies; dit cijfer is alleen van de studies met een toevalssteekproef",
        "zhang2025meta",
    ),
)
SIZES = (1_000, 5_000, 20_000)
SMALLEST, LARGEST = SIZES[0], 1_000_000

NO_COUNT = "Dit is een schatting, geen telling."
CAVEATS = (
    "Een cijfer voor België of Vlaanderen vonden wij niet.",
    "De studies gaan over andere landen, andere leeftijden en andere omschrijvingen. Niet één telde alleen jongeren bij ons.",
    "Het echte aantal kan ook buiten deze marge liggen. Een marge is geen ondergrens en geen bovengrens.",
    "Het zegt niets over één gemeente, school of wijk, en niets over wie hulp wil.",
    "Reken dit niet om naar een lijst of een doelgroepgrootte voor een project zonder deze grenzen erbij te zetten.",
)


def margin(young_people: int, estimates: tuple[Estimate, ...] = ESTIMATES) -> Margin:
    """How many of `young_people` the estimates together would give."""
    low, high = min(one.low for one in estimates), max(one.high for one in estimates)
    step_low, step_high = (_step(young_people * rate // 1000) for rate in (low, high))
    return Margin(
        young_people * low // (1000 * step_low) * step_low,
        -(-young_people * high // (1000 * step_high)) * step_high,
    )


def _step(value: int) -> int:
    """What two digits of `value` can tell: 10 for 155."""
    return int("1" + "0" * (len(str(value)) - 2))


def schatting(site: Site, place: Place) -> str:
    low, high = min(one.low for one in ESTIMATES), max(one.high for one in ESTIMATES)
    return (
        f'<div class="schatting">{_studies(site, place)}'
        f'<site-schatting data-low="{low}" data-high="{high}" data-proxy-low="{PROXY.low}" data-proxy-high="{PROXY.high}" '
        f'data-smallest="{SMALLEST}" data-largest="{LARGEST}">{_worked()}{_form()}</site-schatting>{_limits()}</div>'
    )


def _studies(site: Site, place: Place) -> str:
    rows = "".join(
        f'<tr><th scope="row">{safe(one.percent)}</th><td>{safe(one.counted)}</td><td>{safe(one.ages)}</td>'
        f"<td>{safe(one.study)} {_cited(site, place, one.citation)}</td></tr>"
        for one in ESTIMATES
    )
    heads = ("Deel van de bevolking", "Wat er geteld is", "Leeftijd", "Soort studie")
    return _chart() + scrolling_table("Wat studies elders vonden", heads, rows, "tabel")


def _chart() -> str:
    """The shares side by side, from zero: how far apart they lie is the first thing to see. The table under it says the same."""
    ranges = tuple(Range(one.name, one.low / 10, one.high / 10) for one in ESTIMATES)
    title = "Deel van de bevolking, volgens studies elders"
    return (
        f'<figure class="grafiek"><figcaption><strong>{safe(title)}</strong></figcaption>'
        f"{svg(RangeChart(ranges, 'PC'), 'grafiek-schatting', title)}</figure>"
    )


def _cited(site: Site, place: Place, key: str) -> str:
    if key not in site.bibliography:
        what = f"de schatting steunt op bron '{key}', die er niet staat"
        raise ContentError("docs/bronnen/literatuur.bib", 1, what, "zet ze terug, of pas ESTIMATES aan in schatting.py")
    return cite([site.bibliography[key][0]], place)


def _worked() -> str:
    rows = "".join(
        f'<tr><th scope="row">{safe(number(size, "NR"))}</th><td>ongeveer {safe(margin(size))}</td>'
        f"<td>ongeveer {safe(margin(size, (PROXY,)))}</td></tr>"
        for size in SIZES
    )
    heads = ("Aantal jongeren (verzonnen)", "Alle schattingen samen", "Alleen de Europese benadering")
    return scrolling_table("Dezelfde schattingen, uitgerekend voor een verzonnen groep", heads, rows, "tabel")


def _form() -> str:
    """Hidden until its script runs; the field has no name, so nothing could be sent. The script fills in the answer."""
    bounds = f"Een getal van {number(SMALLEST, 'NR')} tot {number(LARGEST, 'NR')}. Het blijft in je browser."
    return (
        '<form class="schatting__form" hidden data-needs-script data-search-exclude novalidate autocomplete="off">'
        '<label for="schatting-aantal">Hoeveel jongeren wonen er in de groep waar jij aan denkt?</label>'
        f'<p class="schatting__hint" id="schatting-uitleg">{safe(bounds)}</p>'
        '<p class="schatting__entry"><input id="schatting-aantal" type="text" inputmode="numeric" '
        'aria-describedby="schatting-uitleg"> <button type="submit" class="md-button">Toon de marge</button></p></form>'
        '<div class="schatting__answer" role="status"></div>'
    )


def _limits() -> str:
    items = "".join(f"<li>{safe(caveat)}</li>" for caveat in CAVEATS)
    return f'<p class="schatting__limits"><strong>{safe(NO_COUNT)}</strong></p><ul>{items}</ul>'
