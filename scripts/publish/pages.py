"""The HTML files of a built site, changed in place."""

from collections.abc import Callable
from pathlib import Path


def change_pages(site: Path, change: Callable[[str], str]) -> int:
    """Runs `change` over every HTML page; a page that stays the same is not written. How many were."""
    written = 0
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        changed = change(html)
        if changed != html:
            page.write_text(changed, encoding="utf-8")
            written += 1
    return written
