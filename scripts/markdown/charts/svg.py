"""Turns the SVG that matplotlib writes into one line that belongs in our pages.

No ids, no style sheet, no metadata, no inline style: colours become classes that `grafiek.css` fills in (light, dark, paper), and
the light ones stay as attributes for who reads the drawing without that style sheet. Text stays text, in the font of the page.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from scripts.markdown.charts.ink import INK
from scripts.markdown.html import safe

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_ROLES = {colour: role for role, colour in INK.items()}
_NUMBER = re.compile(r"-?\d+\.\d+")
# What remains of a style; the rest is the same everywhere and stands in grafiek.css.
_KEPT = ("stroke-width", "stroke-dasharray", "text-anchor", "font-size")


def tidy(drawn: str) -> str:
    """The shapes and texts in `drawn`, in their order, as one line without the `<svg>` around them."""
    root = ElementTree.fromstring(drawn)  # noqa: S314 - matplotlib wrote it a moment ago
    shapes = {shape.get("id"): shape for defs in root.iter(f"{_SVG}defs") for shape in defs}
    return "".join(_written(one, shapes) for one in _leaves(root))


def _leaves(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in (f"{_SVG}path", f"{_SVG}text", f"{_SVG}use"):
            yield child
        elif child.tag == f"{_SVG}g":
            yield from _leaves(child)


def _written(element: Element, shapes: dict[str | None, Element]) -> str:
    style = _style(element)
    if element.tag == f"{_SVG}text":
        return f"<text{_attributes(_place(element) | _inked(style, fill='text'))}>{safe(element.text or '')}</text>"
    if element.tag == f"{_SVG}use":
        shape = shapes[element.attrib[_LINK].removeprefix("#")]
        moved = {"d": _path(shape), "transform": f"translate({_rounded(element.attrib['x'])} {_rounded(element.attrib['y'])})"}
        return f"<path{_attributes(moved | _inked(_style(shape) | style))}/>"
    return f"<path{_attributes({'d': _path(element)} | _inked(style))}/>"


def _style(element: Element) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}


def _place(text: Element) -> dict[str, str]:
    moved = re.search(r"translate\((\S+) (\S+)\)", text.get("transform", ""))
    x, y = moved.groups() if moved else (text.attrib["x"], text.attrib["y"])
    return {"x": _rounded(x), "y": _rounded(y)}


def _inked(style: dict[str, str], fill: str = "none") -> dict[str, str]:
    """Colours by what they are for; a shape of which matplotlib says nothing is not filled, a text has the colour of text."""
    paint = {"fill": style.get("fill", INK.get(fill, fill)), "stroke": style.get("stroke", "none")}
    roles = " ".join(f"{name[0]}-{_ROLES[colour]}" for name, colour in paint.items() if colour in _ROLES)
    kept = {name: _rounded(style[name].removesuffix("px")) for name in _KEPT if name in style and style[name] != "start"}
    visible = {name: colour for name, colour in paint.items() if colour != "none" or name == "fill"}
    return {**({"class": roles} if roles else {}), **visible, **kept}


def _path(element: Element) -> str:
    return re.sub(r"\s*([A-Za-z])\s*", r"\1", _rounded(" ".join(element.attrib["d"].split())))


def _rounded(text: str) -> str:
    """Numbers to a tenth of a unit: finer than a screen shows."""
    # Adding zero turns -0.0 into 0.0.
    return _NUMBER.sub(lambda found: f"{round(float(found[0]), 1) + 0.0:g}", text)


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in values.items())
