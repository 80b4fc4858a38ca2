"""What a built site needs on a disk: links to files instead of folders, and to the web for what only the web has."""

import posixpath
import re
from functools import partial
from pathlib import Path

from scripts.publish.pages import change_pages

# Where `pack` puts the files to take along; the offline copy is one of them and carries none.
DOWNLOADS = "downloads/"
# The page for a missing address and the map for search engines, and what only developers of the theme read.
_ONLINE_ONLY = ("404.html", "sitemap.xml*", "assets/**/*.map")
_NAMED = re.compile(r'(<link rel="canonical" href="|<meta property="og:url" content=")([^"]*?)((?<=/)index)?\.html"')
_HOME = re.compile(r'<link rel="canonical" href="([^"]+)"')
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^":#?]+)([^"]*")')


def fit_for_disk(site: Path) -> None:
    """Changes `site`, built without directory addresses, in place. Raises ValueError when it has no address on the web."""
    for pattern in _ONLINE_ONLY:
        for path in site.glob(pattern):
            path.unlink()
    change_pages(site, lambda html: _NAMED.sub(_on_the_web, html))
    root = web_address(site)
    for page in sorted(site.rglob("*.html")):
        linked = partial(_linked, page=page.relative_to(site).as_posix(), site=site, root=root)
        html = page.read_text(encoding="utf-8")
        page.write_text(_LINK.sub(linked, html), encoding="utf-8")


def web_address(site: Path) -> str:
    """The root of the site on the web, as it stands in an attribute."""
    found = _HOME.search((site / "index.html").read_text(encoding="utf-8"))
    if not found:
        raise ValueError("the home page has no canonical address: set site_url in mkdocs.yml")
    return found[1]


def _on_the_web(named: re.Match[str]) -> str:
    return f'{named[1]}{named[2]}{"" if named[3] else "/"}"'


def _linked(link: re.Match[str], page: str, site: Path, root: str) -> str:
    """A link of `page`, its path below the root; most links stay as they are."""
    start, href, end = link.groups()
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), href))
    if path.startswith(DOWNLOADS) and not (site / path).exists():
        return f"{start}{root}{path}{end}"
    if href.endswith("/"):
        return f"{start}{_file_of(href, page, site)}{end}"
    return link[0]


def _file_of(href: str, page: str, site: Path) -> str:
    """Notebooks link as on the web, where a page is a folder. What is no page stays, and the link is found broken."""
    seen_from = page.removesuffix("index.html").removesuffix(".html")
    path = posixpath.normpath(posixpath.join(seen_from, href))
    found = [file for file in (f"{path}.html", posixpath.join(path, "index.html")) if (site / file).is_file()]
    return posixpath.relpath(found[0], posixpath.dirname(page) or ".") if found else href
