"""`[[ werkbladen() ]]`: every sheet to write on and every card for a team meeting, by lesson; each prints from its own page."""

from scripts.content.blocks import Block, read_blocks
from scripts.content.modules import modules
from scripts.content.page import Page, anchor_of
from scripts.content.site import Site
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place

HEADS = ("Les", "Werkblad", "Kaart voor het teamoverleg")


def werkbladen(site: Site, place: Place) -> str:
    """One table per module."""
    return "".join(_table(module.meta.title, module.lessons, place) for module in modules(site) if module.meta.number)


def _table(title: str, lessons: tuple[Page, ...], place: Place) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    rows = "".join(_row(lesson, place) for lesson in lessons)
    region = f'<div class="tabel tabel--tekst" role="region" tabindex="0" aria-label="{safe(title)}">'
    return f"{region}<table><caption>{safe(title)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"


def _row(lesson: Page, place: Place) -> str:
    blocks = list(read_blocks(lesson))
    sheets = [link(place.to(lesson.path, sheet_id(block)), safe(block.title)) for block in blocks if block.name == "invulblad"]
    cards = [link(place.to(lesson.path, card_id(block)), safe(block.title)) for block in blocks if block.name == "teamkaart"]
    cells = "".join(f"<td>{'<br>'.join(found)}</td>" for found in (sheets, cards))
    return f'<tr><th scope="row">{safe(lesson.meta.title)}</th>{cells}</tr>'


def sheet_id(block: Block) -> str:
    """The id of an `invulblad` on its page."""
    return f"blad-{block.given.get('id', '')}"


def card_id(block: Block) -> str:
    """The id of a `teamkaart` on its page."""
    return f"kaart-{anchor_of(block.title)}"
