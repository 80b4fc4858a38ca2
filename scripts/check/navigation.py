"""The menu in mkdocs.yml and the list of published addresses name the pages that exist."""

from collections.abc import Iterator
from pathlib import Path

from scripts.check.problem import Problem
from scripts.content.menu import paths_in, read_menu
from scripts.content.site import Site
from scripts.content.urls import read_urls
from scripts.errors import ContentError
from scripts.markdown.place import Place


def check_navigation(site: Site, config: Path) -> Iterator[Problem]:
    """`config` is mkdocs.yml."""
    lines = config.read_text(encoding="utf-8").split("\n")
    named = list(paths_in(read_menu(config)))
    pages = {path for path in site.files if path.endswith((".md", ".ipynb"))}
    for path in named:
        if path not in pages:
            line = next((number for number, line in enumerate(lines, 1) if path in line), 1)
            yield Problem(config.name, line, "HIB-061", f"'{path}' bestaat niet", "verbeter het pad of haal de regel weg")
    for path in sorted(pages - set(named)):
        yield Problem(
            f"{site.docs.name}/{path}", 1, "HIB-060", "deze pagina staat niet in het menu", "zet ze in mkdocs.yml onder nav"
        )
    yield from _addresses(site, pages)


def _addresses(site: Site, pages: set[str]) -> Iterator[Problem]:
    shown = f"{site.docs.name}/bronnen/urls.txt"
    try:
        urls = read_urls(site.docs / "bronnen" / "urls.txt", shown)
    except ContentError as error:
        yield Problem(error.path, error.line, "HIB-062", error.what, error.remedy)
        return
    addresses = {address_of(path) for path in pages}
    for address in sorted(addresses - {url.address for url in urls}):
        yield Problem(
            shown,
            len(urls) + 1,
            "HIB-062",
            f"'{address}' staat er niet in",
            "voeg die regel toe: een adres blijft voor altijd werken",
        )
    for url in urls:
        if (url.moved_to or url.address) not in addresses:
            yield Problem(
                shown,
                url.line,
                "HIB-062",
                f"'{url.moved_to or url.address}' is geen pagina",
                f"schrijf '{url.address} -> /nieuw-adres/'",
            )


def address_of(path: str) -> str:
    """Where the site shows the page `path`: `/doelgroep/`."""
    return "/" + Place().address(path)
