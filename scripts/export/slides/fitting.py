"""Whether a text fits in its box: how wide its words are, in which size it may stand, and where it is split.

The widths are those of Helvetica, which Arial was drawn to; matplotlib brings them along, so no font of this machine has a say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import matplotlib
from fontTools.agl import toUnicode

from scripts.export.slides.layouts import Box
from scripts.export.slides.text import Paragraph, Run

# Of the size of the letters: a line of Arial, what stands free above a paragraph, a dot or a number with its space, small print.
LINE, BEFORE, INDENT, COUNTED, SMALL = 1.16, 0.4, 1.1, 1.7, 0.7
POINTS = 72
# No two programs break lines quite alike.
_SAFETY = 1.03


@lru_cache(maxsize=2)
def _widths(bold: bool) -> dict[str, int]:
    """In thousandths of the size of the letters."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "pdfcorefonts"
    text = (folder / ("Helvetica-Bold.afm" if bold else "Helvetica.afm")).read_text(encoding="latin-1")
    found = [line.split() for line in text.splitlines() if line.startswith("C ")]
    return {toUnicode(parts[7]): int(parts[4]) for parts in found}


def _width(run: Run, word: str, size: float, bold: bool) -> float:
    widths = _widths(run.bold or bold)
    return sum(widths.get(letter, 1000) for letter in word) * size * (SMALL if run.small else 1) / 1000


@lru_cache(maxsize=4096)
def lines_of(paragraph: Paragraph, size: float, width: float, bold: bool = False) -> int:
    """How many lines it takes in a box that leaves `width` points for text."""
    room = width / _SAFETY - indent(paragraph) * size
    count, used = 1, 0.0
    for long, gap in _words(paragraph, size, bold):
        if used and used + gap + long > room:
            count, used = count + 1, 0.0
        used += long + (gap if used else 0)
        count, used = count + int(used // room), used % room
    return count


def indent(paragraph: Paragraph) -> float:
    """Where its text begins, of the size of the letters."""
    return INDENT * paragraph.level + mark_width(paragraph)


def mark_width(paragraph: Paragraph) -> float:
    """Of the size of the letters."""
    return COUNTED if paragraph.number else INDENT if paragraph.mark else 0


def _words(paragraph: Paragraph, size: float, bold: bool) -> Iterator[tuple[float, float]]:
    """Per word how long it is and the space before it; a word can go on from one run into the next."""
    long, gap = 0.0, 0.0
    for run in paragraph.runs:
        for number, word in enumerate(run.text.split(" ")):
            if number:
                yield long, gap
                long, gap = 0.0, _width(run, " ", size, bold)
            long += _width(run, word, size, bold)
    yield long, gap


def height(paragraphs: Sequence[Paragraph], size: float, box: Box) -> float:
    """In points, without the insets of the box. LibreOffice leaves space above the first paragraph too."""
    inside = (box.width - 2 * box.inset_x) * POINTS
    rows = sum(lines_of(paragraph, size, inside, box.bold) for paragraph in paragraphs)
    return (rows * LINE + len(paragraphs) * BEFORE) * size


def room(box: Box) -> float:
    """The height for text, in points."""
    return (box.height - 2 * box.inset_y) * POINTS


Texts = dict[Box, tuple[Paragraph, ...]]


def fitted(texts: Texts) -> tuple[dict[Box, int], list[Texts]]:
    """The size of each box, and its text per slide: as few slides as can be, in the largest letters that allow it.

    Boxes that split have one size together. Raises ValueError when a text that may not be split does not fit.
    """
    whole = {box: text for box, text in texts.items() if not box.splits}
    sizes = {box: _size(text, box) for box, text in whole.items()}
    parted = {box: text for box, text in texts.items() if box.splits}
    size, slides = _parted(parted)
    return sizes | dict.fromkeys(parted, size), [whole | slide for slide in slides]


def _size(text: Sequence[Paragraph], box: Box) -> int:
    for size in range(box.size, box.smallest - 1, -1):
        if height(text, size, box) <= room(box):
            return size
    raise ValueError(f"te lang voor '{box.name}' op een dia: {text[0].text[:80]}")


def _parted(texts: Texts) -> tuple[int, list[Texts]]:
    if not texts:
        return 0, [{}]
    largest, smallest = (max(getattr(box, name) for box in texts) for name in ("size", "smallest"))
    for count in range(1, 20):
        for size in range(largest, smallest - 1, -1):
            if all(len(_pieces(text, size, box, room(box))) <= count for box, text in texts.items()):
                return size, _even(texts, size, count)
    raise ValueError("te lang voor twintig dia's")


def _even(texts: Texts, size: int, count: int) -> list[Texts]:
    """Split so that the slides are about equally full."""
    slides: list[Texts] = [{} for _ in range(count)]
    for box, text in texts.items():
        limits = (room(box) * part / 20 for part in range(20 // count, 21))
        pieces = next(found for limit in limits if len(found := _pieces(text, size, box, limit)) <= count)
        for slide, piece in zip(slides, pieces, strict=False):
            slide[box] = piece
    return slides


def _pieces(text: Sequence[Paragraph], size: int, box: Box, limit: float) -> list[tuple[Paragraph, ...]]:
    """Filled one after the other up to `limit`; a paragraph that is alone may go on to the end of the box."""
    pieces: list[list[Paragraph]] = [[]]
    for paragraph in _cut(text, size, box):
        if pieces[-1] and height([*pieces[-1], paragraph], size, box) > limit:
            pieces.append([])
        pieces[-1].append(paragraph)
    return [tuple(piece) for piece in pieces]


def _cut(text: Sequence[Paragraph], size: int, box: Box) -> Iterator[Paragraph]:
    """A paragraph that does not fit in the box by itself is cut between its sentences."""
    for paragraph in text:
        parts = [paragraph] if height([paragraph], size, box) <= room(box) else list(_sentences(paragraph))
        for part in parts:
            if height([part], size, box) > room(box):
                raise ValueError(f"een zin te lang voor een dia: {part.text[:80]}")
            yield part


def _sentences(paragraph: Paragraph) -> Iterator[Paragraph]:
    runs: list[Run] = []
    mark = paragraph
    for run in paragraph.runs:
        *closed, rest = run.text.replace(". ", ".\n").split("\n")
        for sentence in closed:
            yield replace(mark, runs=(*runs, replace(run, text=sentence)))
            runs, mark = [], replace(paragraph, mark="", number=0)
        if rest:
            runs.append(replace(run, text=rest))
    if runs:
        yield replace(mark, runs=tuple(runs))
