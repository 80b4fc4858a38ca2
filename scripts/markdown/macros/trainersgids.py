"""`[[ trainersgids("map") ]]`: the notes for the trainer of a module's lessons, readable without a script, never searched.

It gives Markdown: the notes are Markdown, with citations. Their links are made to work from the page they stand on.
"""

import posixpath
import re
from collections.abc import Iterator

from scripts.content.activities import RoomLesson, minutes_of
from scripts.content.blocks import Block, read_blocks
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.html import link, safe
from scripts.markdown.macros.lesplan import lessons_of
from scripts.markdown.place import Place

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^)\s]+)\)")
_MACRO = re.compile(r"\[\[|\[%")
WHOLE = "De hele les"


def trainersgids(site: Site, place: Place, module: str) -> str:
    """Raises ContentError when there is no such module, or a note calls a macro: a macro cannot make one that runs."""
    parts = [part for lesson in lessons_of(site, module) for part in _lesson(lesson, place)]
    return "\n\n".join(parts)


def _lesson(lesson: RoomLesson, place: Place) -> Iterator[str]:
    """A heading of its own per lesson. An `aside` per note: the search of the theme forgets an exclusion at the first tag inside
    that is of the same kind, and a note holds none."""
    notes = [block for block in read_blocks(lesson.page) if block.name == "trainer"]
    if not notes:
        return
    yield f'### {safe(lesson.page.meta.title)} {{#notities-{lesson.name.replace("/", "-")} data-search-exclude=""}}'
    for block in notes:
        yield (
            f'<aside class="trainersgids" data-search-exclude data-nosnippet markdown="1">\n\n'
            f"{_head(lesson.page, block, place)}\n\n{_text(lesson.page, block, place)}\n\n</aside>"
        )


def _head(page: Page, block: Block, place: Place) -> str:
    section = next((one for one in reversed(page.headings) if one.level == 2 and one.line < block.line), None)
    where = link(place.to(page.path, section.anchor if section else ""), safe(section.text if section else WHOLE))
    minutes = minutes_of(block)
    return f"**{where}** · {minutes} min" if minutes else f"**{where}**"


def _text(page: Page, block: Block, place: Place) -> str:
    """What an author wrote between the options and the closing line."""
    first = block.line + len(block.given)
    lines = [line for line in page.lines if line.line in block.inside and line.line > first]
    if wrong := next((line for line in lines if _MACRO.search(line.text)), None):
        raise ContentError(page.file, wrong.line, "een macro in notities voor de trainer", "schrijf het zonder macro")
    return "\n".join(_LINK.sub(lambda match: _moved(page, place, match), line.text) for line in lines).strip()


def _moved(page: Page, place: Place, match: re.Match[str]) -> str:
    """A link of the lesson, as a link from here."""
    text, target = match.groups()
    if "://" in target or target.startswith(("mailto:", "tel:")):
        return match[0]
    path, _, anchor = target.partition("#")
    full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    return link(place.to(full, anchor) if full.endswith(".md") else place.to_file(full), text)
