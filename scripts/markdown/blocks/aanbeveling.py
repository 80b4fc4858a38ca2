"""`/// aanbeveling | titel`: a numbered recommendation with its nine parts; always a proposal of this site.

Its title is a heading, so that it stands in the table of contents and can be linked to (`#aanb-01`).
"""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import type_any

from scripts.content.recommendations import LABELS, Facts, facts_of, label_of, without_label
from scripts.errors import ContentError
from scripts.markdown.blocks.base import SiteBlock
from scripts.markdown.recommendation import fact_words


class Aanbeveling(SiteBlock):
    NAME = "aanbeveling"
    ARGUMENT = True
    # What may stand in each is said once, by Facts.
    OPTIONS = {name: ["", type_any] for name in Facts.model_fields}

    def on_create(self, parent: Element) -> Element:
        facts = facts_of({name: self.options[name] for name in Facts.model_fields})
        box = SubElement(parent, "section", {"class": f"aanbeveling aanbeveling--{facts.status}"})
        title = SubElement(box, "h2", {"id": facts.anchor})
        number = SubElement(title, "span", {"class": "aanbeveling__id"})
        number.text, number.tail = AtomicString(facts.id), AtomicString(f" {self.argument}")
        listed = SubElement(box, "dl", {"class": "aanbeveling__facts"})
        for name, words in fact_words(facts).items():
            row = SubElement(listed, "div")
            SubElement(row, "dt").text = AtomicString(name)
            SubElement(row, "dd").text = AtomicString(words)
        self.made = len(box)
        return box

    def on_end(self, block: Any) -> None:
        """The paragraphs of each label become a term with its explanation."""
        written = list(block)[self.made :]
        labels = [label_of(one.text or "") for one in written if one.tag == "p"]
        if tuple(filter(None, labels)) != LABELS:
            raise ContentError("?", 0, "een aanbeveling mist een deel", "draai de controle van de inhoud: die noemt de regel")
        parts, text = Element("dl", {"class": "aanbeveling__parts"}), block
        for one in written:
            block.remove(one)
            if one.tag == "p" and (label := label_of(one.text or "")):
                part = SubElement(parts, "div")
                SubElement(part, "dt").text = label
                text = SubElement(part, "dd")
                one.text = without_label(one.text or "")
            text.append(one)
        block.append(parts)
