"""`/// toets | titel`: a test of the questions inside it: at the start (what can you skip?) or at the end (drawn from a pool)."""

import json
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import type_html_identifier, type_ranged_integer, type_string_in

from scripts.content.modules import FOLDER, MODULES, NEVER_SKIPPED
from scripts.markdown.blocks.base import ComponentBlock
from scripts.markdown.place import place_in_markdown

TEXT = {"hand_in": "Dien in", "again": "Nieuwe vragen"}


class Toets(ComponentBlock):
    NAME = "toets"
    ARGUMENT = True
    OPTIONS = {
        "id": ["", type_html_identifier],
        "purpose": ["", type_string_in(["start", "eind"])],
        "draw": [0, type_ranged_integer(0, 200)],
    }

    def on_create(self, parent: Element) -> Element:
        return SubElement(
            parent,
            "site-toets",
            {
                "class": "toets",
                "id": self.options["id"],
                "role": "group",
                "aria-label": self.argument,
                "data-purpose": self.options["purpose"],
                "data-draw": str(self.options["draw"]),
                "data-modules": json.dumps(self._modules(), ensure_ascii=False),
            },
        )

    def on_end(self, block: Any) -> None:
        tools = SubElement(block, "div", {"class": "toets__tools", "hidden": "hidden", "data-needs-script": ""})
        SubElement(
            tools, "button", {"type": "button", "class": "md-button md-button--primary", "data-action": "hand-in"}
        ).text = TEXT["hand_in"]
        SubElement(
            tools, "button", {"type": "button", "class": "md-button", "data-action": "again", "hidden": "hidden"}
        ).text = TEXT["again"]
        SubElement(block, "div", {"class": "toets__result", "role": "status", "tabindex": "-1"})

    def _modules(self) -> list[dict[str, Any]]:
        place = place_in_markdown(self.md)
        return [
            {
                "folder": folder,
                "title": title,
                "skippable": folder not in NEVER_SKIPPED,
                # In a script's data no engine turns the name of the file into an address.
                "url": place.to(f"{FOLDER}{folder}/index.md").removesuffix("index.md"),
            }
            for folder, title in MODULES.items()
        ]
