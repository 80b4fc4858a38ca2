"""Lines over time: each with its own colour, marker and dash, and its name beside it instead of in a legend."""

from typing import cast

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from scripts.markdown.charts.canvas import ceiling, plot, sheet, spread, text_width
from scripts.markdown.charts.ink import FONT_SIZE, INK, SMALL, STYLES, Style
from scripts.markdown.charts.model import Line, LineChart, PanelChart, Point, breaks, position, segments, step
from scripts.markdown.charts.words import BREAK, amount
from scripts.statistics.model import Unit

LINE_HEIGHT = 15.0
HEIGHT, PANEL_HEIGHT = 260, 120
ABOVE, BELOW = 36, 26
# What a year takes on the time axis, with air around it.
YEAR_WIDTH = 38


def draw_lines(chart: LineChart, width: int) -> Figure:
    figure = sheet(width, HEIGHT)
    left, right = _scale_width(chart.lines, chart.unit), _labels_width(chart.lines, chart.unit)
    axes = plot(figure, left, BELOW, width - left - right, HEIGHT - ABOVE - BELOW)
    _scales(axes, chart.lines, chart.unit, most_years=int((width - left - right) / YEAR_WIDTH))
    _content(axes, chart.lines, chart.lines, chart.unit)
    return figure


def draw_panels(chart: PanelChart, width: int) -> Figure:
    rows = (len(chart.panels) + 1) // 2
    every = tuple(line for _, lines in chart.panels for line in lines)
    figure = sheet(width, rows * (PANEL_HEIGHT + ABOVE + BELOW))
    left, right = _scale_width(every, chart.unit), _labels_width(every, chart.unit)
    for number, (title, lines) in enumerate(chart.panels):
        column, row = number % 2, rows - 1 - number // 2
        bottom = row * (PANEL_HEIGHT + ABOVE + BELOW) + BELOW
        axes = plot(figure, left + column * width / 2, bottom, width / 2 - left - right, PANEL_HEIGHT)
        _scales(axes, every, chart.unit, most_years=2)
        axes.annotate(title, (0, 1), (-left, 21), "axes fraction", "offset points", color=INK["text"], fontsize=FONT_SIZE)
        _content(axes, lines, every, chart.unit)
    return figure


def _scale_width(lines: tuple[Line, ...], unit: Unit) -> float:
    return max(text_width(amount(tick, unit, tick=True), SMALL) for tick in _ticks(lines)) + 8


def _labels_width(lines: tuple[Line, ...], unit: Unit) -> float:
    newest = _newest(lines)
    return max(text_width(_label(line, newest, unit), SMALL) for line in lines if line.values) + 14


def _scales(axes: Axes, lines: tuple[Line, ...], unit: Unit, most_years: int) -> None:
    ticks = _ticks(lines)
    axes.set_ylim(0, ticks[-1])
    axes.set_yticks(ticks, [amount(tick, unit, tick=True) for tick in ticks])
    axes.grid(axis="y", color=INK["grid"], linewidth=1)
    periods = sorted({point.period for line in lines for point in line.points}, key=position)
    shown = _thinned(periods, most_years)
    axes.set_xlim(position(periods[0]), position(periods[-1]))
    axes.set_xticks([position(period) for period in shown], shown)


def _thinned(periods: list[str], most: int) -> list[str]:
    """At most `most` periods, evenly spread, the newest always; with two the oldest and the newest."""
    if most <= 2:
        return [periods[0], periods[-1]]
    every = -(-len(periods) // max(most, 1))
    return periods[::-1][::every][::-1]


def _ticks(lines: tuple[Line, ...]) -> list[float]:
    return ceiling(max(_height(point) for line in lines for point in line.values), 4)


def _content(axes: Axes, lines: tuple[Line, ...], every: tuple[Line, ...], unit: Unit) -> None:
    """`every` are all lines of the chart, which set its scales."""
    _break_marks(axes, lines)
    styles = dict(zip(sorted({line.label for line in every}, key=[line.label for line in every].index), STYLES, strict=False))
    for line in lines:
        _line(axes, line, styles[line.label])
    _labels(axes, [line for line in lines if line.values], styles, _newest(every), unit)


def _line(axes: Axes, line: Line, style: Style) -> None:
    for stretch in segments(line.points):
        places, values = [position(point.period) for point in stretch], [_height(point) for point in stretch]
        if len(stretch) > 1:
            axes.plot(places, values, color=style.colour, linewidth=2, linestyle=style.dash, clip_on=False)
        for point in stretch:
            _mark(axes, point, style)
    for point in line.points:
        if point.value is None:
            axes.plot(position(point.period), 0, color=style.colour, marker="x", markersize=7, clip_on=False)


def _height(point: Point) -> float:
    """Of a point that is known to have a value."""
    return cast(float, point.value)


def _mark(axes: Axes, point: Point, style: Style) -> None:
    """A value with a reservation (provisional, estimated, unreliable, other definition) gets an open mark."""
    face = INK["paper"] if set(point.flags) - {"b"} else style.colour
    axes.plot(
        position(point.period),
        _height(point),
        color=style.colour,
        marker=style.marker,
        markersize=6,
        markerfacecolor=face,
        linestyle="none",
        clip_on=False,
    )


def _break_marks(axes: Axes, lines: tuple[Line, ...]) -> None:
    """Between the two periods, with the word on top, and whose break it is when it is not everybody's."""
    drawn = [line for line in lines if line.values]
    for period, labels in breaks(lines).items():
        place = position(period) - (step(period) or 0.5) / 2
        axes.axvline(place, color=INK["soft"], linewidth=1, linestyle=(0, (2, 3)))
        words = [*labels, BREAK] if len(labels) == 1 < len(drawn) else [BREAK]
        for row, word in enumerate(words):
            axes.annotate(
                word,
                (place, 1),
                (0, 5 + row * 13),
                ("data", "axes fraction"),
                "offset points",
                ha="center",
                color=INK["soft"],
                fontsize=SMALL,
            )


def _labels(axes: Axes, lines: list[Line], styles: dict[str, Style], newest: str, unit: Unit) -> None:
    height = axes.get_window_extent().height
    per_unit = height / axes.get_ylim()[1]
    last = [(line, line.values[-1]) for line in lines]
    wanted = [_height(point) * per_unit for _, point in last]
    for (line, point), place in zip(last, spread(wanted, LINE_HEIGHT, 0, height), strict=True):
        end = position(newest)
        axes.annotate(
            _label(line, newest, unit),
            (end, place / per_unit),
            (10, 0),
            "data",
            "offset points",
            va="center_baseline",
            color=styles[line.label].colour,
            fontsize=SMALL,
            annotation_clip=False,
        )
        if point.period != newest:
            axes.plot(
                [position(point.period), end],
                [_height(point), place / per_unit],
                color=styles[line.label].colour,
                linewidth=0.8,
                linestyle=(0, (1, 3)),
                clip_on=False,
            )


def _label(line: Line, newest: str, unit: Unit) -> str:
    point = line.values[-1]
    period = "" if point.period == newest else f" ({point.period})"
    return f"{line.label} {amount(_height(point), unit)}{period}"


def _newest(lines: tuple[Line, ...]) -> str:
    return max((point.period for line in lines for point in line.points), key=position)
