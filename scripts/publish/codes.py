"""A QR code of every page that can be presented: the first screen shows it, so that a room reads along on its phones."""

import re
from pathlib import Path

import segno

_WHERE = re.compile(r' data-code="([^"]+)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def write_codes(site: Path) -> None:
    """An SVG beside the other assets for each page that asks for one; with the address of that page on the web."""
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        where, canonical = _WHERE.search(html), _CANONICAL.search(html)
        if where and canonical:
            target = (page.parent / where[1]).resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            code = segno.make(web_address(canonical[1]), error="m")
            code.save(str(target), kind="svg", border=2, xmldecl=False, nl=False, omitsize=True)


def web_address(canonical: str) -> str:
    """The offline copy names its files; on the web a page is a folder."""
    return re.sub(r"(/index)?\.html$", "/", canonical)
