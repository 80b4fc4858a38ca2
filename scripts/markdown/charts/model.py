"""What a chart shows. Frozen and hashable: a chart that was drawn once is not drawn again.

Values are plain numbers in the unit of the indicator; `flags` are the letters of `scripts.statistics.model.Observation`.
"""

from dataclasses import dataclass
from datetime import date

from scripts.statistics.model import Unit


@dataclass(frozen=True)
class Point:
    """One period. A value of None was withheld by the source; a period that is not there was never given."""

    period: str
    value: float | None
    flags: str = ""


@dataclass(frozen=True)
class Line:
    """Points of one area, sex or group, oldest first; `label` stands beside it in the chart."""

    label: str
    points: tuple[Point, ...]

    @property
    def values(self) -> list[Point]:
        """The points that have a value."""
        return [point for point in self.points if point.value is not None]


@dataclass(frozen=True)
class LineChart:
    """Lines over time on one scale from zero."""

    lines: tuple[Line, ...]
    unit: Unit


@dataclass(frozen=True)
class PanelChart:
    """Small multiples: a line chart per panel, all on the same scales."""

    panels: tuple[tuple[str, tuple[Line, ...]], ...]
    unit: Unit


@dataclass(frozen=True)
class Bar:
    """A value, or a note that stands in its place (`nog niet opgehaald`)."""

    label: str
    value: float | None
    note: str = ""


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars from zero, in the order given; all of one period."""

    bars: tuple[Bar, ...]
    unit: Unit


@dataclass(frozen=True)
class Range:
    """What is known to lie between `low` and `high`; `best` is a dot in it when the source gives one."""

    label: str
    low: float
    high: float
    best: float | None = None

    def __post_init__(self) -> None:
        if not self.low <= (self.low if self.best is None else self.best) <= self.high:
            raise ValueError(f"a range from {self.low} to {self.high} with {self.best} in it")


@dataclass(frozen=True)
class RangeChart:
    """Dot-range: for values that are uncertain, from zero."""

    ranges: tuple[Range, ...]
    unit: Unit


Chart = LineChart | PanelChart | BarChart | RangeChart


def position(period: str) -> float:
    """Where a period stands on the time axis, in years: its first day."""
    year, rest = int(period[:4]), period[5:]
    if rest.startswith("Q"):
        return year + (int(rest[1]) - 1) / 4
    if len(rest) > 2:
        return year + (date.fromisoformat(period).timetuple().tm_yday - 1) / 366
    return year + (int(rest) - 1) / 12 if rest else float(year)


def step(period: str) -> float:
    """The time between two periods of this form, in years; days have no fixed step and are never joined."""
    rest = period[5:]
    if not rest:
        return 1
    if rest.startswith("Q"):
        return 1 / 4
    return 1 / 12 if len(rest) == 2 else 0


def segments(points: tuple[Point, ...]) -> list[list[Point]]:
    """The stretches that may be joined by a line: it stops at a break, a withheld value and a missing period."""
    stretches: list[list[Point]] = []
    before: Point | None = None
    for point in points:
        if point.value is None:
            before = None
            continue
        if before is None or "b" in point.flags or not _adjacent(before.period, point.period):
            stretches.append([])
        stretches[-1].append(point)
        before = point
    return stretches


def breaks(lines: tuple[Line, ...]) -> dict[str, list[str]]:
    """The periods at which a line is no longer comparable with what came before it, each with the labels of those lines."""
    found: dict[str, list[str]] = {}
    for line in lines:
        for point in line.values[1:]:
            if "b" in point.flags:
                found.setdefault(point.period, []).append(line.label)
    return dict(sorted(found.items()))


def _adjacent(first: str, second: str) -> bool:
    length = step(second)
    return step(first) == length and abs(position(second) - position(first) - length) < length / 2
