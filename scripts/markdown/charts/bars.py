"""Bars and dot-ranges: one row per area, sex or group, its name on the left and its number on the right."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from scripts.markdown.charts.canvas import ceiling, plot, sheet, text_width
from scripts.markdown.charts.ink import FONT_SIZE, INK, SMALL
from scripts.markdown.charts.model import BarChart, RangeChart
from scripts.markdown.charts.words import amount, between
from scripts.statistics.model import Unit

ROW, BELOW, ABOVE = 30, 26, 6


def draw_bars(chart: BarChart, width: int) -> Figure:
    texts = [amount(bar.value, chart.unit) if bar.value is not None else bar.note for bar in chart.bars]
    right = max((text_width(text) for bar, text in zip(chart.bars, texts, strict=True) if bar.value is not None), default=0)
    figure, axes = _rows([bar.label for bar in chart.bars], width, right)
    _scale(axes, max(bar.value or 0 for bar in chart.bars), chart.unit)
    for row, (bar, text) in enumerate(zip(chart.bars, texts, strict=True)):
        if bar.value is None:
            _beside(axes, 0, row, text, INK["soft"])
        else:
            axes.barh(row, bar.value, height=0.6, color=INK["1"], clip_on=False)
            _beside(axes, bar.value, row, text, INK["text"])
    return figure


def draw_ranges(chart: RangeChart, width: int) -> Figure:
    texts = [between(one, chart.unit) for one in chart.ranges]
    figure, axes = _rows([one.label for one in chart.ranges], width, max(map(text_width, texts)))
    _scale(axes, max(one.high for one in chart.ranges), chart.unit)
    for row, (one, text) in enumerate(zip(chart.ranges, texts, strict=True)):
        axes.plot([one.low, one.high], [row, row], color=INK["1"], linewidth=2, clip_on=False)
        for end in (one.low, one.high):
            axes.plot([end, end], [row - 0.2, row + 0.2], color=INK["1"], linewidth=2, clip_on=False)
        if one.best is not None:
            axes.plot(one.best, row, color=INK["1"], marker="o", markersize=8, clip_on=False)
        _beside(axes, one.high, row, text, INK["text"])
    return figure


def _rows(labels: list[str], width: int, right: float) -> tuple[Figure, Axes]:
    height = len(labels) * ROW + BELOW + ABOVE
    left = max(map(text_width, labels)) + 10
    figure = sheet(width, height)
    axes = plot(figure, left, BELOW, width - left - right - 14, height - BELOW - ABOVE)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_yticks(range(len(labels)), labels)
    axes.tick_params(axis="y", labelsize=FONT_SIZE, labelcolor=INK["text"])
    return figure, axes


def _scale(axes: Axes, highest: float, unit: Unit) -> None:
    ticks = ceiling(highest, 3)
    axes.set_xlim(0, ticks[-1])
    axes.set_xticks(ticks, [amount(tick, unit, tick=True) for tick in ticks])
    axes.tick_params(axis="x", labelsize=SMALL)
    axes.grid(axis="x", color=INK["grid"], linewidth=1)


def _beside(axes: Axes, place: float, row: int, text: str, colour: str) -> None:
    axes.annotate(
        text,
        (place, row),
        (8, 0),
        "data",
        "offset points",
        va="center_baseline",
        color=colour,
        fontsize=FONT_SIZE,
        annotation_clip=False,
    )
