"""`/// oefening | titel`: an exercise for one or for a room."""

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import type_ranged_integer, type_string, type_string_in

from scripts.content.blocks import oefening_id
from scripts.markdown.blocks.base import SiteBlock

FORMS = {"solo": "alleen", "groep": "in groep"}
LABEL = "Oefening"


class Oefening(SiteBlock):
    NAME = "oefening"
    ARGUMENT = True
    OPTIONS = {
        "minutes": [0, type_ranged_integer(0, 240)],
        "form": ["solo", type_string_in(list(FORMS))],
        "materials": ["", type_string],
    }

    def on_create(self, parent: Element) -> Element:
        minutes, form, materials = (self.options[name] for name in ("minutes", "form", "materials"))
        attributes = {
            "class": f"oefening oefening--{form}",
            "id": oefening_id(self.argument),
            "aria-label": f"{LABEL}: {self.argument}",
            "data-minutes": str(minutes),
        }
        box = SubElement(parent, "section", attributes)
        label = f"{LABEL} {FORMS[form]} · {minutes} minuten" + (f" · nodig: {materials}" if materials else "")
        SubElement(box, "p", {"class": "oefening__label"}).text = AtomicString(label)
        SubElement(box, "p", {"class": "oefening__title"}).text = AtomicString(self.argument)
        return box
