"""`[[ term("gpmi") ]]`: a word that tells what it means when you click, tap or press Enter; the glossary page is its source."""

import re

from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place

PAGE = "naslag/begrippen.md"
MORE = "Naar de begrippenlijst"


def term(site: Site, place: Place, name: str, shown: str = "") -> str:
    """A button with a popover of the browser itself: no script. Raises ContentError for a word the glossary lacks."""
    title, meaning = _entry(site, name)
    more = link(place.to(PAGE, name), safe(MORE))
    return (
        f'<button type="button" class="term" popovertarget="term-{safe(name)}">{safe(shown or title)}</button>'
        f'<span class="term__meaning" id="term-{safe(name)}" popover data-search-exclude>'
        f"<strong>{safe(title)}</strong> {safe(meaning)} {more}</span>"
    )


def _entry(site: Site, name: str) -> tuple[str, str]:
    """The heading with that anchor on the glossary page, and the first line under it."""
    page = site.pages.get(PAGE)
    headings = page.headings if page else []
    for heading in headings:
        if page and heading.anchor == name and heading.level > 1:
            texts = [line.text.strip() for line in page.lines if line.line > heading.line and line.text.strip()]
            return heading.text, re.sub(r"\s*\[@[^\]]*\]|\[([^\]]+)\]\([^)]*\)|\*\*", r"\1", texts[0] if texts else "")
    raise ContentError(
        f"{site.docs.name}/{PAGE}", 1, f"begrip '{name}' staat niet in de begrippenlijst", f"zet daar een kop met {{#{name}}}"
    )
