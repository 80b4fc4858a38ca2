"""What a chart says, in Dutch words: for who cannot see it, and for the few words in it."""

from scripts.markdown.charts.model import (
    Bar,
    BarChart,
    Chart,
    Line,
    LineChart,
    PanelChart,
    Range,
    RangeChart,
    breaks,
)
from scripts.markdown.figures import number, with_sign
from scripts.statistics.model import Unit

BREAK = "breuk"


def amount(value: float, unit: Unit, *, tick: bool = False) -> str:
    """A value as readers see it; a round number on a scale has no decimal."""
    if tick and value == int(value):
        return with_sign(number(value, "NR"), unit)
    return with_sign(number(value, unit), unit)


def between(one: Range, unit: Unit) -> str:
    if one.low == one.high:
        return amount(one.low, unit)
    return f"{number(one.low, unit)} tot {amount(one.high, unit)}"


def described(chart: Chart) -> str:
    """The whole chart in a few sentences."""
    match chart:
        case LineChart():
            return " ".join(["Lijngrafiek.", *(_line(line, chart.unit) for line in chart.lines), *_breaks(chart.lines)])
        case PanelChart():
            panels = (f"{title}: {' '.join(_line(line, chart.unit) for line in lines)}" for title, lines in chart.panels)
            return " ".join([f"{len(chart.panels)} kleine lijngrafieken op dezelfde schaal.", *panels])
        case BarChart():
            return " ".join(["Staafdiagram.", *(_bar(bar, chart.unit) for bar in chart.bars)])
        case RangeChart():
            return " ".join(["Grafiek met marges.", *(f"{one.label}: {between(one, chart.unit)}." for one in chart.ranges)])


def _line(line: Line, unit: Unit) -> str:
    values = line.values
    if not values:
        return f"{line.label}: geen waarde."
    first, last = values[0], values[-1]
    start = "" if first is last else f"van {amount(first.value or 0, unit)} in {first.period} naar "
    return f"{line.label}: {start}{amount(last.value or 0, unit)} in {last.period}."


def _breaks(lines: tuple[Line, ...]) -> list[str]:
    found = breaks(lines).items()
    return [f"Breuk in {period} ({', '.join(labels)}): niet vergelijkbaar met vroeger." for period, labels in found]


def _bar(bar: Bar, unit: Unit) -> str:
    return f"{bar.label}: {bar.note if bar.value is None else amount(bar.value, unit)}."
