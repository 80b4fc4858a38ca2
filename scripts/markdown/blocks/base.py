"""What every block shares: a fault in it stops the build instead of leaving it in the page as text."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from pymdownx.blocks.block import Block

from scripts.errors import ContentError

_LEFTOVER = re.compile(r"<p>\s*/{3,}\s*([\w-]*)")


class SiteBlock(Block):  # type: ignore[misc]  # pymdownx has no types
    """A block whose name, title and options are checked; the title is escaped by the element tree."""

    def _validate(self, parent: Element, arg: Any, **options: Any) -> bool:
        if super()._validate(parent, arg, **options):
            return True
        raise ContentError(
            "?",
            0,
            f"blok '{self.NAME}' heeft een verkeerde titel of optie",
            "draai de controle van de inhoud: die noemt de regel",
        )


class ComponentBlock(SiteBlock):
    """A block that becomes a custom element."""

    def on_markdown(self) -> str:
        """A tag of our own is inline to Python-Markdown; without this the blocks in it would fall apart."""
        return "block"


def item_text(item: Element) -> str:
    """What an author wrote in a list item, unread by Markdown, whether blank lines made it a paragraph or not."""
    paragraph = item.find("p")
    return ((paragraph.text if paragraph is not None else item.text) or "").strip()


class _RefuseLeftovers(Postprocessor):
    def run(self, text: str) -> str:
        if match := _LEFTOVER.search(text):
            raise ContentError(
                "?", 0, f"blok '{match[1] or '///'}' is niet verwerkt", "draai de controle van de inhoud: die noemt de regel"
            )
        return text


def refuse_leftovers(md: Markdown) -> None:
    """A backstop under the content check: no block line may reach a reader."""
    md.postprocessors.register(_RefuseLeftovers(md), "refuse_leftover_blocks", 0)
