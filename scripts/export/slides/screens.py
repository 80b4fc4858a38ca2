"""Which slides a lesson has, and in which order: that of the screens in a room (overrides/assets/components/schermen).

What only a trainer may know - notes, solutions, right answers - is in `notes` and nowhere else.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml.html import HtmlElement

from scripts.export.article import Article, Section, sections, words
from scripts.export.blocks import Bericht, Quiz, berichten, casussen, kort_boxes, notes, oefeningen, quizzes
from scripts.export.slides.text import Paragraph, Run, lines, paragraphs, plain, sources
from scripts.markdown.blocks.oefening import FORMS

KINDS = ("kort", "oefening", "quiz", "casus", "bericht", "hulp")
COLUMNS = 3
COUNTS = {1: "een bericht", 2: "twee berichten", 3: "drie berichten"}
TEXT = {
    "question": "Vraag",
    "several": "Vraag · meer dan één antwoord is juist",
    "hint": "Tip: ",
    "solution": "Oplossing",
    "sources": "Bronnen: ",
    "trainer": "Voor de trainer",
    "why": "waarom zo, of waarom niet",
    "made_up": "Voorstel van deze site, verzonnen mensen",
    "checked": "Nummers nagekeken op ",
}


@dataclass(frozen=True)
class Slide:
    """`parts`: what stands in each box of the layout, by its name. `notes` are plain, their headings bold; `code` is the address
    behind a QR code."""

    layout: str
    title: str
    parts: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    notes: tuple[Paragraph, ...] = ()
    code: str = ""


def screens(lesson: Article, checked: str) -> Iterator[Slide]:
    """All slides of a lesson after its title. `lesson` is for trainers; `checked`: when the numbers for help were."""
    for section in sections(lesson):
        told = section_notes(section)
        for slide in _of_section(section, lesson, checked):
            yield replace(slide, notes=(*slide.notes, *told))


def section_notes(section: Section) -> tuple[Paragraph, ...]:
    """The notes for the trainer of a part of the page, on each of its slides, as on the screen of a speaker."""
    told: list[Paragraph] = []
    for note in notes(section.body):
        minutes = f" · {note.minutes} minuten" if note.minutes else ""
        told += [plain(f"{TEXT['trainer']} · {section.title}{minutes}", bold=True), *map(plain, lines(note.body))]
    return tuple(told)


def _of_section(section: Section, lesson: Article, checked: str) -> Iterator[Slide]:
    first = section.body.find("h1") is not None
    if first:
        yield from (_warning(box, lesson) for box in section.body.find_class("warning"))
    if section.anchor == "onthoud":
        yield _remember(section, lesson)
    for kind, found in groupby(_shown(section.body), key=lambda pair: pair[0]):
        elements = [element for _, element in found]
        if kind == "bericht":
            yield from _messages(elements, section)
        elif kind == "kort":
            yield from (_kort(element, lesson.title if first else "", section) for element in elements)
        elif kind == "hulp":
            yield from (_help(element, lesson, checked) for element in elements)
        else:
            yield from (_SLIDES[kind](element) for element in elements)


def _shown(body: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The outermost blocks that have a slide, in order, each with its kind."""
    for child in body:
        if child.tag == "site-gesprek" or "grafiek" in child.get("class", "").split():
            raise ValueError("een gesprek of grafiek in een les heeft nog geen dia: zet ze op een eigen pagina en link ernaar")
        classes = child.get("class", "").split()
        kind = next((name for name in KINDS if name in classes), None)
        if kind:
            yield kind, child
        else:
            yield from _shown(child)


def _warning(box: HtmlElement, lesson: Article) -> Slide:
    """What a reader of a heavy lesson is told beforehand; a room is told too."""
    title, *text = box
    return Slide("Onthoud", f"{words(title)} · {lesson.title}", {"Tekst": paragraphs(*text)}, _cited(box))


def _remember(section: Section, lesson: Article) -> Slide:
    body = [part for part in section.body if part.tag in ("p", "ul", "ol")]
    return Slide("Onthoud", f"{section.title} · {lesson.title}", {"Tekst": paragraphs(*body)}, _cited(*body))


def _kort(element: HtmlElement, lesson: str, section: Section) -> Slide:
    [box] = kort_boxes(element)
    if lesson:
        return Slide("Kernpunten", f"{box.title} · {lesson}", {"Tekst": paragraphs(box.body)}, _cited(element))
    return Slide("Kernpunten", section.title, {"Label": (plain(box.title),), "Tekst": paragraphs(box.body)}, _cited(element))


def _exercise(element: HtmlElement) -> Slide:
    [oefening] = oefeningen(element)
    label = f"Oefening {FORMS[oefening.form]} · {oefening.minutes} minuten"
    label += f" · nodig: {oefening.materials}" if oefening.materials else ""
    solution = () if oefening.solution is None else (plain(TEXT["solution"], bold=True), *map(plain, lines(oefening.solution)))
    parts = {"Label": (plain(label),), "Tekst": paragraphs(oefening.body)}
    return Slide("Oefening", oefening.title, parts, (*solution, *_cited(element)))


def _question(element: HtmlElement) -> Slide:
    [quiz] = quizzes(element)
    label = TEXT["several" if quiz.multiple else "question"]
    answers = tuple(Paragraph((Run(answer.text),), "letter", number) for number, answer in enumerate(quiz.answers, 1))
    return Slide("Vraag", quiz.question, {"Label": (plain(label),), "Tekst": answers}, (*_key(quiz), *_cited(element)))


def _key(quiz: Quiz) -> Iterator[Paragraph]:
    lettered = list(zip("ABCDEFGHIJ", quiz.answers, strict=False))
    yield plain("Juist: " + " en ".join(letter for letter, answer in lettered if answer.right), bold=True)
    yield from (plain(f"{letter}. {answer.judged}") for letter, answer in lettered)
    if quiz.hint:
        yield plain(TEXT["hint"] + quiz.hint)


def _case(element: HtmlElement) -> Slide:
    [box] = casussen(element)
    return Slide("Casus", box.title, {"Label": (plain(box.label),), "Tekst": paragraphs(box.body)}, _cited(element))


def _messages(elements: list[HtmlElement], section: Section) -> Iterator[Slide]:
    """Side by side: first what was written, for the room to talk about; then why so, and why not."""
    for start in range(0, len(elements), COLUMNS):
        some = elements[start : start + COLUMNS]
        found = [berichten(element)[0] for element in some]
        label = {"Label": (plain(TEXT["made_up"]),)}
        yield Slide("Berichten", f"{section.title} · {COUNTS[len(some)]}", label | _columns(found, _written), _cited(*some))
        yield Slide("Waarom", f"{section.title} · {TEXT['why']}", label | _columns(found, _reason), _cited(*some))


def _columns(found: list[Bericht], text: Callable[[Bericht], tuple[Paragraph, ...]]) -> dict[str, tuple[Paragraph, ...]]:
    return {f"Kolom {number}": (_heading(one), *text(one)) for number, one in enumerate(found, 1)}


def _heading(one: Bericht) -> Paragraph:
    return plain(f"{one.label.partition(' · ')[0]}: {one.title}", bold=True)


def _written(one: Bericht) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(one.who, small=True),)), *(plain(line) for line in one.lines))


def _reason(one: Bericht) -> tuple[Paragraph, ...]:
    return paragraphs(one.why)


def _help(element: HtmlElement, lesson: Article, checked: str) -> Slide:
    title, *items = element
    parts = {"Label": (plain(TEXT["checked"] + checked),), "Tekst": paragraphs(*items)}
    return Slide("Hulp", f"{words(title)} · {lesson.title}", parts)


def _cited(*elements: HtmlElement) -> tuple[Paragraph, ...]:
    found = dict.fromkeys(source for element in elements for source in sources(element))
    return (plain(TEXT["sources"] + "; ".join(found)),) if found else ()


_SLIDES: Mapping[str, Callable[[HtmlElement], Slide]] = {"oefening": _exercise, "quiz": _question, "casus": _case}
