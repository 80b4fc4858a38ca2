"""A chart as SVG: asks matplotlib to draw it, and remembers what was drawn.

matplotlib takes most of a second to import, so that waits for the first chart; its settings are global, so one at a time.
"""

from __future__ import annotations

import io
import logging
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from scripts.markdown.charts.model import BarChart, Chart, LineChart, PanelChart, RangeChart
from scripts.markdown.charts.svg import tidy
from scripts.markdown.charts.words import described
from scripts.markdown.html import safe

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# In units of the drawing: fit for a phone, and scaled up to the width of the text on a wide screen.
WIDTH = 420
_lock = Lock()
_SETTINGS = {
    "svg.fonttype": "none",
    # Else shapes get other names in every run.
    "svg.hashsalt": "hikikomori-in-beeld",
    # The one font that comes along with matplotlib, so that places are the same everywhere.
    "font.family": "DejaVu Sans",
    # A dollar sign in a label is a dollar sign.
    "text.parse_math": False,
    "path.simplify": False,
}
_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))


def svg(chart: Chart, name: str, title: str) -> str:
    """One line of SVG. `name` is unique on the page: the ids of its title and description start with it."""
    height, shapes = _shapes(chart)
    return (
        f'<svg class="grafiek__svg" data-search-exclude role="img" aria-labelledby="{safe(name)}-t {safe(name)}-d" '
        f'viewBox="0 0 {WIDTH} {height}" font-size="13"><title id="{safe(name)}-t">{safe(title)}</title>'
        f'<desc id="{safe(name)}-d">{safe(described(chart))}</desc>{shapes}</svg>'
    )


@lru_cache(maxsize=512)
def _shapes(chart: Chart) -> tuple[int, str]:
    """The height of the chart and its shapes."""
    # The first time, it tells on the log that it looks for fonts.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    with _lock, mpl.rc_context():
        # A developer's own settings must not change the site.
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)  # type: ignore[arg-type]  # it wants each name as a literal
        figure = _drawn(chart)
        written = io.StringIO()
        FigureCanvasSVG(figure).print_svg(written, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
        return round(figure.get_figheight() * 72), tidy(written.getvalue())


def _drawn(chart: Chart) -> Figure:
    from scripts.markdown.charts import bars, lines

    match chart:
        case LineChart():
            return lines.draw_lines(chart, WIDTH)
        case PanelChart():
            return lines.draw_panels(chart, WIDTH)
        case BarChart():
            return bars.draw_bars(chart, WIDTH)
        case RangeChart():
            return bars.draw_ranges(chart, WIDTH)
