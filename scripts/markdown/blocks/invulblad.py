"""`/// invulblad | titel`: a sheet to fill in; each item of its lists is a field. What is typed stays in the browser."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import type_html_identifier

from scripts.content.blocks import invulblad_id
from scripts.markdown.blocks.base import ComponentBlock, item_text

WARNING = "Schrijf geen namen en niets waaraan iemand een jongere kan herkennen. Wat je typt, wordt nergens naartoe gestuurd."
KEEP = "Bewaar in deze browser"
BUTTONS = {"save": "Bewaar als tekstbestand", "clear": "Wis alles"}
ROWS = "3"


class Invulblad(ComponentBlock):
    NAME = "invulblad"
    ARGUMENT = True
    OPTIONS = {"id": ["", type_html_identifier]}

    def on_create(self, parent: Element) -> Element:
        name = self.options["id"]
        sheet = SubElement(
            parent,
            "site-invulblad",
            {"class": "invulblad", "id": invulblad_id(name), "role": "group", "aria-label": self.argument, "data-blad": name},
        )
        SubElement(sheet, "p", {"class": "invulblad__title"}).text = AtomicString(self.argument)
        SubElement(sheet, "p", {"class": "invulblad__warning"}).text = WARNING
        return sheet

    def on_end(self, block: Any) -> None:
        fields = [item for items in block.findall("ul") for item in items.findall("li")]
        for number, item in enumerate(fields, 1):
            _make_field(item, f"{self.options['id']}-{number}")
        for items in block.findall("ul"):
            items.set("class", "invulblad__fields")
        _add_tools(block, self.options["id"])


def _make_field(item: Element, name: str) -> None:
    """The first line of an item becomes the label, the rest a hint."""
    label, _, hint = item_text(item).partition("\n")
    item.clear()
    SubElement(item, "label", {"for": name}).text = label
    described = {"aria-describedby": f"{name}-uitleg"} if hint else {}
    if hint:
        SubElement(item, "p", {"class": "invulblad__hint", "id": f"{name}-uitleg"}).text = hint
    SubElement(item, "textarea", {"id": name, "rows": ROWS, "maxlength": "5000", "autocomplete": "off", **described})


def _add_tools(block: Element, name: str) -> None:
    tools = SubElement(
        block, "div", {"class": "invulblad__tools", "hidden": "hidden", "data-needs-script": "", "data-search-exclude": ""}
    )
    keep = SubElement(tools, "label", {"class": "invulblad__keep"})
    SubElement(keep, "input", {"type": "checkbox"}).tail = f" {KEEP}"
    SubElement(tools, "site-druk", {"data-target": invulblad_id(name)})
    for action, label in BUTTONS.items():
        SubElement(tools, "button", {"type": "button", "class": "md-button", "data-action": action}).text = label
    SubElement(tools, "p", {"class": "invulblad__status", "role": "status"})
