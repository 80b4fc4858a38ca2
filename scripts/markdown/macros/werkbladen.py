"""`[[ werkbladen() ]]`: the sheets and team cards of every lesson; `[[ werkblad("les.md") ]]`: one sheet.

Each prints from its own page.
"""

from scripts.content.blocks import invulblad_id, read_blocks, teamkaart_id
from scripts.content.modules import modules
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.html import link, safe, scrolling_table
from scripts.markdown.place import Place

HEADS = ("Les", "Werkblad", "Kaart voor het teamoverleg")


def werkbladen(site: Site, place: Place) -> str:
    """One table per module."""
    return "".join(
        scrolling_table(module.meta.title, HEADS, "".join(_row(lesson, place) for lesson in module.lessons))
        for module in modules(site)
        if module.meta.number
    )


def werkblad(site: Site, place: Place, lesson: str) -> str:
    """The sheet of a lesson as a link in a sentence; `lesson` is its Markdown below docs/. Raises ContentError without."""
    found = _sheets(site.pages[lesson], place) if lesson in site.pages else []
    if not found:
        raise ContentError(
            f"{site.docs.name}/{lesson}", 1, "deze les heeft geen invulblad", "noem het pad van een les onder docs/"
        )
    return found[0]


def _row(lesson: Page, place: Place) -> str:
    blocks = list(read_blocks(lesson))
    cards = [
        link(place.to(lesson.path, teamkaart_id(block.title)), safe(block.title)) for block in blocks if block.name == "teamkaart"
    ]
    cells = "".join(f"<td>{'<br>'.join(found)}</td>" for found in (_sheets(lesson, place), cards))
    return f'<tr><th scope="row">{safe(lesson.meta.title)}</th>{cells}</tr>'


def _sheets(lesson: Page, place: Place) -> list[str]:
    blocks = [block for block in read_blocks(lesson) if block.name == "invulblad"]
    return [link(place.to(lesson.path, invulblad_id(block.given.get("id", ""))), safe(block.title)) for block in blocks]
