"""The blocks of an article as data. Each function looks in any element: the body of an article, or of one of its sections.

Texts are plain and on one line; what is more than a sentence is an element (a copy), for who makes HTML or walks through it.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import Element, HtmlElement

from scripts.export.article import words


@dataclass(frozen=True)
class Answer:
    """`explanation` is without the `Juist:` or `Niet juist:` it began with."""

    text: str
    right: bool
    explanation: str

    @property
    def judged(self) -> str:
        """The explanation with that beginning."""
        return f"{'Juist' if self.right else 'Niet juist'}: {self.explanation}"


@dataclass(frozen=True)
class Quiz:
    """A question. `id` as on its page (`quiz-eerst`); `hint` and `module` (the folder, only in a test) may be empty."""

    id: str
    question: str
    answers: tuple[Answer, ...]
    multiple: bool
    hint: str
    module: str


@dataclass(frozen=True, eq=False)
class Oefening:
    """An exercise. `form` is `solo` or `groep`; `body` and `solution` are `<div>`s, the latter None when there is none."""

    title: str
    minutes: int
    form: str
    materials: str
    body: HtmlElement
    solution: HtmlElement | None


@dataclass(frozen=True, eq=False)
class Bericht:
    """An example message. `kind` is `goed`, `slecht` or `te-veel`; `lines` is the message, `why` the explanation (a `<div>`)."""

    title: str
    kind: str
    label: str
    who: str
    lines: tuple[str, ...]
    why: HtmlElement


@dataclass(frozen=True, eq=False)
class Box:
    """A titled box: `kort`, `casus`, `teamkaart`. `label` says what it is, where it has one; `body` is a `<div>` without both."""

    title: str
    label: str
    body: HtmlElement


@dataclass(frozen=True, eq=False)
class Note:
    """Notes for the trainer, a `<div>`; `minutes` is None when the author gave none."""

    minutes: int | None
    body: HtmlElement


def quizzes(element: HtmlElement) -> list[Quiz]:
    """In the order of the page. Raises ValueError when an explanation does not say whether its answer is right."""
    return [_quiz(found) for found in element.iter("site-quiz")]


def oefeningen(element: HtmlElement) -> list[Oefening]:
    return [_oefening(found) for found in element.find_class("oefening")]


def berichten(element: HtmlElement) -> list[Bericht]:
    return [_bericht(found) for found in element.find_class("bericht") if found.find_class("bericht__label")]


def kort_boxes(element: HtmlElement) -> list[Box]:
    return _boxes(element, "kort")


def casussen(element: HtmlElement) -> list[Box]:
    return _boxes(element, "casus")


def teamkaarten(element: HtmlElement) -> list[Box]:
    return _boxes(element, "teamkaart")


def notes(element: HtmlElement) -> list[Note]:
    """Also those that are hidden; none in an article for learners."""
    return [Note(_minutes(found), _rest(found)) for found in element.find_class("trainer")]


def _quiz(found: HtmlElement) -> Quiz:
    answers = tuple(_answer(item, found.get("id")) for item in found.find_class("quiz__answer"))
    several = bool(found.find_class("quiz__several"))
    hint = _text(found, "quiz__hint", ".//p")
    return Quiz(found.get("id"), _text(found, "quiz__question"), answers, several, hint, found.get("data-module", ""))


def _answer(item: HtmlElement, quiz: str) -> Answer:
    explanation = _text(item, "quiz__explanation", ".//p")
    match = re.match(r"(Juist|Niet juist):\s*", explanation)
    if match is None:
        raise ValueError(f"{quiz}: uitleg zonder 'Juist:' of 'Niet juist:': {explanation[:60]}")
    return Answer(words(item.find("label/span")), match[1] == "Juist", explanation[match.end() :])


def _oefening(found: HtmlElement) -> Oefening:
    form = "groep" if "oefening--groep" in found.get("class").split() else "solo"
    materials = _text(found, "oefening__label").partition(" · nodig: ")[2]
    solutions = found.find_class("oplossing")
    solution = _rest(solutions[0], "summary") if solutions else None
    body = _rest(found, "oefening__label", "oefening__title", "oplossing")
    return Oefening(_text(found, "oefening__title"), _minutes(found) or 0, form, materials, body, solution)


def _bericht(found: HtmlElement) -> Bericht:
    kind = next(name.removeprefix("bericht--") for name in found.get("class").split() if name.startswith("bericht--"))
    lines = [line for quoted in found.iter("blockquote") for part in quoted for line in _lines(part)]
    why = _rest(found, "bericht__label", "bericht__title", "bericht__who", "bericht__use", "blockquote")
    label, title, who = (_text(found, f"bericht__{name}") for name in ("label", "title", "who"))
    return Bericht(title, kind, label, who, tuple(lines), why)


def _lines(paragraph: HtmlElement) -> Iterator[str]:
    """The lines as the author broke them."""
    text = "".join(paragraph.itertext())
    yield from (" ".join(line.split()) for line in text.split("\n") if line.strip())


def _boxes(element: HtmlElement, name: str) -> list[Box]:
    parts = (f"{name}__title", f"{name}__label")
    return [Box(_text(box, parts[0]), _text(box, parts[1]), _rest(box, *parts)) for box in element.find_class(name)]


def _minutes(found: HtmlElement) -> int | None:
    text = found.get("data-minutes")
    return int(text) if text else None


def _text(element: HtmlElement, name: str, below: str = ".") -> str:
    """The words of the first part with that class; empty when it is not there."""
    found = element.find_class(name)
    part = found[0].find(below) if found else None
    return "" if part is None else words(part)


def _rest(element: HtmlElement, *unwanted: str) -> HtmlElement:
    """A `<div>` with copies of what is in `element`, but for the children with one of these classes or tags."""
    rest = Element("div")
    rest.text = element.text
    for child in element:
        if child.tag not in unwanted and not set(child.get("class", "").split()) & set(unwanted):
            rest.append(deepcopy(child))
    return rest
