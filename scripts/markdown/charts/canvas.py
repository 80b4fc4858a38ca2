"""What all charts share: a sheet in units of the drawing, text on it, and a scale from zero."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path
from matplotlib.ticker import MaxNLocator

from scripts.markdown.charts.ink import FONT_SIZE, INK, SMALL

# Arial, Roboto and Segoe UI against DejaVu Sans, with something to spare.
NARROWER = 0.92


def sheet(width: float, height: float) -> Figure:
    """An empty drawing; a unit is a point, so that a place in it is a place in the SVG."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    figure.patch.set_visible(False)
    return figure


def plot(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """An empty plot at this place, without frame or ticks."""
    whole_width, whole_height = figure.get_figwidth() * 72, figure.get_figheight() * 72
    axes = figure.add_axes((left / whole_width, bottom / whole_height, width / whole_width, height / whole_height))
    axes.patch.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=INK["soft"], pad=6)
    return axes


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """In units of the drawing; the fonts of readers are narrower than matplotlib's own, in which it is measured."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, FontProperties(family="DejaVu Sans", size=size), False)
    return float(width) * NARROWER


def ceiling(highest: float, bins: int) -> list[float]:
    """Round ticks from zero to just above `highest`."""
    return [float(tick) for tick in MaxNLocator(nbins=bins, steps=[1, 2, 2.5, 5, 10]).tick_values(0, highest or 1)]


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near to `wanted` as can be, `gap` apart and between `low` and `high`, in the same order.

    When they do not fit between the two, they keep their distance and go below `low`.
    """
    order = sorted(range(len(wanted)), key=lambda index: (-wanted[index], index))
    placed: dict[int, float] = {}
    ceiling_ = high
    for index in order:
        placed[index] = ceiling_ = min(wanted[index], ceiling_)
        ceiling_ -= gap
    floor = low
    for index in reversed(order):
        if placed[index] >= floor:
            break
        placed[index] = floor
        floor += gap
    overflow = max(0.0, placed[order[0]] - high) if order else 0.0
    return [placed[index] - overflow for index in range(len(wanted))]
