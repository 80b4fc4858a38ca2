"""The HTML of a block as paragraphs for a slide, and as plain lines for its notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from lxml.html import HtmlElement

from scripts.export.article import words

_PARAGRAPHS = (
    "p",
    "blockquote",
    "div",
    "section",
    "ul",
    "ol",
    "li",
    "details",
    "table",
    "thead",
    "tbody",
    "tr",
    "dl",
    "dt",
    "dd",
)


@dataclass(frozen=True)
class Run:
    """Words that look the same. Sources are `small`; `href` is a full address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    href: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`mark` is what stands before it; `number` is its place in a list that counts (from 1), in figures or in letters."""

    runs: tuple[Run, ...]
    mark: Literal["", "bullet", "figure", "letter"] = ""
    number: int = 0
    level: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def plain(text: str, bold: bool = False) -> Paragraph:
    return Paragraph((Run(text, bold),))


def paragraphs(*elements: HtmlElement) -> tuple[Paragraph, ...]:
    """All text in order: items of a list keep their mark, each row of a table is a line, and that of its headings bold."""
    return tuple(paragraph for element in elements for paragraph in _block(element, 0))


def lines(element: HtmlElement) -> tuple[str, ...]:
    """The same as plain text, marks written out."""
    return tuple(f"{_mark(paragraph)}{paragraph.text}" for paragraph in paragraphs(element))


def _mark(paragraph: Paragraph) -> str:
    indent = "    " * paragraph.level
    return indent + {"": "", "bullet": "• "}.get(paragraph.mark, f"{paragraph.number}. ")


def sources(element: HtmlElement) -> tuple[str, ...]:
    """The sources cited in `element`, each once."""
    return tuple(dict.fromkeys(words(source) for box in element.find_class("citations") for source in box))


def _paragraphs(element: HtmlElement, level: int) -> Iterator[Paragraph]:
    loose: list[Run] = [Run(element.text or "")]
    for child in element:
        if child.tag in _PARAGRAPHS:
            yield from _closed(loose)
            yield from _block(child, level)
            loose = [Run(child.tail or "")]
        else:
            loose += [*_runs(child, Run("")), Run(child.tail or "")]
    yield from _closed(loose)


def _block(element: HtmlElement, level: int) -> Iterator[Paragraph]:
    if element.tag in ("ul", "ol"):
        yield from _list(element, level)
    elif element.tag == "tr":
        yield plain(" | ".join(words(cell) for cell in element), bold=element.find("td") is None)
    else:
        yield from _paragraphs(element, level)


def _list(element: HtmlElement, level: int) -> Iterator[Paragraph]:
    for number, item in enumerate(element.findall("li"), 1):
        first, *rest = _paragraphs(item, level + 1)
        mark: Literal["figure", "bullet"] = "figure" if element.tag == "ol" else "bullet"
        yield replace(first, mark=mark, number=number if mark == "figure" else 0, level=level)
        yield from rest


def _runs(element: Any, style: Run) -> Iterator[Run]:
    if not isinstance(element.tag, str):  # a comment
        return
    if "citations" in element.get("class", "").split():
        yield replace(style, text=f"({'; '.join(words(source) for source in element)})", small=True)
        return
    if "doubt" in element.get("class", "").split():  # a reader of the page sees a frame around it
        yield replace(style, text=f"({words(element)})")
        return
    style = _styled(element, style)
    yield replace(style, text=element.text or "")
    for child in element:
        yield from _runs(child, style)
        yield replace(style, text=child.tail or "")


def _styled(element: HtmlElement, style: Run) -> Run:
    if element.tag in ("strong", "b"):
        return replace(style, bold=True)
    if element.tag in ("em", "i"):
        return replace(style, italic=True)
    if element.tag == "a" and "term" not in element.get("class", ""):
        return replace(style, href=element.get("href", ""))
    return style


def _closed(loose: Sequence[Run]) -> Iterator[Paragraph]:
    """One paragraph of these runs with white space as a browser shows it; none when there is nothing to read."""
    runs: list[Run] = []
    for run in loose:
        space = "" if not runs or runs[-1].text.endswith(" ") else " "
        text = (space if run.text[:1].isspace() else "") + " ".join(run.text.split())
        text += " " if run.text[-1:].isspace() and run.text.strip() else ""
        if runs and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(run, text=runs[-1].text + text)
        elif text:
            runs.append(replace(run, text=text))
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    if any(run.text for run in runs):
        yield Paragraph(tuple(run for run in runs if run.text))
