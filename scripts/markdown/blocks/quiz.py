"""`/// quiz | vraag`: a question with an explanation per answer. The folded explanations are the only key in the page."""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import type_boolean, type_ranged_integer, type_string

from scripts.content.blocks import quiz_id
from scripts.markdown.blocks.base import ComponentBlock, item_text

TEXT = {"check": "Kijk na", "explain": "Uitleg bij dit antwoord", "hint": "Hint", "several": "Meer dan één antwoord is juist."}
_MARK = re.compile(r"^\[([ xX])\]\s+")


class Quiz(ComponentBlock):
    NAME = "quiz"
    ARGUMENT = True
    OPTIONS = {
        "id": ["", type_string],
        "hint": ["", type_string],
        "multiple": [False, type_boolean],
        "module": ["", type_string],
        "difficulty": [1, type_ranged_integer(1, 3)],
    }

    def on_create(self, parent: Element) -> Element:
        name = quiz_id(self.argument, self.options["id"])
        attributes = {"class": "quiz", "id": name}
        if self.options["module"]:
            attributes |= {"data-module": self.options["module"], "data-difficulty": str(self.options["difficulty"])}
        self.box = SubElement(parent, "site-quiz", attributes)
        fields = SubElement(self.box, "fieldset")
        SubElement(fields, "legend", {"class": "quiz__question"}).text = AtomicString(self.argument)
        if self.options["multiple"]:
            SubElement(fields, "p", {"class": "quiz__several"}).text = TEXT["several"]
        return fields

    def on_end(self, block: Any) -> None:
        name = self.box.get("id", "")
        kind = "checkbox" if self.options["multiple"] else "radio"
        for answers in block.findall("ul"):
            answers.set("class", "quiz__answers")
            for number, item in enumerate(answers.findall("li"), 1):
                _make_answer(item, kind, name, number)
        if self.options["hint"]:
            hint = SubElement(self.box, "details", {"class": "quiz__hint"})
            SubElement(hint, "summary").text = TEXT["hint"]
            SubElement(hint, "p").text = self.options["hint"]
        tools = SubElement(self.box, "div", {"class": "quiz__tools", "hidden": "hidden", "data-needs-script": ""})
        SubElement(tools, "button", {"type": "button", "class": "md-button"}).text = TEXT["check"]
        SubElement(self.box, "p", {"class": "quiz__status", "role": "status"})


def _make_answer(item: Element, kind: str, name: str, number: int) -> None:
    """`[x] answer`, and under it the explanation."""
    answer, _, explanation = _MARK.sub("", item_text(item)).partition("\n")
    item.clear()
    item.set("class", "quiz__answer")
    label = SubElement(item, "label")
    SubElement(label, "input", {"type": kind, "name": name, "value": str(number)})
    SubElement(label, "span").text = answer
    folded = SubElement(item, "details", {"class": "quiz__explanation", "data-search-exclude": ""})
    SubElement(folded, "summary").text = TEXT["explain"]
    SubElement(folded, "p").text = explanation.strip()
