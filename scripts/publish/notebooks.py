"""Notebook pages as light as the others: without the 575 kB of style and script that nbconvert puts in each."""

import re
from pathlib import Path

from scripts.publish.pages import change_pages

_MARK = '<div class="jupyter-wrapper">'
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_HEAVY = re.compile(r"<(style|script)\b[^>]*>.*?</\1>|<link\b[^>]*>", re.DOTALL | re.IGNORECASE)
# A second copy of the code of each cell, for a copy button whose script is gone.
_COPIES = re.compile(r'<clipboard-copy\b.*?</clipboard-copy>|<div class="clipboard-copy-txt"[^>]*>.*?</div>', re.DOTALL)
_STYLED = re.compile(r'\sstyle="[^"]*"')


def strip_notebooks(site: Path) -> None:
    """What remains is styled by content.css."""
    change_pages(site, lambda html: _ARTICLE.sub(_lightened, html) if _MARK in html else html)


def _lightened(article: re.Match[str]) -> str:
    return _STYLED.sub("", _COPIES.sub("", _HEAVY.sub("", article[0])))
