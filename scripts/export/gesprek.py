"""The practice conversation of an article as data: its scenes, their choices and where those lead."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import Element, HtmlElement

from scripts.export.article import words


@dataclass(frozen=True)
class Choice:
    """`to` is the id of a scene; `effect` says in words what the choice did, and may be empty."""

    text: str
    to: str
    feedback: str
    effect: str


@dataclass(frozen=True, eq=False)
class Scene:
    """`body` is a `<div>` with what is said and told, the help box included; an ending has no choices but looks back.

    Lines have the class `scene__line`, those of the player `scene__line--jij` as well; `debriefing` is a `<div>`, or None.
    """

    id: str
    title: str
    ending: bool
    body: HtmlElement
    choices: tuple[Choice, ...]
    debriefing: HtmlElement | None


@dataclass(frozen=True, eq=False)
class Gesprek:
    """`id` is the author's (`eerste-bericht`); `intro` is a `<div>` with what the player knows before the first scene."""

    id: str
    title: str
    intro: HtmlElement
    scenes: tuple[Scene, ...]


def gesprek(element: HtmlElement) -> Gesprek | None:
    """The conversation in `element`; a page has one at most."""
    found = element.find(".//site-gesprek")
    if found is None:
        return None
    scenes = tuple(_scene(scene) for scene in found.find_class("scene"))
    intro = _collected(child for child in found if child.tag == "p")
    title = found.get("aria-label").removeprefix("Oefengesprek: ")
    return Gesprek(found.get("id").removeprefix("gesprek-"), title, intro, scenes)


def _scene(scene: HtmlElement) -> Scene:
    known = ("scene__title", "scene__choices", "nabespreking")
    body = _collected(child for child in scene if child.get("class", "") not in known)
    choices = tuple(_choice(item) for item in scene.find_class("scene__choice"))
    back = scene.find_class("nabespreking")
    ending = "scene--einde" in scene.get("class").split()
    return Scene(scene.get("id"), scene.get("aria-label"), ending, body, choices, _collected(back[0]) if back else None)


def _choice(item: HtmlElement) -> Choice:
    link = item.find("a")
    effect = item.find_class("scene__effect")
    return Choice(words(link), link.get("href").lstrip("#"), words(item.find(".//details/p")), words(effect[0]) if effect else "")


def _collected(children: Iterator[HtmlElement] | HtmlElement) -> HtmlElement:
    box = Element("div")
    for child in children:
        box.append(deepcopy(child))
    return box
