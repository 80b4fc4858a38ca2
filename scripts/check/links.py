"""Internal links: to pages, files and places that exist."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from scripts.check.conversations import choices_of
from scripts.check.problem import Problem, at, nearest
from scripts.content.blocks import read_blocks
from scripts.content.page import Found, Page
from scripts.content.site import Site


def check_links(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        choices = _choice_lines(page)
        for link in page.links:
            if link.line not in choices:
                yield from _link(site, page, link)


def _choice_lines(page: Page) -> set[int]:
    """The choices of a conversation lead to scenes; check_conversations walks them."""
    return {choice.line for block in read_blocks(page) if block.name == "scene" for choice in choices_of(page, block)}


def _link(site: Site, page: Page, link: Found) -> Iterator[Problem]:
    try:
        parts = urlsplit(link.text)
    except ValueError:
        yield at(page, link, "HIB-050", f"'{link.text}' is geen adres", "kijk naar haakjes en tekens")
        return
    if parts.scheme or parts.netloc:
        return
    if parts.path.startswith("/") or parts.path.endswith("/"):
        yield at(page, link, "HIB-052", f"'{link.text}'", "wijs naar het .md-bestand, vanaf deze pagina: ../naslag/hulp.md")
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path))) if parts.path else page.path
    if target not in site.files:
        hint = nearest(target, [path for path in site.files if path.endswith((".md", ".ipynb"))])
        yield at(
            page,
            link,
            "HIB-050",
            f"'{link.text}' bestaat niet",
            hint if hint.startswith("bedoelde") else "verbeter de link of maak de pagina",
        )
    elif parts.fragment and target in site.pages and parts.fragment not in site.pages[target].anchors:
        anchors = sorted(site.pages[target].anchors)
        hint = nearest(parts.fragment, anchors) if anchors else "die pagina heeft geen koppen"
        yield at(page, link, "HIB-051", f"'#{parts.fragment}' staat niet op {target}", hint)
