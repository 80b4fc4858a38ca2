"""How parts of a chart look: colours by role, and per line a marker and a dash, so that it can be told apart without colour.

These colours are those of light mode; `grafiek.css` gives each role its colour in dark mode and on paper. No two roles share one.
"""

from dataclasses import dataclass

INK = {
    "text": "#1f2b2d",
    "soft": "#52605f",
    "grid": "#dacfba",
    "paper": "#fbf8f2",
    "1": "#0b5561",
    "2": "#b3410b",
    "3": "#5b3fa8",
    "4": "#756500",
    "5": "#8f2f5d",
    "6": "#2f6b2f",
}

# In units of the drawing: on the screen of a phone this is some eleven pixels.
FONT_SIZE = 13
SMALL = 12


@dataclass(frozen=True)
class Style:
    """`dash` is a matplotlib line style."""

    colour: str
    marker: str
    dash: str | tuple[int, tuple[int, ...]]


STYLES = [
    Style(INK["1"], "o", "solid"),
    Style(INK["2"], "s", (0, (5, 2))),
    Style(INK["3"], "^", (0, (1, 2))),
    Style(INK["4"], "D", (0, (7, 2, 1, 2))),
    Style(INK["5"], "v", (0, (3, 1))),
    Style(INK["6"], "P", (0, (9, 3))),
]
