"""`python -m scripts publish`: makes a built site ready for the web, or for a disk."""

import argparse
from html import unescape
from pathlib import Path

from scripts.content.site import load_site
from scripts.markdown.place import Place
from scripts.publish.bundles import bundle
from scripts.publish.codes import write_codes
from scripts.publish.csp import add_policy
from scripts.publish.downloads import write_downloads
from scripts.publish.feed import write_feed
from scripts.publish.later import run_theme_later
from scripts.publish.llms import write_llms
from scripts.publish.minified import minify
from scripts.publish.monitoring import write_monitoring
from scripts.publish.notebooks import strip_notebooks
from scripts.publish.offline import fit_for_disk, web_address
from scripts.publish.redirects import write_redirects
from scripts.publish.robots import write_robots
from scripts.publish.search import make_search_lazy, make_search_offline
from scripts.publish.styles import lighten_theme


def publish(site: Path, docs: Path, config: Path) -> None:
    """Changes `site` in place; the policy comes last, because it counts the scripts that are left."""
    _finish(site, docs)
    make_search_lazy(site, search_words(docs, Place()))
    run_theme_later(site)
    write_redirects(site, docs / "bronnen" / "urls.txt")
    _tell_machines(site, docs, config)
    add_policy(site)


def _tell_machines(site: Path, docs: Path, config: Path) -> None:
    """What search engines, readers of feeds and language models ask of the root of a site."""
    root, content = unescape(web_address(site)), load_site(docs)
    write_robots(site, root)
    write_feed(site, content, root)
    write_llms(site, content, config, root)


def publish_offline(site: Path, docs: Path, config: Path) -> None:
    """Changes `site`, built with mkdocs.offline.yml, in place. What is for a server stays out, so `config` is not read."""
    _finish(site, docs)
    make_search_offline(site, search_words(docs, Place(directory_urls=False)))
    fit_for_disk(site)


def _finish(site: Path, docs: Path) -> None:
    """What a copy for the web and one for a disk both need."""
    strip_notebooks(site)
    minify(site)
    lighten_theme(site)
    bundle(site)
    write_codes(site)
    write_downloads(site, docs)
    write_monitoring(site, docs)


def search_words(docs: Path, place: Place) -> dict[str, list[str]]:
    """The words authors gave, by where the site shows their page."""
    pages = load_site(docs).pages.values()
    return {place.location(page.path): page.meta.search_words for page in pages if page.meta and page.meta.search_words}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts publish", description="Maakt een gebouwde site klaar voor het web.")
    parser.add_argument("site", type=Path, help="de map met de gebouwde site")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="de map met de inhoud")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="het bestand met het menu")
    parser.add_argument(
        "--offline", action="store_true", help="voor een kopie die zonder internet opent, gebouwd met mkdocs.offline.yml"
    )
    options = parser.parse_args(arguments)
    finish = publish_offline if options.offline else publish
    finish(options.site, options.docs, options.config)
    return 0
