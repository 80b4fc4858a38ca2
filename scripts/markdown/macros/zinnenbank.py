"""`[[ zinnenbank() ]]`: every good example message of the site, by page, to copy; the explanation is one link away.

It gives Markdown, so that its headings stand in the table of contents.
"""

from scripts.content.blocks import Block, read_blocks
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.markdown.blocks.bericht import message_id
from scripts.markdown.html import link, safe
from scripts.markdown.place import Place

WHY = "Waarom zo"


def zinnenbank(site: Site, place: Place) -> str:
    """The pages in the order of their paths."""
    parts = []
    for page in site.pages.values():
        messages = [block for block in read_blocks(page) if block.name == "bericht" and _is_good(block)]
        if messages and page.meta:
            parts.append(f"## {safe(page.meta.title)}")
            parts += [_message(page, block, place) for block in messages]
    return "\n\n".join(parts)


def _is_good(block: Block) -> bool:
    return block.given.get("kind") == "goed"


def _message(page: Page, block: Block, place: Place) -> str:
    who = " · ".join(str(block.given[name]) for name in ("from", "where") if block.given.get(name))
    text = "<br>".join(safe(line) for line in message_lines(page, block))
    why = link(place.to(page.path, message_id(block.title)), safe(f"{WHY}: {block.title}"))
    return (
        f'<section class="bericht bericht--goed" aria-label="{safe(block.title)}">'
        f'<p class="bericht__title">{safe(block.title)}</p><p class="bericht__who">{safe(who)}</p>'
        f"<blockquote><p>{text}</p></blockquote><p>{why}</p><site-kopieer></site-kopieer></section>"
    )


def message_lines(page: Page, block: Block) -> list[str]:
    """The lines of the quotation in a message block."""
    inside = [line.text.strip() for line in page.lines if line.line in block.inside]
    return [line.removeprefix(">").strip() for line in inside if line.startswith(">")]
