"""A page at every address that moved, which sends its visitor on."""

import posixpath
from html import escape
from pathlib import Path

from scripts.content.urls import read_urls

_PAGE = """<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>Verhuisd</title>
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url={target}">
    <link rel="canonical" href="{target}">
    <link rel="icon" href="data:,">
  </head>
  <body>
    <main><h1>Deze pagina is verhuisd</h1><p><a href="{target}">Ga naar de nieuwe plaats</a></p></main>
  </body>
</html>
"""


def write_redirects(site: Path, urls: Path) -> None:
    """Raises ContentError when the list is faulty."""
    for url in read_urls(urls, str(urls)):
        if url.moved_to:
            page = site / url.address.strip("/") / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            target = posixpath.relpath(url.moved_to, url.address) + "/"
            page.write_text(_PAGE.format(target=escape(target)), encoding="utf-8")
