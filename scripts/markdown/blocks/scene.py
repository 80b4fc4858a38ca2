"""`/// scene | naam`: one moment of a conversation: who says what, and the choices, each with its feedback; or an ending.

    /// scene | start
        title: Een bericht op het forum

    **stilleboot** (fictief): ik ben sinds de lente niet buiten geweest

    - [Stuur meteen een privébericht](#dm){ data-vertrouwen=-1 data-tempo=-1 }
        Je wil snel iets doen, dat is begrijpelijk. Maar …

    ///

An ending has `ending: <naam>`, no choices, and a block `nabespreking`. `crisis: true` shows the help box in the scene.
"""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import type_boolean, type_html_identifier, type_string

from scripts.markdown.blocks.base import SiteBlock, item_text
from scripts.markdown.macros.hulp import hulp
from scripts.markdown.place import place_in_markdown
from scripts.markdown.site_of_build import site_in_markdown

FEEDBACK = "Wat doet deze keuze?"
ENDING = "Einde"
# What a choice does, in words: never points.
EFFECTS = {
    "vertrouwen": {1: "meer vertrouwen", -1: "minder vertrouwen"},
    "veiligheid": {1: "veiliger", -1: "minder veilig"},
    "tempo": {1: "op het tempo van de ander", -1: "te snel voor de ander"},
}
# `[words](#scene){ data-vertrouwen=+1 }`, and the feedback on the lines below.
CHOICE = re.compile(r"^\[([^\]]+)\]\(#([\w-]+)\)(?:\{([^}]*)\})?\s*(.*)$", re.DOTALL)
EFFECT = re.compile(r"data-(\w+)=[\"']?([+-]?\d+)")


class Scene(SiteBlock):
    NAME = "scene"
    ARGUMENT = True
    OPTIONS = {
        "title": ["", type_string],
        "ending": ["", type_string],
        "crisis": [False, type_boolean],
    }

    def on_validate(self, parent: Element) -> bool:
        """The name of a scene is an id."""
        try:
            return bool(type_html_identifier(self.argument))
        except ValueError:
            return False

    def on_create(self, parent: Element) -> Element:
        ending = self.options["ending"]
        attributes = {"class": "scene scene--einde" if ending else "scene", "id": self.argument}
        scene = SubElement(parent, "section", attributes)
        title = f"{ENDING}: {ending}" if ending else self.options["title"] or self.argument.replace("-", " ").capitalize()
        scene.set("aria-label", title)
        SubElement(
            scene, "p", {"class": "scene__title", "role": "heading", "aria-level": "2", "tabindex": "-1"}
        ).text = AtomicString(title)
        if self.options["crisis"]:
            box = hulp(site_in_markdown(self.md, Path("docs")), place_in_markdown(self.md), f"Hulp bij: {title}")
            SubElement(scene, "div", {"class": "scene__hulp"}).text = self.md.htmlStash.store(box)
        return scene

    def on_end(self, block: Any) -> None:
        for paragraph in block.findall("p"):
            if (paragraph.text or "").startswith("**"):
                paragraph.set("class", "scene__line scene__line--jij" if paragraph.text.startswith("**Jij") else "scene__line")
        if not self.options["ending"]:
            for choices in block.findall("ul"):
                choices.set("class", "scene__choices")
                for item in choices.findall("li"):
                    _make_choice(item)


def effects(attributes: str) -> list[str]:
    """What the attributes of a choice say in words; an unknown name or value says nothing."""
    found = {name: int(value) for name, value in EFFECT.findall(attributes or "")}
    return [words[found[name]] for name, words in EFFECTS.items() if found.get(name) in words]


def _make_choice(item: Element) -> None:
    match = CHOICE.match(item_text(item))
    if not match:
        return
    item.clear()
    item.set("class", "scene__choice")
    SubElement(item, "a", {"href": f"#{match[2]}"}).text = match[1]
    folded = SubElement(item, "details", {"class": "scene__feedback"})
    SubElement(folded, "summary").text = FEEDBACK
    SubElement(folded, "p").text = match[4].strip()
    if words := effects(match[3] or ""):
        SubElement(folded, "p", {"class": "scene__effect"}).text = f"Wat dit deed: {', '.join(words)}."
