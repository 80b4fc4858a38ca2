"""Citations in running text: `[@key]`, `[@a; @b]` → links to the bibliography that say their kind and strength."""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from scripts.content.bibliography import Reference
from scripts.errors import ContentError
from scripts.markdown.html import link, safe
from scripts.markdown.labels import DESIGNS, KINDS
from scripts.markdown.place import Place, place_in_markdown
from scripts.markdown.site_of_build import site_in_markdown

PAGE = "naslag/literatuur.md"
_PATTERN = r"\[(@[^\]\n]*)\]"


def strength(reference: Reference) -> str:
    """What sort of source this is, in words: `onderzoek: overzicht van studies`."""
    kind = KINDS[reference.kind]
    return f"{kind}: {DESIGNS[reference.design]}" if reference.design else kind


def cite(references: list[Reference], place: Place) -> str:
    """The HTML of one group of citations."""
    return '<span class="citations">' + " ".join(_cite(reference, place) for reference in references) + "</span>"


def _cite(reference: Reference, place: Place) -> str:
    content = f'{safe(reference.short)}<span class="citation__kind"> · {safe(strength(reference))}</span>'
    return link(place.to(PAGE, reference.key), content, class_=f"citation citation--{reference.kind}")


class _Citation(InlineProcessor):
    def __init__(self, md: Markdown, docs: Path) -> None:
        super().__init__(_PATTERN, md)
        self.docs = docs

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | Element, int, int]:  # type: ignore[override]
        bibliography = site_in_markdown(self.md, self.docs).bibliography
        keys = [key.strip().removeprefix("@") for key in m[1].split(";")]
        unknown = [key for key in keys if key not in bibliography]
        if unknown:
            raise ContentError(
                f"{self.docs}/bronnen/literatuur.bib", 1, f"onbekende bron @{unknown[0]}", "voeg ze toe of verbeter de verwijzing"
            )
        html = cite([bibliography[key][0] for key in keys], place_in_markdown(self.md))
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


class Citations(Extension):
    def __init__(self, **options: Any) -> None:
        self.config = {"docs": ["docs", "the folder that holds bronnen/literatuur.bib"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        # Before links (160), which would take the brackets; after code spans (190), which keep theirs.
        md.inlinePatterns.register(_Citation(md, Path(self.getConfig("docs"))), "citation", 175)


def makeExtension(**options: Any) -> Citations:
    """Named in mkdocs.yml as `scripts.markdown.citations`."""
    return Citations(**options)
